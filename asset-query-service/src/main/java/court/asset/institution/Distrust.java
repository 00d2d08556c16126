package court.asset.institution;

/** An answer that cannot be trusted, on its way to being thrown away. */
final class Distrust extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;

    Distrust(Fault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }

    static void unless(boolean holds, Fault fault) {
        if (!holds) {
            throw new Distrust(fault);
        }
    }
}
