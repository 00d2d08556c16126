package court.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The README's walk, typed as it is written. */
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

        String printed = Platform.play("bash", "-euo", "pipefail", file.toString());

        assertThat(printed)
                .contains("\"state\":\"SUBMITTED\"", "\"state\":\"ACCEPTED\"", "the respondent gets 404")
                .contains("\nequal, pending", "\"result\":\"INTACT\"", "\"leafHash\"");
    }
}
