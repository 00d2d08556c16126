package court.deploy.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Prints what was measured: each round as it ends, then the middle round of each side and their ratio. */
final class Report {

    private final PrintStream out;
    private final List<Figures> all = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void heading() {
        line("%-5s %-8s %8s  %-13s %-13s %-13s %-13s %-74s %5s %6s %7s %6s  %s"
                .formatted(
                        "round",
                        "side",
                        "lives/s",
                        "draft ms",
                        "material ms",
                        "submit ms",
                        "accept ms",
                        "processor ms per life",
                        "gc %",
                        "others",
                        "row %",
                        "queue",
                        "load"));
        line("%-24s%s".formatted("", "  p50/p99 of each step"));
    }

    void add(int round, Figures figures) throws IOException {
        all.add(figures);
        line("%-5d %-8s %8.1f  %-13s %-13s %-13s %-13s %-74s %5.1f %6.2f %7.1f %6.2f  %s"
                .formatted(
                        round,
                        figures.side(),
                        figures.livesPerSecond(),
                        step(figures, Step.DRAFT),
                        step(figures, Step.MATERIAL),
                        step(figures, Step.SUBMISSION),
                        step(figures, Step.ACCEPTANCE),
                        processors(figures),
                        100 * figures.collecting(),
                        figures.others(),
                        100 * figures.counter().taken(),
                        figures.counter().waiting(),
                        Processor.load()));
    }

    private static String step(Figures figures, Step step) {
        Percentiles times = figures.steps().get(step);
        return times == null ? "" : String.format(Locale.ROOT, "%.0f/%.0f", times.millis(50), times.millis(99));
    }

    private static String processors(Figures figures) {
        List<String> each = new ArrayList<>();
        figures.processorMillis()
                .forEach((name, millis) -> each.add(String.format(Locale.ROOT, "%s %.1f", name, millis)));
        each.add(1, String.format(Locale.ROOT, "(compiling %.1f)", figures.compilingMillis()));
        return String.join(" ", each);
    }

    void end() {
        double service = middle("service", Figures::livesPerSecond);
        double floor = middle("floor", Figures::livesPerSecond);
        line("");
        line("lives/s, middle round: service %.1f, floor %.1f, ratio %.2f".formatted(service, floor, service / floor));
        line("processor ms per life in all: service %.1f, floor %.1f"
                .formatted(
                        middle("service", Figures::processorMillisInAll),
                        middle("floor", Figures::processorMillisInAll)));
        line("of that compiling, which ends when the service is warm: %.1f"
                .formatted(middle("service", Figures::compilingMillis)));
        line("counter row of the court, service: taken %.0f %% of the time, %.2f waiting for it on average"
                .formatted(
                        100 * middle("service", it -> it.counter().taken()),
                        middle("service", it -> it.counter().waiting())));
    }

    private double middle(String side, ToDoubleFunction<Figures> figure) {
        return Percentiles.median(all.stream()
                .filter(it -> it.side().equals(side))
                .mapToDouble(figure)
                .toArray());
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }

    /** The machine and how everything was started. */
    void surroundings(long service, Servers servers) throws Exception {
        line("%d processors, load %s, %s %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Processor.load(),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.runtime.version")));
        line("service: " + flags(service));
        line("broker:  " + flags(servers.brokerProcess().pid()));
        line("floor and clients: " + flags(ProcessHandle.current().pid()));
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes", "shared_buffers")) {
            line("PostgreSQL " + setting + "=" + servers.filing().ask("show " + setting));
        }
    }

    /** The options a Java process was started with. */
    private static String flags(long pid) throws IOException {
        return List.of(Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"))
                        .split("\0"))
                .stream()
                .takeWhile(it -> !it.equals("-cp") && !it.equals("-jar"))
                .skip(1)
                .reduce((one, next) -> one + " " + next)
                .orElse("the JDK's own");
    }
}
