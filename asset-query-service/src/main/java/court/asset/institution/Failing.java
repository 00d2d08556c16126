package court.asset.institution;

/** The institution answered that it is out of order (5xx); what became of the request is unknown. */
final class Failing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Failing(int status) {
        super("status " + status, null, false, false);
    }
}
