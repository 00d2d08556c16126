package court.platform.blob;

import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.jspecify.annotations.Nullable;

/**
 * Does a PDF do something when it is opened or touched: scripts and starting of programs (ISO 32000-1 §12.6.4.5,
 * §12.6.4.16). Links and forms without scripts are fine.
 */
final class PdfActions {

    private static final Set<String> ACTIVE = Set.of("JavaScript", "Launch", "ImportData", "Rendition");
    private static final int DEEPEST = 50;

    private PdfActions() {}

    static boolean isActive(PDDocument document) throws IOException {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null && names.getDictionaryObject(COSName.getPDFName("JavaScript")) != null
                || active(catalog.getDictionaryObject(COSName.OPEN_ACTION), 0)
                || anyOf(catalog.getCOSDictionary(COSName.AA))
                || inForm(document.getDocumentCatalog().getAcroForm(null))) {
            return true;
        }
        for (PDPage page : document.getPages()) {
            if (onPage(page.getCOSObject())) {
                return true;
            }
        }
        return false;
    }

    private static boolean onPage(COSDictionary page) {
        if (anyOf(page.getCOSDictionary(COSName.AA))) {
            return true;
        }
        COSArray marks = page.getCOSArray(COSName.ANNOTS);
        for (int i = 0; marks != null && i < marks.size(); i++) {
            if (marks.getObject(i) instanceof COSDictionary mark && touched(mark)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inForm(@Nullable PDAcroForm form) {
        if (form == null) {
            return false;
        }
        for (PDField field : form.getFieldTree()) {
            if (touched(field.getCOSObject())) {
                return true;
            }
        }
        return false;
    }

    /** What happens when a mark or field is touched. */
    private static boolean touched(COSDictionary mark) {
        return active(mark.getDictionaryObject(COSName.A), 0) || anyOf(mark.getCOSDictionary(COSName.AA));
    }

    private static boolean anyOf(@Nullable COSDictionary actions) {
        return actions != null
                && actions.keySet().stream().anyMatch(name -> active(actions.getDictionaryObject(name), 0));
    }

    /** An action, or one of those that follow it. */
    private static boolean active(@Nullable COSBase action, int depth) {
        if (depth > DEEPEST) {
            return true;
        }
        COSBase found = action instanceof COSObject reference ? reference.getObject() : action;
        if (found instanceof COSArray several) {
            return several.toList().stream().anyMatch(it -> active(it, depth + 1));
        }
        return found instanceof COSDictionary one
                && (ACTIVE.contains(one.getNameAsString(COSName.S, ""))
                        || active(one.getDictionaryObject(COSName.NEXT), depth + 1));
    }
}
