package court.deploy.simulators.wechat;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Plays the phone: what WeChat gives the mini-program when its user signs in and shares the phone number. */
@RestController
class WeChatScriptController {

    private final WeChatAccounts accounts;
    private final Codes codes;

    WeChatScriptController(WeChatAccounts accounts, Codes codes) {
        this.accounts = accounts;
        this.codes = codes;
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
