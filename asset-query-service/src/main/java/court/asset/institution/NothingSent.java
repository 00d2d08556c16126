package court.asset.institution;

/** No connection came about, so nothing of the request can have arrived: it may be sent again. */
final class NothingSent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NothingSent() {
        super("nothing sent", null, false, false);
    }
}
