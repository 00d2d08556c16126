package court.interaction.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Text as it is compared when somebody looks for words: compatible forms are one (Unicode NFKC: full width and half width), so are
 * capital and small letters, and what is no word (white space, punctuation, signs that cannot be seen) does not count.
 */
record FoldedText(String text) {

    private static final Pattern NO_WORD = Pattern.compile(
            "[\\p{Z}\\p{P}\\p{Cc}\\p{Cf}\\p{Cs}"
                    // cannot be seen either (Unicode Default_Ignorable_Code_Point), joiners, fillers and selectors of
                    // variants
                    + "\\x{034F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]+");

    static FoldedText of(String text) {
        String small = compatible(compatible(text).toLowerCase(Locale.ROOT));
        return new FoldedText(NO_WORD.matcher(small).replaceAll(""));
    }

    private static String compatible(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** How many signs: a rare character is one. */
    int length() {
        return text.codePointCount(0, text.length());
    }

    boolean contains(FoldedText words) {
        return text.contains(words.text);
    }

    /** Each two signs that stand side by side. */
    Stream<String> pairs() {
        int[] signs = text.codePoints().toArray();
        return IntStream.range(0, signs.length - 1).mapToObj(at -> new String(signs, at, 2));
    }
}
