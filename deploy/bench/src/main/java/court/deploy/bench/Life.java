package court.deploy.bench;

/** One filing from the first form to the accepted case, played again and again by one applicant. */
interface Life extends AutoCloseable {

    /** Plays it once; each step is timed by the tally. */
    void play(Tally tally) throws Exception;

    @Override
    default void close() throws Exception {}
}
