package court.archive.pack;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The full names of courts, from the same directory that the filing service reads; a court not in it goes by its code. */
@Component
class CourtNames {

    private final Map<String, String> names;

    CourtNames(@Value("${court.directory:}") String file) {
        this.names = file.isEmpty() ? Map.of() : read(Path.of(file));
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Court(String code, String name) {}

    private static Map<String, String> read(Path file) {
        List<Court> courts = new JsonMapper().readValue(file.toFile(), new TypeReference<>() {});
        return courts.stream().collect(Collectors.toUnmodifiableMap(Court::code, Court::name));
    }

    String of(String code) {
        return names.getOrDefault(code, code);
    }
}
