package court.filing.upload;

import court.filing.FilingApplication;
import court.platform.support.FakeClamd;
import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import court.platform.vault.PersonKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A filing service with a scanner beside it, and a second one on the same data: another device may reach either. */
final class UploadPlace {

    static final RealPostgres.Database DATABASE = RealPostgres.fresh();
    static final FakeClamd CLAMD = new FakeClamd();
    static final Path FOLDER = RunningService.folder("uploads");
    private static final TestTokens TOKENS = new TestTokens();
    private static @Nullable RunningService one;
    private static @Nullable RunningService two;

    private UploadPlace() {}

    static synchronized RunningService service() {
        if (one == null) {
            RealBroker.topics("court.filing.v1");
            one = start();
        }
        return Objects.requireNonNull(one);
    }

    static synchronized RunningService another() {
        service();
        if (two == null) {
            two = start();
        }
        return Objects.requireNonNull(two);
    }

    private static RunningService start() {
        return RunningService.start(
                FilingApplication.class,
                DATABASE,
                TOKENS,
                FOLDER,
                Map.of(
                        "court.directory",
                        Path.of("src/test/resources/courts.json").toAbsolutePath(),
                        "court.scan.clamd",
                        CLAMD.address(),
                        "court.scan.within",
                        "5s",
                        "court.upload.limit",
                        "20MB",
                        "court.upload.silence",
                        "2s"));
    }

    /** A signed-in person by identity number. */
    static TusClient person(String idNumber) {
        return client(service(), TOKENS.party(service().bean(PersonKey.class).of("ID_CARD", idNumber)));
    }

    /** The same person at the other service. */
    static TusClient elsewhere(TusClient person) {
        return client(another(), person.token());
    }

    private static TusClient client(RunningService service, String token) {
        return new TusClient(service.address(), token);
    }
}
