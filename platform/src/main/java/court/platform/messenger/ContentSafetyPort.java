package court.platform.messenger;

import reactor.core.publisher.Mono;

/** Asks somebody outside what they think of a text 内容安全. Fails when there is no answer; what that means is the asker's. */
public interface ContentSafetyPort {

    /**
     * What they think.
     *
     * @param suggest {@code pass}, {@code review} or {@code risky}, in their words
     * @param label their number for why
     * @param trace their number for the answer
     */
    record Verdict(String suggest, int label, String trace) {}

    /**
     * @param openid the author's account with the court's mini-program
     * @param text as it was said
     */
    Mono<Verdict> check(String openid, String text);
}
