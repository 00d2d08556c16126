package court.archive.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines as Chinese is set (GB/T 15834 §5.1.10): between any two characters, but no line begins with a closing mark
 * or ends with an opening one; Latin words and numbers stay whole unless longer than a line. No character is lost or added.
 */
final class Lines {

    private static final String NEVER_FIRST = "，。、；：？！）》〉」』】〕”’…—％·,.;:?!)]}% \u3000";
    private static final String NEVER_LAST = "（《〈「『【〔“‘([{";

    private final TypeCase type;
    private final float size;

    Lines(TypeCase type, float size) {
        this.type = type;
        this.size = size;
    }

    /** Lines that fit the width; the first begins after an indent. */
    List<String> wrap(String text, float width, float indent) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : PlainLines.of(text)) {
            wrapLine(line, width, indent, lines);
        }
        return lines.isEmpty() ? List.of("") : lines;
    }

    private void wrapLine(String text, float width, float indent, List<String> lines) throws IOException {
        StringBuilder line = new StringBuilder();
        float used = indent;
        for (String unit : units(text, width)) {
            float wide = type.width(unit.stripTrailing(), size);
            if (!line.isEmpty() && used + wide > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(unit);
            used += type.width(unit, size);
        }
        lines.add(line.toString());
    }

    /** What no line break may part. */
    private List<String> units(String text, float width) throws IOException {
        List<String> units = new ArrayList<>();
        StringBuilder unit = new StringBuilder();
        int before = 0;
        for (int next : text.codePoints().toArray()) {
            boolean fits = type.width(unit.toString(), size) + size < width;
            if (before != 0 && !(fits && clings(before, next))) {
                units.add(unit.toString());
                unit.setLength(0);
            }
            unit.appendCodePoint(next);
            before = next;
        }
        if (!unit.isEmpty()) {
            units.add(unit.toString());
        }
        return units;
    }

    private static boolean clings(int before, int next) {
        return NEVER_FIRST.indexOf(next) >= 0 || NEVER_LAST.indexOf(before) >= 0 || (isWord(before) && isWord(next));
    }

    private static boolean isWord(int codePoint) {
        return codePoint > ' ' && codePoint < 0x250;
    }
}
