package court.archive.render;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A ruled table that runs on to the next page, there under its head again; a cell longer than a page is parted between lines. */
final class Grid {

    private static final float SIZE = 10.5f;
    private static final float LINE = 16.5f;
    private static final float PADDING = 5;
    private static final float RULE = 0.6f;

    private final Flow flow;
    private final List<Float> widths;
    private final List<String> head;

    /**
     * @param widths of the columns in points
     * @param head words above the columns; may be empty
     */
    Grid(Flow flow, List<Float> widths, List<String> head) {
        this.flow = flow;
        this.widths = List.copyOf(widths);
        this.head = List.copyOf(head);
    }

    void head() throws IOException {
        if (!head.isEmpty()) {
            draw(wrap(head), 0, 1, true);
        }
    }

    void row(List<String> cells) throws IOException {
        List<List<String>> wrapped = wrap(cells);
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(1);
        int from = 0;
        while (from < lines) {
            int fitting = Math.min(lines - from, fitting());
            // a short row is not parted
            if (fitting <= 0 || (from == 0 && fitting < lines && lines <= 8)) {
                flow.newPage();
                head();
                continue;
            }
            draw(wrapped, from, from + fitting, false);
            from += fitting;
        }
    }

    /** One cell across all columns, shaded. */
    void band(String text) throws IOException {
        float height = LINE + 2 * PADDING;
        if (flow.room() < 2 * height) {
            flow.newPage();
            head();
        }
        flow.canvas().shade(Frame.LEFT, flow.y(), total(), height);
        box(Frame.LEFT, total(), height);
        flow.canvas().text(text, Frame.LEFT + PADDING, flow.y() + PADDING + SIZE + 1.5f, SIZE, true);
        flow.space(height);
    }

    private int fitting() {
        return (int) Math.floor((flow.room() - 2 * PADDING) / LINE);
    }

    private float total() {
        return (float) widths.stream().mapToDouble(Float::doubleValue).sum();
    }

    private List<List<String>> wrap(List<String> cells) throws IOException {
        List<List<String>> wrapped = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            wrapped.add(new Lines(flow.type(), SIZE).wrap(cells.get(i), widths.get(i) - 2 * PADDING, 0));
        }
        return wrapped;
    }

    private void draw(List<List<String>> cells, int from, int to, boolean bold) throws IOException {
        float height = (to - from) * LINE + 2 * PADDING;
        float x = Frame.LEFT;
        for (int i = 0; i < cells.size(); i++) {
            box(x, widths.get(i), height);
            List<String> lines = cells.get(i);
            for (int line = from; line < Math.min(to, lines.size()); line++) {
                float baseline = flow.y() + PADDING + (line - from) * LINE + SIZE + 1.5f;
                flow.canvas().text(lines.get(line), x + PADDING, baseline, SIZE, bold);
            }
            x += widths.get(i);
        }
        flow.space(height);
    }

    private void box(float x, float width, float height) throws IOException {
        Canvas canvas = flow.canvas();
        float y = flow.y();
        canvas.line(x, y, x + width, y, RULE);
        canvas.line(x, y + height, x + width, y + height, RULE);
        canvas.line(x, y, x, y + height, RULE);
        canvas.line(x + width, y, x + width, y + height, RULE);
    }
}
