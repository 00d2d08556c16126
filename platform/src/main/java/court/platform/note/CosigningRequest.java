package court.platform.note;

import court.platform.merkle.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * What a log asks a witness (c2sp.org/tlog-witness, add-checkpoint): here is my tree, and the proof that it begins with the
 * one you saw last.
 *
 * @param old size of the tree that the witness saw last
 * @param proof that the new tree begins with it
 * @param checkpoint signed note of the new tree
 */
public record CosigningRequest(long old, List<Hash> proof, String checkpoint) {

    private static final String OLD = "old ";
    private static final int LONGEST_PROOF = 63;

    public CosigningRequest {
        proof = List.copyOf(proof);
    }

    /** Reads a request; what is not spelt exactly as {@link #text} spells it is rejected. */
    public static CosigningRequest parse(byte[] bytes) {
        String whole = SignedNote.utf8(bytes);
        int blank = whole.indexOf("\n\n");
        if (blank < 0 || !whole.startsWith(OLD)) {
            throw new NoteRejected("not a request");
        }
        String[] lines = whole.substring(OLD.length(), blank).split("\n", LONGEST_PROOF + 2);
        if (lines.length - 1 > LONGEST_PROOF) {
            throw new NoteRejected("a proof too long");
        }
        List<Hash> proof = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            proof.add(NoteText.hash(lines[i]));
        }
        return new CosigningRequest(NoteText.number(lines[0]), proof, whole.substring(blank + 2));
    }

    public String text() {
        StringBuilder all = new StringBuilder(OLD).append(old).append('\n');
        proof.forEach(it -> all.append(it.base64()).append('\n'));
        return all.append('\n').append(checkpoint).toString();
    }
}
