package court.platform.messenger;

import court.platform.outside.OutsideParty;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** WeChat's stable token (stable_token), kept until shortly before it ends or is found to be no good. */
final class WeChatToken {

    private static final long EARLIER_SECONDS = 300;

    private final OutsideParty weChat;
    private final WeChatProperties program;
    private final Clock clock;
    private volatile Kept kept = new Kept("", Instant.MIN);

    private record Kept(String text, Instant until) {

        @Override
        public String toString() {
            return "Kept[" + until + "]";
        }
    }

    WeChatToken(OutsideParty weChat, WeChatProperties program, Clock clock) {
        this.weChat = weChat;
        this.program = program;
        this.clock = clock;
    }

    /** The token; fails with what WeChat answered in its place. */
    Mono<String> get() {
        return Mono.defer(() -> clock.instant().isBefore(kept.until()) ? Mono.just(kept.text()) : fetch());
    }

    /** WeChat says that this token is no good: the next one is asked for anew. */
    void drop(String token) {
        if (kept.text().equals(token)) {
            kept = new Kept("", Instant.MIN);
        }
    }

    private Mono<String> fetch() {
        Map<String, Object> request = Map.of(
                "grant_type",
                "client_credential",
                "appid",
                program.appId(),
                "secret",
                program.secret(),
                "force_refresh",
                false);
        return weChat.post(HttpHeaders.EMPTY, request, "/cgi-bin/stable_token").map(this::keep);
    }

    private String keep(JsonNode answer) {
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new WeChatError(answer.path("errcode").asInt(0));
        }
        long seconds = answer.path("expires_in").asLong(0) - EARLIER_SECONDS;
        kept = new Kept(token, clock.instant().plusSeconds(Math.max(0, seconds)));
        return token;
    }
}
