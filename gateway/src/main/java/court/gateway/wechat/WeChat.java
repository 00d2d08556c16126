package court.gateway.wechat;

import court.gateway.verification.Pseudonyms;
import court.platform.outside.OutsideParty;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * WeChat's server interface, as far as signing in needs it. A code is good once and WeChat is the one that says so. The
 * session key, with which WeChat lets a backend read more about its user, is not even looked at.
 */
@Component
public class WeChat {

    private static final Logger LOG = LoggerFactory.getLogger(WeChat.class);
    private static final int LONGEST_CODE = 512;

    private final OutsideParty weChat;
    private final WeChatProperties program;
    private final Pseudonyms pseudonyms;

    WeChat(WeChatProperties program, Pseudonyms pseudonyms) {
        this.program = program;
        this.pseudonyms = pseudonyms;
        this.weChat = new OutsideParty("WeChat", program.address(), WeChatRefusal.AWAY);
    }

    /** The account that got this login code (code2Session). */
    public Mono<WeChatAccount> account(@Nullable String loginCode) {
        return Mono.fromCallable(() -> checked(loginCode))
                .flatMap(code -> weChat.get(
                        "/sns/jscode2session?appid={id}&secret={secret}&js_code={code}&grant_type=authorization_code",
                        program.appId(),
                        program.secret(),
                        code))
                .map(answer -> text(succeeded(answer).path("openid")))
                .flatMap(openid -> pseudonyms
                        .ofAccount("wechat", program.appId() + "|" + openid)
                        .zipWith(pseudonyms.sealed(openid), WeChatAccount::new));
    }

    /** The phone number of who got this phone code (getPhoneNumber). */
    public Mono<String> phone(@Nullable String phoneCode) {
        return Mono.fromCallable(() -> checked(phoneCode))
                .flatMap(code -> token().flatMap(token -> weChat.post(
                        HttpHeaders.EMPTY,
                        Map.of("code", code),
                        "/wxa/business/getuserphonenumber?access_token={token}",
                        token)))
                .map(answer -> text(succeeded(answer).at("/phone_info/purePhoneNumber")));
    }

    /** The stable token: WeChat gives the same to every gateway until it ends, so nobody need keep it. */
    private Mono<String> token() {
        Map<String, Object> request = Map.of(
                "grant_type",
                "client_credential",
                "appid",
                program.appId(),
                "secret",
                program.secret(),
                "force_refresh",
                false);
        return weChat.post(HttpHeaders.EMPTY, request, "/cgi-bin/stable_token")
                .map(answer -> text(succeeded(answer).path("access_token")));
    }

    private static String checked(@Nullable String code) {
        if (code == null || code.isBlank() || code.length() > LONGEST_CODE) {
            throw WeChatRefusal.CODE_MISSING.because();
        }
        return code;
    }

    private JsonNode succeeded(JsonNode answer) {
        int error = answer.path("errcode").asInt(0);
        if (error != 0) {
            throw refusal(error);
        }
        return answer;
    }

    private RuntimeException refusal(int error) {
        LOG.info("WeChat refuses with error {}", error);
        return switch (error) {
            case 40029 -> WeChatRefusal.CODE_INVALID.because();
            case 40163 -> WeChatRefusal.CODE_USED.because();
            case 40226 -> WeChatRefusal.ACCOUNT_BLOCKED.because();
            case 45011 -> WeChatRefusal.TOO_OFTEN.because();
            default -> weChat.unusable("error " + error);
        };
    }

    private String text(JsonNode value) {
        if (!value.isString() || value.stringValue().isBlank()) {
            throw weChat.unusable("a field is missing");
        }
        return value.stringValue();
    }
}
