package court.asset.institution;

/** What became of one exchange with an institution. Only {@link Answered} ends a request; all others leave it to be asked again. */
public sealed interface Outcome {

    /** The result is known. */
    record Answered(Reply reply) implements Outcome {}

    /** It has the request and works on it. */
    record Processing() implements Outcome {}

    /** It says, signed, that the request never arrived: only then may the same request be sent again. */
    record NeverArrived() implements Outcome {}

    /** What came cannot be trusted. */
    record Distrusted(Fault fault) implements Outcome {}

    /** Nothing came. @param mayHaveArrived false when surely nothing was sent */
    record Silent(boolean mayHaveArrived) implements Outcome {}
}
