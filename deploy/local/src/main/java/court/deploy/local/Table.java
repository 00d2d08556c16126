package court.deploy.local;

import java.util.ArrayList;
import java.util.List;

/** Rows in columns; a Chinese character is as wide as two others. */
final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                line.append(GAP).append(cell).repeat(" ", Math.max(0, width(column) - width(cell)));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column && (column < row.size() - 1 || column == 0))
                .mapToInt(row -> width(row.get(column)))
                .max()
                .orElse(0);
    }

    static int width(String text) {
        return text.codePoints().map(it -> isWide(it) ? 2 : 1).sum();
    }

    // East Asian Width W and F, as far as names and labels need it
    private static boolean isWide(int codePoint) {
        return Character.isIdeographic(codePoint)
                || codePoint >= 0x3000 && codePoint <= 0x303F
                || codePoint >= 0xFF00 && codePoint <= 0xFF60;
    }
}
