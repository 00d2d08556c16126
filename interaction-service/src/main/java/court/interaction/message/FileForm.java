package court.interaction.message;

import court.platform.blob.Uploaded;
import court.platform.json.PlainText;
import court.platform.outbox.TextDigests;
import court.platform.web.EdgeRefusal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields that come with a file: {@code text}, {@code audience} and {@code mentions} (comma-joined), {@code clientMsgId},
 * {@code sender}, {@code replyTo}.
 */
final class FileForm {

    private static final Set<String> FIELDS =
            Set.of("text", "audience", "clientMsgId", "sender", "replyTo", "mentions");

    private FileForm() {}

    /**
     * A file message as it was read.
     *
     * @param digest of the file, its name and all fields: what the same key must come with again
     */
    record Read(Saying saying, String digest) {}

    /** Refuses what could not be said by anybody, before the file is kept. */
    static Read read(Uploaded file) {
        Saying saying = saying(file);
        saying.check();
        return new Read(saying, digest(file));
    }

    private static Saying saying(Uploaded file) {
        Map<String, String> fields = file.fields();
        if (!FIELDS.containsAll(fields.keySet())) {
            throw EdgeRefusal.UNKNOWN_FIELD.because();
        }
        PlainText.check(file.fileName());
        fields.values().forEach(PlainText::check);
        return new Saying(
                fields.get("text"),
                ids(fields.get("audience")),
                fields.get("clientMsgId"),
                fields.get("sender"),
                message(fields.get("replyTo")),
                ids(fields.get("mentions")),
                null,
                file);
    }

    private static @Nullable UUID message(@Nullable String id) {
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw MessageRefusal.REPLY_UNKNOWN.because();
        }
    }

    private static @Nullable List<String> ids(@Nullable String joined) {
        if (joined == null) {
            return null;
        }
        return joined.isBlank()
                ? List.of()
                : Arrays.stream(joined.split(",", -1)).map(String::strip).toList();
    }

    private static String digest(Uploaded file) {
        return TextDigests.of(file.digests().sha256() + "\n" + file.fileName() + "\n" + new TreeMap<>(file.fields()))
                .sha256();
    }
}
