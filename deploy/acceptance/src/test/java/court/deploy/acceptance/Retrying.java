package court.deploy.acceptance;

import court.deploy.local.Failure;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.Supplier;

/** What a good client does when the platform is hurt: the same request under the same key, until it is answered. */
final class Retrying {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private Retrying() {}

    /** The first answer that says something: done, or refused for good. */
    static Answer until(Supplier<Answer> request) {
        long begun = System.nanoTime();
        String last = "";
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            try {
                Answer answer = request.get();
                if (answer.status() < 500 && answer.status() != 429) {
                    return answer;
                }
                last = answer.status() + " " + answer.body();
            } catch (UncheckedIOException cut) {
                last = cut.toString();
            }
            pause(100);
        }
        throw new AssertionError("never answered: " + last);
    }

    /** A token, asked for until who gives it is there again. */
    static String token(Supplier<String> fresh) {
        long begun = System.nanoTime();
        while (true) {
            try {
                return fresh.get();
            } catch (Failure away) {
                if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                    throw away;
                }
            }
            pause(100);
        }
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
