package court.deploy.simulators.wechat;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Plays the phone: what WeChat gives the mini-program when its user signs in and shares the phone number. */
@RestController
class WeChatScriptController {

    private final WeChatAccounts accounts;
    private final Codes codes;
    private final SubscribeMessages messages;
    private volatile WeChatScript script = WeChatScript.NORMAL;

    WeChatScriptController(WeChatAccounts accounts, Codes codes, SubscribeMessages messages) {
        this.accounts = accounts;
        this.codes = codes;
        this.messages = messages;
    }

    @GetMapping("/script/wechat/subscriptions")
    WeChatScript script() {
        return script;
    }

    /** How WeChat behaves from now on when it is to send messages. */
    @PutMapping("/script/wechat/subscriptions")
    WeChatScript play(@RequestBody WeChatScript next) {
        script = next;
        return next;
    }

    /** What arrived in people's WeChat. */
    @GetMapping("/script/wechat/messages")
    List<SubscribeMessages.Arrived> arrived() {
        return messages.list();
    }

    /** The script as far as it concerns this person. */
    WeChatScript playing(String openid) {
        String account = script.account();
        boolean concerned = account == null || account.isEmpty() || accounts.is(account, openid);
        WeChatScript playing = concerned ? script : WeChatScript.NORMAL;
        if (playing.once()) {
            script = WeChatScript.NORMAL;
        }
        return playing;
    }

    /** @param account whose phone it is, such as {@code applicant} */
    record Phone(String account) {}

    record Given(String loginCode, String phoneCode) {}

    @PostMapping("/script/wechat/codes")
    Given codes(@RequestBody Phone phone) {
        if (!accounts.exists(phone.account())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new Given(codes.issue(phone.account(), Codes.Use.LOGIN), codes.issue(phone.account(), Codes.Use.PHONE));
    }
}
