package court.archive.seal;

import court.platform.contract.DossierEvent.Cut;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How far a package reaches, source by source; a source not named has said nothing yet. */
final class Cuts {

    private static final JsonMapper JSON = new JsonMapper();

    private Cuts() {}

    static long of(List<Cut> cuts, String source) {
        return cuts.stream()
                .filter(it -> it.source().equals(source))
                .mapToLong(Cut::sequence)
                .max()
                .orElse(0);
    }

    static String write(List<Cut> cuts) {
        return JSON.writeValueAsString(cuts);
    }

    static List<Cut> read(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }
}
