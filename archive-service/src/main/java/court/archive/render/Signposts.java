package court.archive.render;

import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.jspecify.annotations.Nullable;

/** What helps to find a paper on a screen: page labels that say the printed numbers, and the catalogue as bookmarks. */
final class Signposts {

    private Signposts() {}

    static void set(Book book, List<Rendered.Line> lines) {
        PDDocument document = book.document();
        PDPageLabels labels = new PDPageLabels(document);
        labels.setLabelItem(0, label("卷首", null));
        labels.setLabelItem(book.front(), label(null, PDPageLabelRange.STYLE_DECIMAL));
        labels.setLabelItem(book.front() + book.numbered(), label("备考表", null));
        document.getDocumentCatalog().setPageLabels(labels);
        PDDocumentOutline outline = new PDDocumentOutline();
        lines.forEach(line -> {
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(line.number() + " " + line.title());
            item.setDestination(document.getPage(book.front() + line.firstPage() - 1));
            outline.addLast(item);
        });
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    private static PDPageLabelRange label(@Nullable String prefix, @Nullable String style) {
        PDPageLabelRange range = new PDPageLabelRange();
        if (prefix != null) {
            range.setPrefix(prefix);
        }
        if (style != null) {
            range.setStyle(style);
        }
        return range;
    }
}
