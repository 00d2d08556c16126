package court.interaction.member;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Who is staff of which court, from the court directory: data, not code. Without a directory nobody is. */
@Component
class Colleagues {

    private final Map<String, Court> byCode;

    /** Somebody of a court's staff. */
    record Colleague(String id, String name) {}

    private record Court(
            String code,
            @JsonProperty("judges") @Nullable List<Colleague> judges,
            @JsonProperty("clerks") @Nullable List<Colleague> clerks) {}

    Colleagues(@Value("${court.directory:}") String directory) {
        byCode = directory.isBlank() ? Map.of() : read(Path.of(directory));
    }

    private static Map<String, Court> read(Path directory) {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try {
            return List.of(json.readValue(Files.readString(directory), Court[].class)).stream()
                    .collect(Collectors.toUnmodifiableMap(Court::code, Function.identity()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** One of the court's enforcement judges; refuses who is not. */
    Colleague judge(String court, @Nullable String staffId) {
        return find(staffId, court, Court::judges);
    }

    /** One of the court's assistants and clerks 法官助理、书记员; refuses who is not. */
    Colleague assistant(String court, @Nullable String staffId) {
        return find(staffId, court, Court::clerks);
    }

    private Colleague find(@Nullable String staffId, String court, Function<Court, @Nullable List<Colleague>> post) {
        return Optional.ofNullable(byCode.get(court)).map(post).orElse(List.of()).stream()
                .filter(it -> it.id().equals(staffId))
                .findFirst()
                .orElseThrow(MemberRefusal.NOT_A_COLLEAGUE::because);
    }
}
