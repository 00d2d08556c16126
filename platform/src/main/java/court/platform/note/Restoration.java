package court.platform.note;

import court.platform.merkle.Hash;
import court.platform.merkle.TreeHead;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a log says, under its signature, when its database was restored 恢复 from a backup.
 *
 * @param from the tree that the backup held
 * @param to the tree that it was brought up to again; every leaf of it is the one that was shown before
 * @param reason one line
 */
public record Restoration(String origin, UUID id, TreeHead from, TreeHead to, String reason) {

    /** No log has this for its name, so no checkpoint can be taken for one of these. */
    private static final String FIRST = "ledger restoration/v1";

    private static final String HEAD = "(0|[1-9][0-9]{0,17}) ([0-9A-Za-z+/]{43}=)\n";
    private static final Pattern TEXT = Pattern.compile(
            Pattern.quote(FIRST) + "\n([^\n]+)\n(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\n" + HEAD + HEAD
                    + "([^\n]{1,500})\n");

    public Restoration {
        if (reason.isBlank() || reason.length() > 500 || reason.chars().anyMatch(it -> it < ' ')) {
            throw new IllegalArgumentException("the reason is one line");
        }
    }

    /** What is signed. */
    public String text() {
        return "%s\n%s\n%s\n%s\n%s\n%s\n".formatted(FIRST, origin, id, line(from), line(to), reason);
    }

    /** Reads a text; {@link NoteRejected} unless it is exactly one of these. */
    public static Restoration parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new NoteRejected("not a restoration");
        }
        try {
            Restoration read = new Restoration(
                    parts.group(1),
                    UUID.fromString(parts.group(2)),
                    head(parts.group(3), parts.group(4)),
                    head(parts.group(5), parts.group(6)),
                    parts.group(7));
            if (!read.text().equals(text)) {
                throw new NoteRejected("another spelling of a restoration");
            }
            return read;
        } catch (IllegalArgumentException unreadable) {
            throw new NoteRejected("not a restoration: " + unreadable.getMessage());
        }
    }

    private static String line(TreeHead head) {
        return head.size() + " " + head.root().base64();
    }

    private static TreeHead head(String size, String root) {
        return new TreeHead(Long.parseLong(size), Hash.of(Base64.getDecoder().decode(root)));
    }
}
