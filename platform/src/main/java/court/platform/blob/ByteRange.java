package court.platform.blob;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a file to give out.
 *
 * @param length 0 when the range asked for lies outside the file
 * @param partial whether a range was asked for and understood
 */
record ByteRange(long from, long length, boolean partial) {

    private static final Pattern ONE = Pattern.compile("(?i:bytes)=(\\d{0,18})-(\\d{0,18})");

    static ByteRange whole(long size) {
        return new ByteRange(0, size, false);
    }

    /** RFC 9110 §14.2: what is not understood, and several ranges, may be ignored; then the whole file is given. */
    static ByteRange of(@Nullable String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header.replace(" ", ""));
        if (!range.matches()) {
            return whole(size);
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? whole(size) : suffix(Long.parseLong(last), size);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? size - 1 : Math.min(Long.parseLong(last), size - 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return whole(size); // §14.1.1: an invalid range
        }
        return new ByteRange(from, Math.max(0, to - from + 1), true);
    }

    private static ByteRange suffix(long asked, long size) {
        long length = Math.min(asked, size);
        return new ByteRange(size - length, length, true);
    }

    long last() {
        return from + length - 1;
    }
}
