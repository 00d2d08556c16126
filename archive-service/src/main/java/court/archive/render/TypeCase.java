package court.archive.render;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document, opened when first needed; what is used of them goes into the document. */
final class TypeCase implements AutoCloseable {

    /** A font in use. */
    record Face(TrueTypeFont font, CmapLookup characters, PDFont embedded) {

        /** How far the character moves on, in parts of the type size. */
        float advance(int codePoint) throws IOException {
            return (float) font.getAdvanceWidth(characters.getGlyphId(codePoint)) / font.getUnitsPerEm();
        }
    }

    private final PDDocument document;
    private final Coverage coverage;
    private final Map<FontFile, Face> faces = new EnumMap<>(FontFile.class);

    TypeCase(PDDocument document, Coverage coverage) {
        this.document = document;
        this.coverage = coverage;
    }

    Face faceFor(int codePoint) throws IOException {
        // all texts were checked before; a miss here is a fault of ours and must stop the print
        FontFile file = coverage.find(codePoint)
                .orElseThrow(() -> new NoSuchElementException("no glyph for U+%04X".formatted(codePoint)));
        Face face = faces.get(file);
        if (face == null) {
            TrueTypeFont font = file.open();
            face = new Face(font, font.getUnicodeCmapLookup(), PDType0Font.load(document, font, true));
            faces.put(file, face);
        }
        return face;
    }

    float width(String text, float size) throws IOException {
        float width = 0;
        for (int codePoint : text.codePoints().toArray()) {
            width += faceFor(codePoint).advance(codePoint) * size;
        }
        return width;
    }

    @Override
    public void close() throws IOException {
        for (Face face : faces.values()) {
            face.font().close();
        }
    }
}
