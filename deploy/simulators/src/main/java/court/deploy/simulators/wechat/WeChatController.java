package court.deploy.simulators.wechat;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The three calls a sign-in needs. */
@RestController
@RequestMapping("/wechat")
class WeChatController {

    private final WeChatAccounts accounts;
    private final Codes codes;
    private final MiniProgram program;
    private final JsonMapper json;

    WeChatController(WeChatAccounts accounts, Codes codes, MiniProgram program, JsonMapper json) {
        this.accounts = accounts;
        this.codes = codes;
        this.program = program;
        this.json = json;
    }

    record Session(
            String openid, @JsonProperty("session_key") String sessionKey) {}

    record TokenRequest(
            @JsonProperty("grant_type") String grantType,
            String appid,
            String secret,
            @JsonProperty("force_refresh") boolean forceRefresh) {}

    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}

    record PhoneRequest(String code) {}

    record Phone(
            int errcode,
            String errmsg,
            @JsonProperty("phone_info") PhoneInfo phoneInfo) {}

    record PhoneInfo(String phoneNumber, String purePhoneNumber, String countryCode) {}

    record Error(int errcode, String errmsg) {}

    /** As the real one: JSON under {@code text/plain}. */
    @GetMapping(path = "/sns/jscode2session", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String session(
            @RequestParam String appid,
            @RequestParam String secret,
            @RequestParam("js_code") String code,
            @RequestParam("grant_type") String grantType) {
        if (!grantType.equals("authorization_code")) {
            throw WeChatError.INVALID_GRANT_TYPE.because();
        }
        program.check(appid, secret);
        String account = codes.redeem(code, Codes.Use.LOGIN);
        accounts.countCall(account);
        return json.writeValueAsString(new Session(accounts.openid(appid, account), Codes.random(16)));
    }

    @PostMapping("/cgi-bin/stable_token")
    Token token(@RequestBody TokenRequest request) {
        if (!request.grantType().equals("client_credential")) {
            throw WeChatError.INVALID_GRANT_TYPE.because();
        }
        program.check(request.appid(), request.secret());
        return new Token(program.token(request.forceRefresh()), MiniProgram.TOKEN_LASTS.toSeconds());
    }

    @PostMapping("/wxa/business/getuserphonenumber")
    Phone phone(@RequestParam("access_token") String token, @RequestBody PhoneRequest request) {
        program.check(token);
        String phone = accounts.phone(codes.redeem(request.code(), Codes.Use.PHONE));
        return new Phone(0, "ok", new PhoneInfo(phone, phone, "86"));
    }

    @ExceptionHandler
    ResponseEntity<String> told(WeChatError.Failure failure) {
        Error error = new Error(failure.error().code(), failure.error().text());
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(json.writeValueAsString(error));
    }
}
