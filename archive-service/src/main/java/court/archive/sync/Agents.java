package court.archive.sync;

import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.security.Actor;
import court.platform.security.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The machines inside the intranets whose signature we take, each for its own court. */
@Component
class Agents {

    private static final String NAME = "intranet-agent/";

    private final Map<String, NoteKey> keys = new TreeMap<>();

    Agents(SyncSettings settings) {
        settings.agents().forEach((id, line) -> keys.put(id, key(id, line)));
    }

    /** The agents of this court. */
    List<NoteKey> of(String court) {
        return keys.values().stream()
                .filter(key -> key.name().equals(NAME + court))
                .toList();
    }

    /** Whoever signs with this key, as the one who acts. */
    Actor actor(NoteKey key) {
        return keys.entrySet().stream()
                .filter(it -> it.getValue() == key)
                .map(it -> new Actor(
                        it.getKey(), Set.of(Role.ARCHIVE_SYNC), key.name().substring(NAME.length()), null))
                .findFirst()
                .orElseThrow();
    }

    private static NoteKey key(String id, String line) {
        try {
            NoteKey key = NoteKey.parse(line.strip());
            if (key.name().startsWith(NAME)) {
                return key;
            }
        } catch (NoteRejected unreadable) {
            throw new IllegalArgumentException("court.sync.agents." + id + ": " + unreadable.getMessage());
        }
        throw new IllegalArgumentException(
                "court.sync.agents." + id + ": the key's name must be " + NAME + " and the court's code");
    }
}
