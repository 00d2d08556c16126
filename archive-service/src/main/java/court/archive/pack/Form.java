package court.archive.pack;

import court.archive.render.Paper;
import court.archive.render.Row;
import court.platform.json.Secret;
import court.platform.model.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A form being filled in for the volume; what is not there has no row. */
final class Form {

    private final UnaryOperator<String> printable;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> paragraphs = new ArrayList<>();

    /** @param printable for free text; names are printed as they are or not at all */
    Form(UnaryOperator<String> printable) {
        this.printable = printable;
    }

    Form row(String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            rows.add(new Row(label, value));
        }
        return this;
    }

    Form row(String label, @Nullable Secret value) {
        return row(label, value == null ? null : value.reveal());
    }

    Form row(String label, @Nullable Money value) {
        return row(label, value == null ? null : value.text() + " 元");
    }

    Form row(String label, @Nullable LocalDate value) {
        return row(label, value == null ? null : Words.date(value));
    }

    Form free(String label, @Nullable String value) {
        return row(label, value == null ? null : printable.apply(value));
    }

    Form paragraph(String text) {
        paragraphs.add(printable.apply(text));
        return this;
    }

    List<Row> rows() {
        return rows;
    }

    Paper paper() {
        return new Paper.Form(rows, paragraphs);
    }
}
