package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.local.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's walk, typed as it is written, and the story it names. */
@Isolated("case numbers follow one another")
class WalkReadmeIT {

    private static final Path HOME = Path.of("..", "..").toAbsolutePath().normalize();
    private static final Pattern WALK = Pattern.compile("<!-- walk:begin -->(.*)<!-- walk:end -->", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    @ParameterizedTest
    @ValueSource(strings = {"README.md"})
    void theWalkWorksAsWritten(String readme) throws IOException {
        var walk = WALK.matcher(Files.readString(HOME.resolve(readme)));
        assertThat(walk.find()).as("the walk's marks").isTrue();
        String script =
                BLOCK.matcher(walk.group(1)).results().map(it -> it.group(1)).collect(Collectors.joining("\n"));
        Path file = Files.writeString(Path.of("target", "walk.sh").toAbsolutePath(), "cd '" + HOME + "'\n" + script);

        String printed = play("bash", "-euo", "pipefail", file.toString());

        assertThat(printed)
                .contains("\"state\":\"SUBMITTED\"", "\"state\":\"ACCEPTED\"", "the respondent gets 404")
                .contains("\nequal, pending", "\"result\":\"INTACT\"", "\"leafHash\"");
    }

    @Test
    void theLawyersStoryWorksAsTheReadmeNamesIt() throws IOException {
        assertThat(Files.readString(HOME.resolve("README.md"))).contains("./deploy/story");

        String printed = play(HOME.resolve("deploy/story").toString());

        assertThat(printed).contains("as it must be").doesNotContain("WRONG");
        assertThat(printed.lines().toList().getLast()).startsWith("story true");
        System.out.println("MEASURED " + printed.lines().toList().getLast());
    }

    private static String play(String... command) {
        return Platform.run(
                Map.of(
                        "COURT_DATA", Platform.DATA.toString(),
                        "COURT_PORT_OFFSET", Integer.toString(Platform.PORT_OFFSET),
                        "GATEWAY", LOCAL.address(Part.GATEWAY).toString()),
                command);
    }
}
