package court.platform.messenger;

import court.platform.outside.Unanswered;

/** What became of handing one message to a provider. */
public sealed interface Outcome {

    /** The provider has it and goes on with it. */
    record Accepted(String messageId) implements Outcome {}

    /** The phone has it, as the provider says. */
    record Delivered() implements Outcome {}

    /**
     * It will never arrive this way; asking again changes nothing.
     *
     * @param code the provider's own, such as {@code WECHAT_43101}
     */
    record Rejected(String code) implements Outcome {}

    /** The provider surely does not have it, but may take it later. */
    record Later(String code) implements Outcome {}

    /** The provider may have it. */
    record Doubtful(String code) implements Outcome {}

    /** What a failure to answer means. */
    static Outcome of(String provider, Throwable failure) {
        Unanswered.Kind kind = failure instanceof Unanswered told ? told.kind() : Unanswered.Kind.DOUBTFUL;
        String code = provider + "_" + kind.name();
        return kind == Unanswered.Kind.DOUBTFUL ? new Doubtful(code) : new Later(code);
    }
}
