package court.filing.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import court.filing.lot.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The courts that take filings here and their enforcement judges, from the court directory: data, not code. */
@Component
public class Courts {

    private final Map<String, Court> byCode;

    /**
     * A court.
     *
     * @param code as in case numbers, such as 沪0117
     */
    public record Court(
            String code,
            String name,
            @JsonProperty("judges") List<Post> posts) {

        /** One of its enforcement judges. */
        Optional<Judge> find(String judgeId) {
            return posts.stream()
                    .filter(it -> it.id().equals(judgeId))
                    .findFirst()
                    .map(it -> new Judge(it.id(), it.name()));
        }
    }

    /** An enforcement judge, by staff id and name. */
    public record Judge(String id, String name) {}

    Courts(@Value("${court.directory}") Path directory) {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            byCode = List.of(json.readValue(Files.readString(directory), Court[].class)).stream()
                    .collect(Collectors.toUnmodifiableMap(Court::code, Function.identity()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Optional<Court> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
