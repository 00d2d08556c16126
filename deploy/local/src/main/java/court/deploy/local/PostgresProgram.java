package court.deploy.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** The database server. What it has confirmed is on the disk: these settings are never relaxed, not even here. */
final class PostgresProgram implements Program {

    static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private static final List<String> SMALL = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=150",
            "shared_buffers=64MB",
            "work_mem=2MB",
            "maintenance_work_mem=32MB",
            "max_wal_size=512MB",
            "max_worker_processes=2",
            "max_parallel_workers_per_gather=0",
            "autovacuum_max_workers=2",
            "io_method=sync",
            "jit=off",
            "huge_pages=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "log_line_prefix=%m [%p] %u@%d ");

    private final Place place;
    private final Path folder;
    private final Databases databases;

    PostgresProgram(Place place) {
        this.place = place;
        this.folder = place.data().resolve("postgres");
        this.databases = new Databases(place);
    }

    @Override
    public ProcessBuilder command() throws IOException {
        Path programs = PostgresBinaries.unpack(folder);
        Path data = folder.resolve("data");
        if (!Files.exists(data)) {
            initialise(programs, data);
        }
        PostgresLock.clear(data);
        List<String> command = asOrdinaryUser(programs.resolve("bin/postgres"), "-D", data.toString());
        command.addAll(List.of("-p", Integer.toString(place.ports().of(Part.POSTGRES))));
        DURABLE.forEach(setting -> command.addAll(List.of("-c", setting + "=on")));
        SMALL.forEach(setting -> command.addAll(List.of("-c", setting)));
        return new ProcessBuilder(command);
    }

    // in a draft folder first: an interrupted initialisation is not taken for a database
    private void initialise(Path programs, Path data) throws IOException {
        Path draft = Files.createTempDirectory(folder, "initialising");
        Path password = Files.createTempFile(folder, "password", "");
        try {
            Files.writeString(password, place.secrets().database(Databases.SUPERUSER));
            List<String> command = asOrdinaryUser(programs.resolve("bin/initdb"), "-D", draft.toString());
            command.addAll(List.of("-U", Databases.SUPERUSER, "--pwfile", password.toString()));
            command.addAll(List.of("-A", "scram-sha-256", "-E", "UTF8"));
            command.addAll(List.of("--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"));
            Shell.runOrFail(command);
        } finally {
            Files.delete(password);
        }
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    // PostgreSQL refuses to run as root: in a user namespace of its own it is nobody, yet may read its own files
    private static List<String> asOrdinaryUser(Path program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        Path self = Path.of("/proc/self");
        if (Files.exists(self) && Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    public boolean ready() {
        return Ports.answers(place.ports().of(Part.POSTGRES)) && databases.prepare();
    }

    /** Fast shutdown: does not wait for clients to go. */
    @Override
    public String stopSignal() {
        return "INT";
    }
}
