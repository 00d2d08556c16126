package court.archive.render;

import java.util.List;

/** What one item of the volume is made of. Each begins on a page of its own. */
public sealed interface Paper {

    /**
     * A paper that the platform writes itself: a form of rows, then paragraphs; either may be empty. Its heading is the
     * item's title.
     *
     * @param paragraphs line breaks within one are kept
     */
    record Form(List<Row> rows, List<String> paragraphs) implements Paper {

        public Form {
            rows = List.copyOf(rows);
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** A file as it was handed in: PDF, PNG and JPEG page by page as images, anything else one sheet that describes it. */
    record Copy(Original original) implements Paper {}
}
