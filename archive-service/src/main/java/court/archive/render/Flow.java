package court.archive.render;

import java.io.IOException;
import java.util.List;

/** Text that runs down a page and on to the next one. */
final class Flow implements AutoCloseable {

    static final float TEXT = 12;
    static final float HEADING = 16;
    private static final float LEADING = 1.75f;

    /** Where the next page comes from. */
    @FunctionalInterface
    interface Paging {
        Canvas next() throws IOException;
    }

    private final TypeCase type;
    private final Paging pages;
    private Canvas canvas;
    private float y = Frame.TOP;

    Flow(TypeCase type, Paging pages) throws IOException {
        this.type = type;
        this.pages = pages;
        this.canvas = pages.next();
    }

    Canvas canvas() {
        return canvas;
    }

    TypeCase type() {
        return type;
    }

    float y() {
        return y;
    }

    /** Moves down; the space counts only on this page. */
    void space(float height) {
        y += height;
    }

    /** How much still fits on this page. */
    float room() {
        return Frame.end(canvas) - y;
    }

    void newPage() throws IOException {
        canvas.close();
        canvas = pages.next();
        y = Frame.TOP;
    }

    void heading(String text) throws IOException {
        space(10);
        for (String line : new Lines(type, HEADING).wrap(text, Frame.textWidth(canvas), 0)) {
            line(HEADING * 1.6f);
            canvas.centred(line, Frame.LEFT + Frame.textWidth(canvas) / 2, y - HEADING * 0.45f, HEADING, true);
        }
        space(12);
    }

    /** A paragraph whose first line is indented by two characters. */
    void paragraph(String text) throws IOException {
        for (String part : PlainLines.of(text)) {
            List<String> lines = new Lines(type, TEXT).wrap(part, Frame.textWidth(canvas), 2 * TEXT);
            for (int i = 0; i < lines.size(); i++) {
                line(TEXT * LEADING);
                canvas.text(lines.get(i), Frame.LEFT + (i == 0 ? 2 * TEXT : 0), y - TEXT * 0.5f, TEXT, false);
            }
        }
    }

    private void line(float height) throws IOException {
        if (room() < height) {
            newPage();
        }
        y += height;
    }

    @Override
    public void close() throws IOException {
        canvas.close();
    }
}
