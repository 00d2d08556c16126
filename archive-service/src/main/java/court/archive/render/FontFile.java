package court.archive.render;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The fonts that come with us, the first choice first. How they were made: {@code fonts/SOURCE.md}. */
enum FontFile {
    /** Everyday Chinese, Latin, Greek, Cyrillic, kana. */
    SANS("dossier-sans.ttf"),
    /** Compatibility ideographs 兼容汉字 and signs. */
    SIGNS("dossier-signs.ttf"),
    /** Rare characters 生僻字 of CJK extension B, first half. */
    RARE_B1("dossier-rare-b1.ttf"),
    /** Rare characters of CJK extension B, second half. */
    RARE_B2("dossier-rare-b2.ttf"),
    /** Rare characters of CJK extensions C to F. */
    RARE_C("dossier-rare-c.ttf");

    private final String file;

    FontFile(String file) {
        this.file = file;
    }

    /** The font, to be closed by who asked. Never shared: reading it moves its position. */
    TrueTypeFont open() {
        try (InputStream bytes = FontFile.class.getResourceAsStream("fonts/" + file)) {
            if (bytes == null) {
                throw new IllegalStateException("font is missing: " + file);
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether a glyph set for this character reads back as this very character: a PDF's text is found by going from the glyph
     * to the first character it stands for.
     */
    static boolean readsBack(CmapLookup characters, int codePoint) {
        int glyph = characters.getGlyphId(codePoint);
        return glyph != 0 && characters.getCharCodes(glyph).getFirst() == codePoint;
    }
}
