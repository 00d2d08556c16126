package court.deploy.simulators.sms;

import court.deploy.simulators.sms.SmsMessages.Message;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plays the phones: shows what arrived on them and tells the provider how to behave. */
@RestController
@RequestMapping("/script/sms")
class SmsScriptController {

    private final SmsMessages messages;
    private volatile SmsScript script = SmsScript.NORMAL;

    SmsScriptController(SmsMessages messages) {
        this.messages = messages;
    }

    @GetMapping
    SmsScript script() {
        return script;
    }

    @PutMapping
    SmsScript play(@RequestBody SmsScript next) {
        script = next;
        return next;
    }

    @GetMapping("/messages")
    List<Message> arrived() {
        return messages.list();
    }
}
