package court.archive.seal;

import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What of one source has not arrived yet.
 *
 * @param notEntered acts without a dossier entry
 * @param notOnLedger acts and views without a leaf
 */
record Lag(String source, long notEntered, long notOnLedger) {

    private static final JsonMapper JSON = new JsonMapper();

    boolean isNone() {
        return notEntered == 0 && notOnLedger == 0;
    }

    static String write(List<Lag> lags) {
        return JSON.writeValueAsString(lags);
    }

    static List<Lag> read(String json) {
        return JSON.readValue(json, new TypeReference<>() {});
    }
}
