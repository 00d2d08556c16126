package court.archive.render;

import java.util.List;

/** What a text's layout characters mean on paper: line breaks part lines, a tab is a space of two characters. */
final class PlainLines {

    private PlainLines() {}

    static boolean isLayout(int codePoint) {
        return codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }

    static List<String> of(String text) {
        return text.replace("\t", "\u3000\u3000").lines().toList();
    }
}
