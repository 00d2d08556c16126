package court.platform.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import court.platform.vault.DataKeys;
import org.jspecify.annotations.Nullable;

/**
 * A protected value 受保护信息: a name, an id number, a phone, an address, the text of a message. It can be shown to who
 * may see it, and it is never stored, sent or logged in the clear: only {@link SealedJson} writes it, sealed with its
 * owner's key, and every other JSON mapper fails on it.
 *
 * @param owner whose key seals it: letters, digits and hyphens, 64 at most
 * @param text null when the owner's key was destroyed
 */
public record Secret(String owner, @Nullable String text) {

    private static final String DELETED = "（已依法删除）";

    public Secret {
        DataKeys.requireOwner(owner);
    }

    static Secret destroyed(String owner) {
        return new Secret(owner, null);
    }

    /** The text for who may see it, or a sentence that it was lawfully deleted. */
    public String reveal() {
        return text == null ? DELETED : text;
    }

    public boolean destroyed() {
        return text == null;
    }

    @Override
    public String toString() {
        return "Secret[" + owner + "]";
    }

    @JsonValue
    @SuppressWarnings("DoNotCallSuggester")
    String neverInTheClear() {
        throw new IllegalStateException("a secret is written by SealedJson only; answer with reveal()");
    }

    @SuppressWarnings("DoNotCallSuggester")
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Secret neverFromTheClear(Object clear) {
        throw new IllegalStateException("a secret is read by SealedJson only; ask for a string and give it an owner");
    }
}
