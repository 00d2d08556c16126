package court.deploy.agent;

import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The three public keys that decide what is true for this agent. They are carried over by hand: a key that comes the same
 * way as the bundles would vouch for itself.
 *
 * @param ledger signs the ledger's checkpoints
 * @param seal seals packages
 * @param bundles signs bundles
 */
record Trusted(NoteKey ledger, NoteKey seal, NoteKey bundles) {

    /** Empty as long as one of the files is missing. */
    static Optional<Trusted> read(Path folder) throws IOException {
        Optional<NoteKey> ledger = key(folder.resolve("ledger.vkey"));
        Optional<NoteKey> seal = key(folder.resolve("seal.vkey"));
        Optional<NoteKey> bundles = key(folder.resolve("bundles.vkey"));
        return ledger.isEmpty() || seal.isEmpty() || bundles.isEmpty()
                ? Optional.empty()
                : Optional.of(new Trusted(ledger.get(), seal.get(), bundles.get()));
    }

    private static Optional<NoteKey> key(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(NoteKey.parse(Files.readString(file).strip()));
        } catch (NoteRejected unreadable) {
            throw new IOException(file + " holds no verifier key: " + unreadable.getMessage(), unreadable);
        }
    }
}
