package court.archive.render;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Has the pages of a file drawn by a process of its own, and ends that process when it takes too long. */
final class PageDrawer {

    private static final String PROGRAM = PageProgram.class.getName();
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private final RenderLimits limits;

    PageDrawer(RenderLimits limits) {
        this.limits = limits;
    }

    /** What became of it. */
    sealed interface Drawing {

        record Pages(List<Path> pictures) implements Drawing {}

        record Failed(UnshownReason reason) implements Drawing {}
    }

    Drawing draw(String mediaType, Path file, Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(folder));
        builder.command().addAll(List.of(mediaType, file.toString(), folder.toString()));
        builder.command().add(Integer.toString(limits.pagesPerFile()));
        // nothing of ours goes along: our environment holds passwords
        builder.environment().clear();
        builder.directory(folder.toFile()).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        Process process = builder.start();
        try {
            if (!process.waitFor(limits.timePerFile().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Drawing.Failed(UnshownReason.TOO_SLOW);
            }
            int exit = process.exitValue();
            return exit == 0 ? pictures(folder) : new Drawing.Failed(reason(exit));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while pages were drawn");
        } finally {
            end(process);
        }
    }

    private static void end(Process process) {
        process.destroyForcibly();
        // it is gone before its folder is cleared
        process.onExit().join();
    }

    private static UnshownReason reason(int exit) {
        return exit == 3 ? UnshownReason.TOO_HEAVY : PageProgram.reason(exit);
    }

    private static Drawing pictures(Path folder) {
        List<Path> pictures = new ArrayList<>();
        for (Path next = Picture.path(folder, 1);
                Files.exists(next);
                next = Picture.path(folder, pictures.size() + 1)) {
            pictures.add(next);
        }
        return pictures.isEmpty() ? new Drawing.Failed(UnshownReason.BROKEN) : new Drawing.Pages(pictures);
    }

    private List<String> command(Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xmx" + limits.memoryPerFile() + "m",
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ActiveProcessorCount=1",
                // exit code 3
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(packed() ? List.of("-Dloader.main=" + PROGRAM, LAUNCHER) : List.of(PROGRAM));
        return command;
    }

    // from the one jar that the build makes, classes are found by its own launcher only
    private static boolean packed() {
        return String.valueOf(PageProgram.class.getResource("PageProgram.class"))
                .startsWith("jar:nested:");
    }
}
