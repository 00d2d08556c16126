package court.deploy.simulators.sms;

import court.deploy.simulators.sms.SmsMessages.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
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
    private final Resource page;
    private volatile SmsScript script = SmsScript.NORMAL;

    SmsScriptController(SmsMessages messages, @Value("classpath:phones.html") Resource page) {
        this.messages = messages;
        this.page = page;
    }

    /** The phones, as a page. */
    @GetMapping(path = "/phones", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String phones() throws IOException {
        return page.getContentAsString(StandardCharsets.UTF_8);
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
