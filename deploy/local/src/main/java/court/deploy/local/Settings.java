package court.deploy.local;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a process is told, collected as the environment variables it is started with. */
final class Settings {

    /** In ASCII: an environment is read in whatever encoding the system happens to have. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Map<String, String> variables = new TreeMap<>();
    private final Map<String, String> exact = new TreeMap<>();

    // Spring Boot reads a.b-c from A_BC
    void set(String property, String value) {
        variables.put(property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT), value);
    }

    /** A property in whose name somebody's id stands, hyphens included, which a variable's name cannot carry. */
    void setExactly(String property, String value) {
        exact.put(property, value);
    }

    void variable(String name, String value) {
        variables.put(name, value);
    }

    Map<String, String> variables() {
        Map<String, String> all = new TreeMap<>(variables);
        if (!exact.isEmpty()) {
            all.put("SPRING_APPLICATION_JSON", JSON.writeValueAsString(exact));
        }
        return all;
    }
}
