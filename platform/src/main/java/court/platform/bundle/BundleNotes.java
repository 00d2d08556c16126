package court.platform.bundle;

import court.platform.json.CanonicalJson;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.note.NoteSigner;
import court.platform.note.SignedNote;
import court.platform.outbox.TextDigests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bundles as they travel: one line of canonical JSON (RFC 8785) under a signature (c2sp.org/signed-note).
 *
 * <p>There is one spelling of each bundle. Whatever would be written otherwise is refused, so that two readers cannot
 * understand one note differently.
 */
public final class BundleNotes {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private BundleNotes() {}

    public static byte[] write(Bundle bundle, NoteSigner signer) {
        return SignedNote.sign(line(bundle), signer).encoded().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a delivery signed by one of these keys.
     *
     * @throws NoteRejected when nobody we trust signed it or it cannot be read
     */
    public static Delivery delivery(byte[] note, List<NoteKey> trusted) {
        if (open(note, trusted) instanceof Delivery delivery) {
            return delivery;
        }
        throw new NoteRejected("not a delivery");
    }

    /**
     * Reads an acknowledgement signed by one of these keys.
     *
     * @throws NoteRejected when nobody we trust signed it or it cannot be read
     */
    public static Acknowledgement acknowledgement(byte[] note, List<NoteKey> trusted) {
        if (open(note, trusted) instanceof Acknowledgement acknowledgement) {
            return acknowledgement;
        }
        throw new NoteRejected("not an acknowledgement");
    }

    /** The digest that the next note of the chain names. */
    public static String sha256(byte[] note) {
        return TextDigests.of(note).sha256();
    }

    private static Bundle open(byte[] note, List<NoteKey> trusted) {
        String text = SignedNote.parse(note).open(trusted);
        try {
            Bundle bundle = JSON.readValue(text, Bundle.class);
            if (line(bundle).equals(text)) {
                return bundle;
            }
        } catch (JacksonException unreadable) {
            throw new NoteRejected("signed, but not a bundle");
        }
        throw new NoteRejected("signed, but not in the one spelling");
    }

    private static String line(Bundle bundle) {
        return CanonicalJson.of(JSON.writerFor(Bundle.class).writeValueAsString(bundle)) + "\n";
    }
}
