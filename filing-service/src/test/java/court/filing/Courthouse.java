package court.filing;

import court.platform.support.RealBroker;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The filing service with a clock that can be moved, started once for all tests that leave it as they found it. */
public final class Courthouse implements AutoCloseable {

    public final RealPostgres.Database database = RealPostgres.fresh();
    public final TestTokens tokens = new TestTokens();
    private final Path folder = RunningService.folder("courthouse");
    private final Map<String, Object> more;
    private RunningService service;

    private static final class Shared {
        static final Courthouse OPEN = new Courthouse(Map.of());
    }

    public Courthouse(Map<String, Object> more) {
        RealBroker.topics("court.filing.v1");
        this.more = more;
        this.service = start();
    }

    public static Courthouse shared() {
        return Shared.OPEN;
    }

    private RunningService start() {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put(
                "court.directory", Path.of("src/test/resources/courts.json").toAbsolutePath());
        properties.put("court.clock.offset-file", folder.resolve("offset"));
        return RunningService.start(FilingApplication.class, database, tokens, folder, properties);
    }

    /** Stops it and starts it again under another clock. */
    public void restart(String offset) {
        service.close();
        offset(offset);
        service = start();
    }

    public void offset(String duration) {
        try {
            Files.writeString(folder.resolve("offset"), duration);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public Calls calls() {
        return new Calls(service.address());
    }

    public String party() {
        return tokens.party("a".repeat(64));
    }

    public <T> T bean(Class<T> type) {
        return service.bean(type);
    }

    @Override
    public void close() {
        service.close();
    }
}
