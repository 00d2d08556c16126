package court.archive.render;

import java.io.IOException;
import java.util.List;

/** Prints rows and paragraphs under a heading. */
final class FormPages {

    private static final float LABEL = 108;

    private FormPages() {}

    static void print(Flow flow, String heading, Paper.Form form) throws IOException {
        flow.heading(heading);
        rows(flow, form.rows());
        flow.space(form.rows().isEmpty() ? 0 : 12);
        for (String paragraph : form.paragraphs()) {
            flow.paragraph(paragraph);
        }
    }

    static void rows(Flow flow, List<Row> rows) throws IOException {
        Grid grid = new Grid(flow, List.of(LABEL, Frame.textWidth(flow.canvas()) - LABEL), List.of());
        for (Row row : rows) {
            grid.row(List.of(row.label(), row.value()));
        }
    }
}
