package court.deploy.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The command line: up, down, status, logs, reset, token, check. */
public final class Launcher {

    private static final int ALL_LINES = 200;
    private static final int FEW_LINES = 10;

    private final Options options;
    private final Place place;
    private final PrintStream out;

    private Launcher(Options options, PrintStream out) {
        this.options = options;
        this.place = options.place();
        this.out = out;
    }

    static void main(String[] arguments) throws InterruptedException {
        try {
            Options options = Options.parse(List.of(arguments), System.getenv());
            System.exit(new Launcher(options, System.out).run());
        } catch (Failure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private int run() throws InterruptedException {
        return switch (word(0, "up")) {
            case "up" -> up();
            case "down" -> down();
            case "status" -> status();
            case "logs" -> logs();
            case "reset" -> reset();
            case "token" -> token();
            case "check" -> check();
            case "supervise" -> supervise();
            default -> throw new Failure("Commands: up, down, status, logs [PART], reset, token ACCOUNT, check CASE");
        };
    }

    private int up() {
        new Up(place, options.parts(), out).run();
        return 0;
    }

    private int down() {
        int stopped = Files.isDirectory(place.run()) ? new Down(place).run() : 0;
        out.println(stopped == 0 ? "Nothing was running." : "Stopped. The data stays in " + place.data());
        return 0;
    }

    private int status() {
        new Overview(place).print(out);
        boolean ready = options.parts().stream()
                .allMatch(part -> place.statuses().get(part).ready());
        return ready ? 0 : 1;
    }

    private int logs() {
        String part = word(1, "");
        if (!part.isEmpty()) {
            String name =
                    part.equals(Statuses.SUPERVISOR) ? part : Part.of(part).label();
            out.println(place.log(name));
            Logs.tail(place.log(name), ALL_LINES).forEach(out::println);
            return 0;
        }
        for (Part each : Part.values()) {
            out.println("── " + place.log(each.label()));
            Logs.tail(place.log(each.label()), FEW_LINES).forEach(out::println);
        }
        return 0;
    }

    private int reset() {
        down();
        if (Files.exists(place.data())) {
            mustBeOurs();
            delete(place.data());
            out.println("Deleted " + place.data());
        }
        return 0;
    }

    /** A folder named by mistake is not deleted. */
    private void mustBeOurs() {
        if (!Files.isDirectory(place.run()) || !Files.isDirectory(place.blobs())) {
            throw new Failure(place.data() + " does not look like a data folder of the platform; nothing deleted.");
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + folder, e);
        }
    }

    private int token() {
        if (options.words().size() != 2) {
            throw new Failure("Which account? ./deploy/token ACCOUNT; ./deploy/status lists them.");
        }
        out.println(new Token(place).of(word(1, "")));
        return 0;
    }

    private int check() {
        if (!word(1, "").matches("[0-9a-f-]{36}")) {
            throw new Failure("Which case? ./deploy/check CASE, with the id that the filing was given.");
        }
        return new Check(place, out).of(word(1, "")) ? 0 : 1;
    }

    private int supervise() throws InterruptedException {
        Supervisor supervisor = Supervisor.start(place, options.parts());
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::close));
        supervisor.awaitEnd();
        return 0;
    }

    private String word(int index, String otherwise) {
        return options.words().size() > index ? options.words().get(index) : otherwise;
    }
}
