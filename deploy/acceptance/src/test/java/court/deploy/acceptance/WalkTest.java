package court.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/walk.md names code that exists. */
class WalkTest {

    private static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();
    private static final List<String> CODE = code();
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w+)`");

    @Test
    void everyClassAndMethodOfTheWalkExists() throws IOException {
        List<MatchResult> named = named(Files.readString(ROOT.resolve("docs/walk.md")));

        assertThat(named).hasSizeGreaterThan(20);
        assertThat(named)
                .allSatisfy(it -> assertThat(exists(it.group(1), it.group(2)))
                        .as(it.group())
                        .isTrue());
    }

    @Test
    void aNameThatDoesNotExistIsFound() {
        MatchResult invented = named("`WriteUnit.fly`").getFirst();

        assertThat(exists(invented.group(1), invented.group(2))).isFalse();
    }

    private static List<MatchResult> named(String text) {
        return NAMED.matcher(text).results().toList();
    }

    /** A method of the class, in its own file or nested in another's. */
    private static boolean exists(String type, String method) {
        Pattern declared = Pattern.compile("(class|interface|record|enum) " + type + "\\b");
        Pattern called = Pattern.compile("\\b" + method + "\\(");
        return CODE.stream()
                .anyMatch(code ->
                        declared.matcher(code).find() && called.matcher(code).find());
    }

    /** All main code of the checkout, one text for each file. */
    private static List<String> code() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<String> code = new ArrayList<>();
            for (Path file : files.filter(WalkTest::isMainCode).toList()) {
                code.add(Files.readString(file));
            }
            return code;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMainCode(Path file) {
        return file.toString().contains("/src/main/java/") && file.toString().endsWith(".java");
    }
}
