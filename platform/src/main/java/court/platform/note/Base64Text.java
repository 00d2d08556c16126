package court.platform.note;

import java.util.Base64;

/** Base 64 in the one spelling that the encoder itself would choose (RFC 4648 §3.5): no line breaks, padding whole. */
final class Base64Text {

    private Base64Text() {}

    static byte[] read(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (write(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new NoteRejected("not base64: " + notBase64.getMessage());
        }
        throw new NoteRejected("not the canonical base64");
    }

    static String write(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
