package court.archive.render;

import java.util.List;

/** What a text's layout characters mean on paper: line breaks part lines, a tab is a space of two characters, a space
 * that does not break is a space. */
final class PlainLines {

    private static final char NO_BREAK_SPACE = '\u00A0';

    private PlainLines() {}

    static boolean isLayout(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t' || codePoint == NO_BREAK_SPACE;
    }

    static List<String> of(String text) {
        return text.replace("\t", "\u3000\u3000")
                .replace(NO_BREAK_SPACE, ' ')
                .lines()
                .toList();
    }
}
