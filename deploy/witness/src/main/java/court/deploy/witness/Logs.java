package court.deploy.witness;

import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The logs that are watched, and who may sign for each. */
record Logs(Map<String, List<NoteKey>> keys) {

    /** Reads each {@code *.vkey} of the folder. */
    static Logs read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all =
                    files.filter(it -> it.toString().endsWith(".vkey")).sorted().toList();
            if (all.isEmpty()) {
                throw new IOException("no *.vkey in " + folder + ": there is no log to watch");
            }
            return new Logs(all.stream().map(Logs::key).collect(Collectors.groupingBy(NoteKey::name)));
        }
    }

    /** Empty when the log is not watched. */
    List<NoteKey> of(String origin) {
        return keys.getOrDefault(origin, List.of());
    }

    private static NoteKey key(Path file) {
        try {
            return NoteKey.parse(Files.readString(file).strip());
        } catch (IOException | NoteRejected unreadable) {
            throw new Settings.Incomplete(file + " holds no verifier key: " + unreadable.getMessage());
        }
    }
}
