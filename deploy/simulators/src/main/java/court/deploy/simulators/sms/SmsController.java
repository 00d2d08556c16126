package court.deploy.simulators.sms;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.deploy.simulators.sms.SmsMessages.Message;
import court.deploy.simulators.sms.SmsScript.Behaviour;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Takes messages and tells what became of them. */
@RestController
@RequestMapping("/sms/messages")
class SmsController {

    private final SmsMessages messages;
    private final SmsKey key;
    private final SmsScriptController script;
    private final JsonMapper json;

    SmsController(SmsMessages messages, SmsKey key, SmsScriptController script, JsonMapper json) {
        this.messages = messages;
        this.key = key;
        this.script = script;
        this.json = json;
    }

    /** A message as it is sent to us. */
    record Sms(String clientId, String phone, String template, Map<String, String> values) {}

    /** An answer; always with status 200, as such providers do. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String code,
            @Nullable String messageId,
            @Nullable String state,
            @Nullable String reason) {

        static Answer no(String code) {
            return new Answer(code, null, null, null);
        }
    }

    @PostMapping
    Answer send(
            @RequestHeader("X-Key-Id") String keyId,
            @RequestHeader("X-Timestamp") String timestamp,
            @RequestHeader("X-Signature") String signature,
            @RequestBody byte[] body) {
        SmsScript play = play();
        if (!key.signed("POST", "/messages", body, new SmsKey.Signature(keyId, timestamp, signature))) {
            return Answer.no("SIGNATURE_INVALID");
        }
        Sms sms = json.readValue(body, Sms.class);
        Answer refused = refusal(play, sms);
        if (refused != null) {
            return refused;
        }
        Message taken = messages.take(sms, !play.plays(Behaviour.UNDELIVERED, sms.phone()));
        return play.behaviour() == Behaviour.LOST ? Answer.no("") : accepted(taken, "ACCEPTED");
    }

    private @Nullable Answer refusal(SmsScript play, Sms sms) {
        if (play.behaviour() == Behaviour.RATE_LIMITED) {
            return Answer.no("RATE_LIMITED");
        }
        if (!sms.phone().matches("1\\d{10}") || play.plays(Behaviour.NUMBER_INVALID, sms.phone())) {
            return Answer.no("NUMBER_INVALID");
        }
        if (play.plays(Behaviour.BLACKLISTED, sms.phone())) {
            return Answer.no("BLACKLISTED");
        }
        return messages.knows(sms.template()) ? null : Answer.no("TEMPLATE_UNKNOWN");
    }

    @GetMapping("/{clientId}")
    Answer receipt(
            @RequestHeader("X-Key-Id") String keyId,
            @RequestHeader("X-Timestamp") String timestamp,
            @RequestHeader("X-Signature") String signature,
            @PathVariable String clientId) {
        play();
        SmsKey.Signature shown = new SmsKey.Signature(keyId, timestamp, signature);
        if (!key.signed("GET", "/messages/" + clientId, new byte[0], shown)) {
            return Answer.no("SIGNATURE_INVALID");
        }
        return messages.find(clientId)
                .map(message -> accepted(message, message.delivered() ? "DELIVERED" : "UNDELIVERED"))
                .orElseGet(() -> Answer.no("UNKNOWN_MESSAGE"));
    }

    private static Answer accepted(Message message, String state) {
        return new Answer("OK", "sms-" + message.clientId(), state, state.equals("UNDELIVERED") ? "PHONE_OFF" : null);
    }

    private SmsScript play() {
        SmsScript play = script.script();
        if (play.behaviour() == Behaviour.DOWN) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
        if (play.behaviour() == Behaviour.SLOW) {
            try {
                Thread.sleep(play.delay());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
        return play;
    }
}
