package court.archive.render;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The document while it grows. Papers get numbers from 1; cover, catalogue and backing sheet get none (rule RE4), and the
 * catalogue, written last, is laid behind the cover.
 */
final class Book {

    private static final PDRectangle LANDSCAPE = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());

    private final PDDocument document;
    private final TypeCase type;
    private final Volume volume;
    private int numbered;
    private int front;

    Book(PDDocument document, TypeCase type, Volume volume) {
        this.document = document;
        this.type = type;
        this.volume = volume;
    }

    PDDocument document() {
        return document;
    }

    TypeCase type() {
        return type;
    }

    Volume volume() {
        return volume;
    }

    /** How many numbered pages there are so far. */
    int numbered() {
        return numbered;
    }

    /** How many pages lie before page 1. */
    int front() {
        return front;
    }

    /** The next numbered page. */
    Canvas next() throws IOException {
        return next(false);
    }

    Canvas next(boolean landscape) throws IOException {
        PDPage page = new PDPage(landscape ? LANDSCAPE : PDRectangle.A4);
        document.addPage(page);
        numbered++;
        return framed(page, "第 " + numbered + " 页");
    }

    /** A page without number and frame; only before anything else. */
    Canvas cover() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        front++;
        return new Canvas(document, page, type);
    }

    /** The next page of the catalogue. */
    Canvas catalogue() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.getPages().insertAfter(page, document.getPage(front - 1));
        front++;
        return framed(page, "");
    }

    /** A page without number at the end. */
    Canvas backing() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return framed(page, "");
    }

    private Canvas framed(PDPage page, String number) throws IOException {
        Canvas canvas = new Canvas(document, page, type);
        Frame.draw(canvas, volume, number);
        return canvas;
    }
}
