package court.platform.note;

import court.platform.merkle.Hash;
import court.platform.merkle.Proofs;
import court.platform.model.Digests;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * That one leaf is on the ledger, in a file that needs nobody's help to be checked (c2sp.org/tlog-proof): the leaf, its
 * place, the hashes that lead from it to the root, and the tree head that the log has signed.
 *
 * <p>The {@code extra} line carries the leaf's exact bytes in base64; ours always has one.
 */
public final class TlogProof {

    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    /** No tree that a long can count is deeper. */
    private static final int DEEPEST = 63;

    private final byte[] leaf;
    private final long index;
    private final List<Hash> path;
    private final String note;

    private TlogProof(byte[] leaf, long index, List<Hash> path, String note) {
        this.leaf = leaf;
        this.index = index;
        this.path = List.copyOf(path);
        this.note = note;
    }

    /** @param note the signed checkpoint of the tree that the path leads to */
    public static TlogProof of(Leaf leaf, long index, List<Hash> path, String note) {
        return new TlogProof(leaf.bytes(), index, path, note);
    }

    /** Reads a proof; what is not spelt exactly as {@link #text} spells it is rejected. */
    public static TlogProof parse(byte[] bytes) {
        String whole = SignedNote.utf8(bytes);
        int blank = whole.indexOf("\n\n");
        if (blank < 0) {
            throw new NoteRejected("no checkpoint in the proof");
        }
        String[] lines = whole.substring(0, blank).split("\n", DEEPEST + 4);
        if (lines.length < 3 || lines.length > DEEPEST + 3 || !lines[0].equals(HEADER)) {
            throw new NoteRejected("not a proof");
        }
        List<Hash> path = new ArrayList<>();
        for (int i = 3; i < lines.length; i++) {
            path.add(NoteText.hash(lines[i]));
        }
        return new TlogProof(
                Base64Text.read(after(EXTRA, lines[1])),
                NoteText.number(after(INDEX, lines[2])),
                path,
                whole.substring(blank + 2));
    }

    public String text() {
        StringBuilder all = new StringBuilder(HEADER).append('\n');
        all.append(EXTRA).append(Base64Text.write(leaf)).append('\n');
        all.append(INDEX).append(index).append('\n');
        path.forEach(it -> all.append(it.base64()).append('\n'));
        return all.append('\n').append(note).toString();
    }

    /** The leaf's exact bytes. */
    public byte[] extra() {
        return leaf.clone();
    }

    public long index() {
        return index;
    }

    /** The signed checkpoint as it stands in the proof; only {@link #verify} says whether it may be trusted. */
    public String checkpoint() {
        return note;
    }

    /** Whether exactly these bytes stand at this place of the tree that this log has signed; gives the tree head if so. */
    public Checkpoint verify(byte[] leafBytes, NoteKey log) {
        Checkpoint signed = Checkpoint.parse(
                SignedNote.parse(note.getBytes(StandardCharsets.UTF_8)).open(List.of(log)));
        if (!signed.origin().equals(log.name())) {
            throw new NoteRejected("of another log");
        }
        if (index >= signed.head().size()) {
            throw new NoteRejected("the index is beyond the signed tree");
        }
        if (!Proofs.includes(signed.head(), index, Hash.ofLeaf(leafBytes), path)) {
            throw new NoteRejected("the leaf is not in the signed tree");
        }
        return signed;
    }

    /** Whether something with these digests is on the ledger of this log; gives the tree head if so. */
    public Checkpoint requireProves(Digests digests, NoteKey log) {
        if (!Leaf.parse(leaf).digests().equals(digests)) {
            throw new NoteRejected("the leaf is about other bytes");
        }
        return verify(leaf, log);
    }

    private static String after(String word, String line) {
        if (!line.startsWith(word)) {
            throw new NoteRejected("no line \"" + word.strip() + "\"");
        }
        return line.substring(word.length());
    }
}
