package court.deploy.local;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a short command to its end. */
final class Shell {

    private static final Redirect NOTHING = Redirect.from(new File("/dev/null"));

    private Shell() {}

    /** What it printed, refusing when it failed. */
    static String runOrFail(List<String> command) {
        Result result = run(new ProcessBuilder(command));
        if (result.exit() != 0) {
            throw new Failure(String.join(" ", command) + " failed:\n" + result.output());
        }
        return result.output();
    }

    static Result run(String... command) {
        return run(new ProcessBuilder(command));
    }

    static Result run(ProcessBuilder builder) {
        try {
            Process process =
                    builder.redirectErrorStream(true).redirectInput(NOTHING).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException cannot) {
            return new Result(127, String.valueOf(cannot.getMessage()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted", stop);
        }
    }

    record Result(int exit, String output) {}
}
