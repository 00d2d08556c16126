package court.platform.note;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A text with one or more signatures under it, as c2sp.org/signed-note lays it out.
 *
 * <p>The text is handed out only by {@link #open}, to somebody who holds a key that signed it.
 */
public final class SignedNote {

    /** More than the sixteen that must be taken (c2sp.org/signed-note, Format). */
    private static final int MOST_SIGNATURES = 100;

    private static final int LONGEST = 1 << 20;

    private final String text;
    private final List<NoteSignature> signatures;

    private SignedNote(String text, List<NoteSignature> signatures) {
        this.text = text;
        this.signatures = signatures;
    }

    public static SignedNote sign(String text, NoteSigner... signers) {
        requireText(text);
        return new SignedNote(
                text, Arrays.stream(signers).map(it -> it.sign(text)).toList());
    }

    public static SignedNote parse(byte[] bytes) {
        String whole = utf8(bytes);
        int blank = whole.lastIndexOf("\n\n");
        if (blank < 0 || !whole.endsWith("\n")) {
            throw new NoteRejected("no signatures under the text");
        }
        String text = whole.substring(0, blank + 1);
        requireText(text);
        String[] lines = whole.substring(blank + 2).split("\n", MOST_SIGNATURES + 2);
        if (lines.length - 1 > MOST_SIGNATURES) { // behind the last line break stands an empty string
            throw new NoteRejected("too many signatures");
        }
        return new SignedNote(
                text,
                Arrays.stream(lines)
                        .limit(lines.length - 1L)
                        .map(NoteSignature::parse)
                        .toList());
    }

    /** The text, when at least one of the keys signed it and no signature of any of them is wrong. */
    public String open(List<NoteKey> trusted) {
        boolean signed = false;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (NoteSignature signature : signatures) {
            for (NoteKey key : trusted) {
                if (signature.isBy(key)) {
                    if (!signature.holds(key, bytes)) {
                        throw new NoteRejected("wrong " + key.kind() + " signature of " + key.name());
                    }
                    signed = true;
                }
            }
        }
        if (!signed) {
            throw new NoteRejected("signed by nobody we trust");
        }
        return text;
    }

    /** Whose signatures stand under the text and hold, in the order of the keys. */
    public List<NoteKey> signers(List<NoteKey> known) {
        return known.stream().filter(key -> !signaturesThatHold(key).isEmpty()).toList();
    }

    /** When a witness last cosigned the text; empty when it did not. */
    public Optional<Instant> cosignedAt(NoteKey witness) {
        return signaturesThatHold(witness).stream()
                .filter(it -> witness.isWitness())
                .map(NoteSignature::time)
                .max(Comparator.naturalOrder());
    }

    private List<NoteSignature> signaturesThatHold(NoteKey key) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return signatures.stream()
                .filter(it -> it.isBy(key) && it.holds(key, bytes))
                .toList();
    }

    public String encoded() {
        StringBuilder all = new StringBuilder(text).append('\n');
        signatures.forEach(it -> all.append(it.line()));
        return all.toString();
    }

    private static void requireText(String text) {
        if (text.isEmpty() || !text.endsWith("\n")) {
            throw new NoteRejected("the text does not end with a line break");
        }
        if (text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new NoteRejected("control character in the text");
        }
    }

    /** Bytes as text, when they are text and not too many. */
    static String utf8(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new NoteRejected("too long");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notText) {
            throw new NoteRejected("not UTF-8");
        }
    }
}
