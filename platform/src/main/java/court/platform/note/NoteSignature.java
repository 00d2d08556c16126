package court.platform.note;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/** One signature line: who signed, and the four bytes of the key's id before the signature proper. */
record NoteSignature(String name, String base64) {

    private static final String DASH = "\u2014 ";
    private static final int ID_LENGTH = 4;

    static NoteSignature parse(String line) {
        String[] parts = line.split(" ", -1);
        if (!line.startsWith(DASH) || parts.length != 3 || !NoteKey.isName(parts[1])) {
            throw new NoteRejected("not a signature line");
        }
        if (Base64Text.read(parts[2]).length <= ID_LENGTH) {
            throw new NoteRejected("no signature in its line");
        }
        return new NoteSignature(parts[1], parts[2]);
    }

    static NoteSignature of(NoteKey key, byte[] signature) {
        ByteBuffer both = ByteBuffer.allocate(ID_LENGTH + signature.length);
        return new NoteSignature(
                key.name(), Base64Text.write(both.put(key.id()).put(signature).array()));
    }

    /** Name and id must both agree: one alone is somebody else. */
    boolean isBy(NoteKey key) {
        return name.equals(key.name()) && Arrays.equals(Arrays.copyOf(bytes(), ID_LENGTH), key.id());
    }

    boolean holds(NoteKey key, byte[] text) {
        byte[] bytes = bytes();
        return key.verifies(text, Arrays.copyOfRange(bytes, ID_LENGTH, bytes.length));
    }

    /** When a witness made it; a time beyond all calendars is the last they know. */
    Instant time() {
        long seconds = NoteAlgorithm.time(Arrays.copyOfRange(bytes(), ID_LENGTH, ID_LENGTH + Long.BYTES));
        return Instant.ofEpochSecond(Math.min(seconds, Instant.MAX.getEpochSecond()));
    }

    String line() {
        return DASH + name + " " + base64 + "\n";
    }

    private byte[] bytes() {
        return Base64Text.read(base64);
    }
}
