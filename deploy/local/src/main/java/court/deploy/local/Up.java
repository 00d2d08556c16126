package court.deploy.local;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings everything up and tells how it goes, one line per part. */
final class Up {

    private static final int STEP_MILLIS = 50;
    private static final int TAIL = 30;

    private final Place place;
    private final Set<Part> parts;
    private final Statuses statuses;
    private final PrintStream out;

    Up(Place place, Set<Part> parts, PrintStream out) {
        this.place = place;
        this.parts = parts;
        this.statuses = place.statuses();
        this.out = out;
    }

    void run() {
        place.create();
        if (statuses.get(Statuses.SUPERVISOR).alive()) {
            alreadyRunning();
            return;
        }
        build();
        parts.stream().filter(part -> !statuses.get(part).alive()).forEach(this::clear);
        Text.write(place.run().resolve("port-offset"), place.ports().offset() + "\n");
        statuses.put(Statuses.SUPERVISOR, Status.NONE);
        long begun = System.nanoTime();
        await(supervise());
        double seconds = (System.nanoTime() - begun) / 1e9;
        Text.write(place.run().resolve("started-in"), "%.1f".formatted(seconds));
        new Overview(place).print(out);
        out.printf("READY in %.0f s%n", Math.ceil(seconds));
    }

    private void alreadyRunning() {
        String names = parts.stream()
                .filter(part -> statuses.get(part).ready())
                .map(Part::label)
                .collect(Collectors.joining(", "));
        out.println("Already running: " + names);
        if (!new Build(place).stale(parts).isEmpty()) {
            out.println("Sources have changed since; ./deploy/down and ./deploy/up run the new ones.");
        }
        await(java.util.Objects.requireNonNull(statuses.get(Statuses.SUPERVISOR).process()));
        new Overview(place).print(out);
        out.println("READY, as before");
    }

    private void build() {
        Build build = new Build(place);
        List<Part> stale = build.stale(parts);
        if (!stale.isEmpty()) {
            out.println("Building " + stale.stream().map(Part::label).collect(Collectors.joining(", ")) + " …");
            build.run(stale);
        }
    }

    private void clear(Part part) {
        place.ports().mustBeFree(part);
        statuses.put(part, Status.NONE.waiting());
    }

    // a session of its own: closing the terminal does not reach it
    private RunningProcess supervise() {
        try {
            List<String> command = new ArrayList<>();
            if (Shell.run("setsid", "true").exit() == 0) {
                command.add("setsid");
            }
            command.addAll(
                    Java.command(List.of("-Xmx48m"), new Programs(place).own(), Launcher.class.getName(), "supervise"));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().put("COURT_HOME", place.home().toString());
            builder.environment().put("COURT_DATA", place.data().toString());
            builder.environment()
                    .put("COURT_PORT_OFFSET", Integer.toString(place.ports().offset()));
            builder.environment()
                    .put("COURT_PARTS", parts.stream().map(Part::label).collect(Collectors.joining(",")));
            builder.redirectInput(Redirect.from(new File("/dev/null"))).redirectErrorStream(true);
            Logs.makeRoom(place.log(Statuses.SUPERVISOR));
            builder.redirectOutput(
                    Redirect.appendTo(place.log(Statuses.SUPERVISOR).toFile()));
            return RunningProcess.of(builder.start().pid());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the supervisor", e);
        }
    }

    private void await(RunningProcess supervisor) {
        Set<Part> waiting = EnumSet.copyOf(parts);
        while (!waiting.isEmpty() || !statuses.get(Statuses.SUPERVISOR).alive()) {
            waiting.removeIf(this::told);
            if (!supervisor.alive()) {
                throw new Failure("The supervisor ended.\n" + tail(Statuses.SUPERVISOR));
            }
            Pause.millis(STEP_MILLIS);
        }
    }

    /** Prints the part's line once it is ready. */
    private boolean told(Part part) {
        Status status = statuses.get(part);
        if (status.state() == Status.State.FAILED) {
            new Down(place).run();
            throw new Failure("%s%nNothing is left running. The end of its log, %s:%n%s"
                    .formatted(status.failure(), place.log(part.label()), tail(part.label())));
        }
        if (status.ready()) {
            out.printf(
                    "  %-12s ready  127.0.0.1:%-6d %5.1f s%n",
                    part.label(), place.ports().of(part), status.tookMillis() / 1e3);
        }
        return status.ready();
    }

    private String tail(String name) {
        return String.join("\n", Logs.tail(place.log(name), TAIL));
    }
}
