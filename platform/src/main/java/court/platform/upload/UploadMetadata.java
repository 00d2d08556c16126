package court.platform.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a sender tells about a file before it comes: tus 1.0 {@code Upload-Metadata}, keys with Base64 of UTF-8. */
public record UploadMetadata(Map<String, String> values) {

    private static final int LONGEST = 4_000;
    private static final int MOST = 20;

    public UploadMetadata {
        values = Map.copyOf(values);
    }

    /** Refuses what is no such header: other text than Base64 of UTF-8, a key twice, too much of it. */
    public static UploadMetadata parse(@Nullable String header) {
        Map<String, String> values = new LinkedHashMap<>();
        if (header == null || header.isBlank()) {
            return new UploadMetadata(values);
        }
        String[] pairs = header.split(",", -1);
        if (header.length() > LONGEST || pairs.length > MOST) {
            throw UploadRefusal.METADATA_UNREADABLE.because();
        }
        for (String pair : pairs) {
            String[] parts = pair.strip().split(" ", -1);
            boolean known = parts.length <= 2 && parts[0].matches("[A-Za-z0-9._-]{1,64}");
            if (!known || values.put(parts[0], parts.length == 2 ? text(parts[1]) : "") != null) {
                throw UploadRefusal.METADATA_UNREADABLE.because();
            }
        }
        return new UploadMetadata(values);
    }

    private static String text(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (IllegalArgumentException | CharacterCodingException garbage) {
            throw UploadRefusal.METADATA_UNREADABLE.because();
        }
    }

    public String get(String key) {
        return values.getOrDefault(key, "").strip();
    }

    /** As a header again. */
    public String text() {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> it.getKey() + " "
                        + Base64.getEncoder().encodeToString(it.getValue().getBytes(UTF_8)))
                .collect(Collectors.joining(","));
    }
}
