package court.deploy.local;

/** How long and how often a part may try to come up before we say that it does not. */
final class StartLimit {

    static final int ATTEMPTS = 3;

    private static final int SECONDS = 180;

    private StartLimit() {}

    static long millis() {
        String told = System.getenv("COURT_START_SECONDS");
        return 1000L * (told == null ? SECONDS : Integer.parseInt(told));
    }
}
