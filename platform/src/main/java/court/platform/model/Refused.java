package court.platform.model;

import java.util.List;

/** A refusal on its way to the person. No stack trace: it is an answer, not a fault of ours. */
public final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;
    private final transient List<Fault> faults;
    private final transient List<String> nextActions;

    /**
     * One field that is wrong.
     *
     * @param pointer JSON pointer into what was sent (RFC 6901)
     */
    public record Fault(String pointer, String code, String detail) {}

    Refused(Refusal refusal, String detail) {
        this(refusal, detail, List.of(), List.of());
    }

    private Refused(Refusal refusal, String detail, List<Fault> faults, List<String> nextActions) {
        super(detail, null, false, false);
        this.refusal = refusal;
        this.faults = List.copyOf(faults);
        this.nextActions = List.copyOf(nextActions);
    }

    public Refused with(List<Fault> all) {
        return new Refused(refusal, detail(), all, nextActions);
    }

    public Refused next(String... actions) {
        return new Refused(refusal, detail(), faults, List.of(actions));
    }

    public Refusal refusal() {
        return refusal;
    }

    public String detail() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    public List<Fault> faults() {
        return faults;
    }

    public List<String> nextActions() {
        return nextActions;
    }
}
