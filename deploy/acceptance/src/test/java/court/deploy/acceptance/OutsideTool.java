package court.deploy.acceptance;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A program that nobody here wrote and the machine has to have. CI has it; elsewhere a test without it is left out, saying why. */
final class OutsideTool {

    private OutsideTool() {}

    /** Where the first of these programs is that the machine has. */
    static Path find(String... names) {
        for (String name : names) {
            var found = Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                    .map(folder -> Path.of(folder, name))
                    .filter(Files::isExecutable)
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        String missing = "not installed: " + String.join(" or ", names);
        if ("true".equals(System.getenv("CI"))) {
            return Assertions.fail(missing);
        }
        return Assumptions.abort(missing);
    }
}
