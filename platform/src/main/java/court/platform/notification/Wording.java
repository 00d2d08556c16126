package court.platform.notification;

import court.platform.messenger.WeChatMessagePort;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a prompt says. Links look like fraud, so none goes out, and neither does a number of somebody's document or phone
 * (rule RS4, house rule).
 *
 * @param template by which the SMS provider knows the text
 * @param matter what it is about, such as 执行申请已收到
 * @param about the case number, or the court when there is none yet
 * @param advice what to do
 * @param values what stands in the places of the SMS template besides these
 */
public record Wording(String template, String matter, String about, String advice, Map<String, String> values) {

    private static final int LONGEST_VALUE = 60;
    private static final Pattern LINK = Pattern.compile(
            "(?i)[a-z][a-z0-9+.-]*://|www\\.|\\b[a-z0-9-]+\\.(com|cn|net|org|gov|edu|top|cc|io|me|vip|xyz|info|link|url)\\b"
                    + "|[a-z0-9-]+\\.[a-z]{2,}/");
    private static final Pattern LONG_NUMBER = Pattern.compile("[0-9０-９]([ -]?[0-9０-９Xx]){9,}");

    public Wording {
        values = Map.copyOf(values);
        Stream.concat(Stream.of(matter, about, advice), values.values().stream())
                .forEach(Wording::check);
        for (String thing : List.of(matter, about, advice)) {
            if (thing.isBlank() || thing.codePointCount(0, thing.length()) > WeChatMessagePort.LONGEST_THING) {
                throw NotificationRefusal.TOO_LONG.because(WeChatMessagePort.LONGEST_THING);
            }
        }
    }

    private static void check(String text) {
        if (LINK.matcher(text).find()) {
            throw NotificationRefusal.LINK_IN_TEXT.because();
        }
        if (LONG_NUMBER.matcher(text).find()) {
            throw NotificationRefusal.NUMBER_IN_TEXT.because();
        }
        if (text.length() > LONGEST_VALUE) {
            throw NotificationRefusal.TOO_LONG.because(LONGEST_VALUE);
        }
    }

    /** All that goes into the SMS template. */
    Map<String, String> places() {
        Map<String, String> all = new java.util.TreeMap<>(values);
        all.put("matter", matter);
        all.put("about", about);
        all.put("advice", advice);
        return all;
    }

    WeChatMessagePort.Card card() {
        return new WeChatMessagePort.Card(matter, about, advice);
    }
}
