package court.archive.dossier;

import court.platform.web.EdgeRefusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place in a dossier's order: by time, then source, then sequence. It claims no more order than there is. */
public record Cursor(Instant time, String source, long sequence, UUID factId) {

    private static final Cursor START = new Cursor(Instant.EPOCH, "", 0, new UUID(0, 0));
    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,18})/([A-Za-z0-9._-]{0,100})/(\\d{1,18})/([0-9a-f-]{36})");
    private static final long LATEST = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("9999-12-31T00:00:00Z"));

    /** Reads what {@link #text()} gave; nothing means the beginning. */
    public static Cursor of(@Nullable String text) {
        return text == null ? START : read(text);
    }

    private static Cursor read(String text) {
        try {
            Matcher parts = TEXT.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8));
            if (!parts.matches() || Long.parseLong(parts.group(1)) > LATEST) {
                throw EdgeRefusal.CURSOR_UNREADABLE.because();
            }
            return new Cursor(
                    Instant.EPOCH.plus(Long.parseLong(parts.group(1)), ChronoUnit.MICROS),
                    parts.group(2),
                    Long.parseLong(parts.group(3)),
                    UUID.fromString(parts.group(4)));
        } catch (IllegalArgumentException unreadable) {
            throw EdgeRefusal.CURSOR_UNREADABLE.because();
        }
    }

    /** Opaque to whoever gets it. */
    public String text() {
        String plain = ChronoUnit.MICROS.between(Instant.EPOCH, time) + "/" + source + "/" + sequence + "/" + factId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
