package court.ledger.verify;

import court.ledger.log.Publication;
import court.platform.merkle.Hash;
import court.platform.merkle.TreeHead;
import court.platform.note.NoteRejected;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A tree head that somebody kept from earlier, to hold the log to it: the whole signed note in base64, or its size and
 * root. For a note the signature is checked; a bare head is taken as it is, for only its keeper is deceived by a wrong one.
 */
record Kept(
        @Nullable String checkpoint,
        @Nullable String size,
        @Nullable String root) {

    private static final int ROOT_LENGTH = 32;

    boolean isGiven() {
        return checkpoint != null || size != null || root != null;
    }

    TreeHead head(Publication publication) {
        if (checkpoint != null) {
            try {
                return publication
                        .open(new String(base64(checkpoint), StandardCharsets.UTF_8))
                        .head();
            } catch (NoteRejected foreign) {
                throw VerifyRefusal.CHECKPOINT_NOT_OURS.because();
            }
        }
        if (size == null || root == null || !size.matches("[0-9]{1,18}")) {
            throw VerifyRefusal.CHECKPOINT_UNREADABLE.because();
        }
        byte[] hash = base64(root);
        if (hash.length != ROOT_LENGTH) {
            throw VerifyRefusal.CHECKPOINT_UNREADABLE.because();
        }
        return new TreeHead(Long.parseLong(size), Hash.of(hash));
    }

    /** Both alphabets, because a plus in an address turns into a space on its way. */
    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder()
                    .decode(text.replace('-', '+').replace('_', '/').replace(' ', '+'));
        } catch (IllegalArgumentException unreadable) {
            throw VerifyRefusal.CHECKPOINT_UNREADABLE.because();
        }
    }
}
