package court.filing.application;

import java.util.regex.Pattern;

/** The one form of a text however it was typed. What is changed is told to the person, never silently. */
final class TextForm {

    private static final int FULL_WIDTH_OFFSET = '！' - '!';
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00A0\\u200B-\\u200D\\u2060\\uFEFF]+");
    private static final Pattern BETWEEN_HAN =
            Pattern.compile("(?<=[\\p{IsHan}\\uE000-\\uF8FF])[\\s\\u3000\\u00A0]+(?=[\\p{IsHan}\\uE000-\\uF8FF])");
    private static final Pattern DOTS = Pattern.compile("[•‧・･⋅●.．](?=\\p{IsHan})");
    private static final Pattern PRIVATE = Pattern.compile("[\\x{E000}-\\x{F8FF}\\x{F0000}-\\x{10FFFD}]");

    private TextForm() {}

    /** Whether nothing can be seen in it: blanks of any width, invisible characters. */
    static boolean isBlank(String text) {
        return BLANKS.matcher(text).replaceAll("").isEmpty();
    }

    /** Whether two names are one, however wide their brackets and blanks were typed. */
    static boolean same(String one, String other) {
        return code(one).equals(code(other));
    }

    /** Numbers, dates, codes: half width, nothing blank in them. */
    static String code(String text) {
        return BLANKS.matcher(halfWidth(text)).replaceAll("");
    }

    /** Names: no blanks around or between Chinese characters, one kind of dot 间隔号 in them. */
    static String name(String text) {
        String one = BLANKS.matcher(text.strip()).replaceAll(" ").strip();
        return DOTS.matcher(BETWEEN_HAN.matcher(one).replaceAll("")).replaceAll("·");
    }

    /** Whether a character has no public code point, so that other systems will not show it 自造字. */
    static boolean hasPrivateCharacter(String text) {
        return PRIVATE.matcher(text).find();
    }

    private static String halfWidth(String text) {
        StringBuilder half = new StringBuilder();
        text.chars()
                .forEach(unit -> half.append((char) (unit >= '！' && unit <= '～' ? unit - FULL_WIDTH_OFFSET : unit)));
        return half.toString();
    }
}
