package court.platform.messenger;

import court.platform.outside.OutsideParty;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** WeChat's text check ({@code security.msgSecCheck}, version 2), which takes at most 2,500 characters: a longer text goes in pieces. */
final class WeChatContentClient implements ContentSafetyPort {

    private static final String CHECK = "/wxa/msg_sec_check?access_token={token}";
    private static final int LONGEST = 2_500;
    /** WeChat's number for a comment. */
    private static final int SCENE = 2;

    private final OutsideParty weChat;
    private final WeChatToken token;

    WeChatContentClient(WeChatProperties program, Clock clock) {
        this.weChat = new OutsideParty("WeChat", program.address());
        this.token = new WeChatToken(weChat, program, clock);
    }

    @Override
    public Mono<Verdict> check(String openid, String text) {
        int most = Math.min(text.length(), LONGEST);
        int end = most < text.length() && Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        Mono<Verdict> first = piece(openid, text.substring(0, end));
        return end == text.length()
                ? first
                : first.flatMap(one -> check(openid, text.substring(end)).map(rest -> worse(one, rest)));
    }

    private static Verdict worse(Verdict one, Verdict other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(Verdict verdict) {
        return switch (verdict.suggest()) {
            case "pass" -> 0;
            case "review" -> 1;
            default -> 2;
        };
    }

    private Mono<Verdict> piece(String openid, String text) {
        Map<String, Object> asked = Map.of("version", 2, "scene", SCENE, "openid", openid, "content", text);
        return once(asked)
                .onErrorResume(
                        failure -> failure instanceof WeChatError error && error.aboutTheToken(), stale -> once(asked));
    }

    private Mono<Verdict> once(Map<String, Object> asked) {
        return token.get()
                .flatMap(shown -> weChat.post(HttpHeaders.EMPTY, asked, CHECK, shown)
                        .map(this::verdict)
                        .doOnError(
                                failure -> failure instanceof WeChatError error && error.aboutTheToken(),
                                stale -> token.drop(shown)));
    }

    private Verdict verdict(JsonNode answer) {
        int code = answer.path("errcode").asInt(-1);
        if (code != 0) {
            throw new WeChatError(code);
        }
        JsonNode result = answer.path("result");
        String suggest = result.path("suggest").asString("");
        if (!suggest.matches("pass|review|risky")) {
            throw weChat.unusable("a verdict in other words");
        }
        String trace = answer.path("trace_id").asString("").replaceAll("[^A-Za-z0-9_.-]", "");
        return new Verdict(suggest, result.path("label").asInt(0), trace.substring(0, Math.min(64, trace.length())));
    }
}
