package court.deploy.agent;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What went wrong in one round: the first, with the others attached. */
final class Faults {

    private @Nullable IOException first;

    void add(IOException fault) {
        IOException before = first;
        if (before == null) {
            first = fault;
        } else if (before != fault) {
            before.addSuppressed(fault);
        }
    }

    void rethrow() throws IOException {
        IOException fault = first;
        if (fault != null) {
            throw fault;
        }
    }
}
