package court.deploy.verifier;

import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys that whoever checks believes.
 *
 * @param log the ledger's Ed25519 key
 * @param sm2 the ledger's SM2 keys
 * @param witnesses who stands apart
 */
record TrustedKeys(NoteKey log, List<NoteKey> sm2, List<NoteKey> witnesses) {

    List<NoteKey> all() {
        return Stream.of(List.of(log), sm2, witnesses).flatMap(List::stream).toList();
    }

    /** Reads lines of a purpose and a verifier key: {@code ledger}, {@code ledger-sm2}, {@code witness}. */
    static TrustedKeys read(List<String> lines) {
        List<NoteKey> log = new ArrayList<>();
        List<NoteKey> sm2 = new ArrayList<>();
        List<NoteKey> witnesses = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.strip().split(" ", 2);
            switch (parts[0]) {
                case "ledger" -> log.add(NoteKey.parse(parts[parts.length - 1]));
                case "ledger-sm2" -> sm2.add(NoteKey.parse(parts[parts.length - 1]));
                case "witness" -> witnesses.add(NoteKey.parse(parts[parts.length - 1]));
                case "" -> {}
                default -> throw new NoteRejected("a key for a purpose nobody knows: " + parts[0]);
            }
        }
        if (log.size() != 1) {
            throw new NoteRejected("not exactly one key of the ledger");
        }
        return new TrustedKeys(log.getFirst(), sm2, witnesses);
    }
}
