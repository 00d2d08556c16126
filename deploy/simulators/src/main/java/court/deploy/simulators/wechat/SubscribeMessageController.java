package court.deploy.simulators.wechat;

import com.fasterxml.jackson.annotation.JsonProperty;
import court.deploy.simulators.wechat.SubscribeMessages.Field;
import court.deploy.simulators.wechat.WeChatScript.Behaviour;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Sends subscribe messages 订阅消息 (subscribeMessage.send). */
@RestController
class SubscribeMessageController {

    private final MiniProgram program;
    private final WeChatAccounts accounts;
    private final SubscribeMessages messages;
    private final WeChatScriptController script;
    private final JsonMapper json;

    SubscribeMessageController(
            MiniProgram program,
            WeChatAccounts accounts,
            SubscribeMessages messages,
            WeChatScriptController script,
            JsonMapper json) {
        this.program = program;
        this.accounts = accounts;
        this.messages = messages;
        this.script = script;
        this.json = json;
    }

    record Message(
            String touser,
            @JsonProperty("template_id") String templateId,
            String page,
            @JsonProperty("miniprogram_state") String state,
            String lang,
            Map<String, Field> data) {}

    record Sent(int errcode, String errmsg, long msgid) {}

    @PostMapping("/wechat/cgi-bin/message/subscribe/send")
    @Nullable
    Sent send(@RequestParam("access_token") String token, @RequestBody Message message) {
        WeChatScript play = script.playing(message.touser());
        before(play);
        program.check(token);
        if (!accounts.uses(message.touser())) {
            throw WeChatError.INVALID_OPENID.because();
        }
        if (!SubscribeMessages.fits(message.data())) {
            throw WeChatError.ARGUMENT_INVALID.because();
        }
        refuse(play);
        long id = messages.deliver(message.touser(), message.templateId(), message.page(), message.data());
        return play.plays(Behaviour.LOST) ? null : new Sent(0, "ok", id);
    }

    private void before(WeChatScript play) {
        switch (play.behaviour()) {
            case DOWN -> throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
            case TOKEN_REPLACED -> program.token(true);
            case TOKEN_EXPIRED -> throw WeChatError.TOKEN_EXPIRED.because();
            case SLOW -> sleep(play.delay());
            default -> {}
        }
    }

    private static void refuse(WeChatScript play) {
        switch (play.behaviour()) {
            case REFUSED -> throw WeChatError.USER_REFUSED.because();
            case RATE_LIMITED -> throw WeChatError.DAILY_QUOTA.because();
            default -> {}
        }
    }

    private static void sleep(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @ExceptionHandler
    ResponseEntity<String> told(WeChatError.Failure failure) {
        var error = new WeChatController.Error(
                failure.error().code(), failure.error().text());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(json.writeValueAsString(error));
    }
}
