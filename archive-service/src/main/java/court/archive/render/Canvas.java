package court.archive.render;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** One page to draw on. Measured in points (1/72 inch) from the upper left corner. */
final class Canvas implements AutoCloseable {

    private static final float BOLD = 0.028f;

    private final TypeCase type;
    private final PDPageContentStream content;
    private final PDRectangle size;

    Canvas(PDDocument document, PDPage page, TypeCase type) throws IOException {
        this.type = type;
        this.content = new PDPageContentStream(document, page, AppendMode.OVERWRITE, true);
        this.size = page.getMediaBox();
    }

    float width() {
        return size.getWidth();
    }

    float height() {
        return size.getHeight();
    }

    /** Text from this point on, standing on the baseline. */
    void text(String text, float x, float baseline, float size, boolean bold) throws IOException {
        content.beginText();
        if (bold) {
            content.setRenderingMode(RenderingMode.FILL_STROKE);
            content.setLineWidth(size * BOLD);
        } else {
            content.setRenderingMode(RenderingMode.FILL);
        }
        content.newLineAtOffset(x, height() - baseline);
        show(text, size);
        content.endText();
    }

    void centred(String text, float centre, float baseline, float size, boolean bold) throws IOException {
        text(text, centre - type.width(text, size) / 2, baseline, size, bold);
    }

    void rightAligned(String text, float right, float baseline, float size) throws IOException {
        text(text, right - type.width(text, size), baseline, size, false);
    }

    void line(float fromX, float fromY, float toX, float toY, float thickness) throws IOException {
        content.setLineWidth(thickness);
        content.moveTo(fromX, height() - fromY);
        content.lineTo(toX, height() - toY);
        content.stroke();
    }

    void shade(float x, float y, float width, float height) throws IOException {
        content.setNonStrokingColor(0.94f, 0.94f, 0.94f);
        content.addRect(x, height() - y - height, width, height);
        content.fill();
        content.setNonStrokingColor(0f, 0f, 0f);
    }

    void image(PDImageXObject image, float x, float y, float width, float height) throws IOException {
        content.drawImage(image, x, height() - y - height, width, height);
    }

    // each stretch of characters that share a font is one run
    private void show(String text, float size) throws IOException {
        StringBuilder run = new StringBuilder();
        TypeCase.Face face = null;
        for (int codePoint : text.codePoints().toArray()) {
            TypeCase.Face next = type.faceFor(codePoint);
            if (face != null && next != face) {
                showRun(face, run, size);
            }
            face = next;
            run.appendCodePoint(codePoint);
        }
        if (face != null) {
            showRun(face, run, size);
        }
    }

    private void showRun(TypeCase.Face face, StringBuilder run, float size) throws IOException {
        content.setFont(face.embedded(), size);
        content.showText(run.toString());
        run.setLength(0);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
