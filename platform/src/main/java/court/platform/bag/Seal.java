package court.platform.bag;

import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.note.NoteSigner;
import court.platform.note.SignedNote;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The seal 封签 under a package: a signed note over the digest of the list of its lists, so that it covers every byte of
 * every file.
 *
 * @param digest SHA-256 of {@code tagmanifest-sha256.txt}
 */
public record Seal(String packageId, String digest) {

    private static final String HEADER = "mobile-micro-enforcement/sealed-package/v1";

    /** The note, to be laid in as it is. */
    String sign(NoteSigner signer) {
        return SignedNote.sign(text(), signer).encoded();
    }

    private String text() {
        return HEADER + "\n" + packageId + "\n" + digest + "\n";
    }

    /**
     * Reads a seal that this key has signed, and nobody besides.
     *
     * @throws NoteRejected for whatever else it is
     */
    public static Seal open(byte[] note, NoteKey key) {
        SignedNote signed = SignedNote.parse(note);
        List<String> lines = Arrays.asList(signed.open(List.of(key)).split("\n", -1));
        if (lines.size() != 4 || !lines.get(0).equals(HEADER) || !BagPaths.isPart(lines.get(1))) {
            throw new NoteRejected("not the seal of a package");
        }
        if (new String(note, StandardCharsets.UTF_8).lines().count() != 5) {
            throw new NoteRejected("more than one signature");
        }
        return new Seal(lines.get(1), lines.get(2));
    }
}
