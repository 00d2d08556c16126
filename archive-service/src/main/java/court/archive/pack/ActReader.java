package court.archive.pack;

import court.archive.dossier.Entry;
import court.platform.contract.CourtEvent;
import court.platform.contract.EventTypes;
import court.platform.contract.FileRef;
import court.platform.json.SealedJson;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Opens entries for the volume. What cannot be read is kept all the same: its bytes are the evidence, not our reading. */
@Component
class ActReader {

    private static final Logger LOG = LoggerFactory.getLogger(ActReader.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final SealedJson sealed;

    ActReader(SealedJson sealed) {
        this.sealed = sealed;
    }

    /** Blocks: opening reads keys. */
    Act read(UUID caseId, Entry entry) {
        JsonNode fact = tree(entry);
        return new Act(
                entry,
                event(caseId, entry, fact.path("data")),
                fact.path("actor").path("id").asString(""),
                fact.path("files")
                        .valueStream()
                        .filter(ActReader::hasDigests)
                        .map(ActReader::file)
                        .toList());
    }

    private static JsonNode tree(Entry entry) {
        try {
            return JSON.readTree(entry.body());
        } catch (JacksonException unreadable) {
            return MissingNode.getInstance();
        }
    }

    private @Nullable CourtEvent event(UUID caseId, Entry entry, JsonNode data) {
        Class<? extends CourtEvent> type = EventTypes.find(entry.type()).orElse(null);
        try {
            return type == null || data.isMissingNode()
                    ? null
                    : sealed.read(
                            JSON.writeValueAsString(data),
                            type,
                            caseId,
                            entry.factId().toString());
        } catch (JacksonException | IllegalArgumentException unreadable) {
            LOG.warn(
                    "entry {} cannot be retold: {}",
                    entry.factId(),
                    unreadable.getClass().getName());
            return null;
        }
    }

    /** Without digests nobody can say which bytes are meant; the ledger takes no such file either. */
    private static boolean hasDigests(JsonNode node) {
        return Stream.of("sha256", "sm3")
                .allMatch(it -> node.path(it).asString("").matches("[0-9a-f]{64}"));
    }

    private static FileRef file(JsonNode node) {
        return new FileRef(
                node.path("id").asString(""),
                node.path("mediaType").asString("application/octet-stream"),
                node.path("size").asLong(0),
                node.path("sha256").asString(""),
                node.path("sm3").asString(""));
    }
}
