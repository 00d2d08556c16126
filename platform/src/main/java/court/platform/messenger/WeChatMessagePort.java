package court.platform.messenger;

import reactor.core.publisher.Mono;

/** Sends subscribe messages 订阅消息 of the court's mini-program. Never fails: whatever happens is an {@link Outcome}. */
public interface WeChatMessagePort {

    /** The most characters WeChat takes for a value of the kind {@code thing}. */
    int LONGEST_THING = 20;

    /**
     * A message by the one template of the court: matter, case, advice.
     *
     * @param matter what it is about, such as 执行申请已收到
     * @param about the case or application it belongs to
     * @param advice what to do
     */
    record Card(String matter, String about, String advice) {}

    /** @param openid the person's account with the court's mini-program */
    Mono<Outcome> send(String openid, Card card);
}
