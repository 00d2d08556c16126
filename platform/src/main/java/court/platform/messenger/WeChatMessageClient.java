package court.platform.messenger;

import court.platform.outside.OutsideParty;
import court.platform.outside.Unanswered;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Subscribe messages over WeChat's server interface ({@code subscribeMessage.send}). WeChat knows no number of ours for a
 * message, so one that may have arrived must not be sent again this way.
 */
final class WeChatMessageClient implements WeChatMessagePort {

    private static final String SEND = "/cgi-bin/message/subscribe/send?access_token={token}";

    private final OutsideParty weChat;
    private final WeChatToken token;
    private final WeChatProperties program;

    WeChatMessageClient(WeChatProperties program, Clock clock) {
        this.weChat = new OutsideParty("WeChat", program.address());
        this.token = new WeChatToken(weChat, program, clock);
        this.program = program;
    }

    @Override
    public Mono<Outcome> send(String openid, Card card) {
        if (program.appId().isEmpty()) {
            return Mono.just(new Outcome.Rejected("WECHAT_NOT_CONFIGURED"));
        }
        Map<String, Object> message = message(openid, card);
        return once(message)
                .onErrorResume(WeChatMessageClient::aboutTheToken, stale -> once(message))
                .onErrorResume(WeChatError.class, error -> Mono.just(error.outcome()))
                .onErrorResume(failure -> Mono.just(Outcome.of("WECHAT", failure)));
    }

    private Map<String, Object> message(String openid, Card card) {
        return Map.of(
                "touser",
                openid,
                "template_id",
                program.template(),
                "page",
                program.page(),
                "miniprogram_state",
                program.state(),
                "lang",
                "zh_CN",
                "data",
                Map.of("thing1", value(card.matter()), "thing2", value(card.about()), "thing3", value(card.advice())));
    }

    private static Map<String, String> value(String text) {
        return Map.of("value", text);
    }

    private Mono<Outcome> once(Map<String, Object> message) {
        return token.get()
                // no token, nothing sent
                .onErrorMap(Unanswered.class, away -> new WeChatError(-1))
                .flatMap(shown -> weChat.post(HttpHeaders.EMPTY, message, SEND, shown)
                        .map(WeChatMessageClient::outcome)
                        .doOnError(WeChatMessageClient::aboutTheToken, stale -> token.drop(shown)));
    }

    private static boolean aboutTheToken(Throwable failure) {
        return failure instanceof WeChatError error && error.aboutTheToken();
    }

    private static Outcome outcome(JsonNode answer) {
        JsonNode code = answer.path("errcode");
        if (!code.isInt()) {
            return new Outcome.Doubtful("WECHAT_UNREADABLE");
        }
        if (code.intValue() != 0) {
            throw new WeChatError(code.intValue());
        }
        return new Outcome.Accepted(Long.toString(answer.path("msgid").asLong(0)));
    }
}
