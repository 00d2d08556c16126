package court.archive.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Which characters can be printed, and with which font. Fonts are read only when those before them lack a character. */
final class Coverage {

    private static final int LAST = 0x32400;

    private final Map<FontFile, BitSet> known = new EnumMap<>(FontFile.class);
    private final Function<FontFile, TrueTypeFont> fonts;

    Coverage() {
        this(FontFile::open);
    }

    Coverage(Function<FontFile, TrueTypeFont> fonts) {
        this.fonts = fonts;
    }

    Optional<FontFile> find(int codePoint) {
        return List.of(FontFile.values()).stream()
                .filter(font -> charactersOf(font).get(codePoint))
                .findFirst();
    }

    /** Refuses a text with a character that cannot be printed, naming the character. */
    void require(String text) {
        text.codePoints().filter(it -> !isPrintable(it)).findFirst().ifPresent(missing -> {
            throw RenderRefusal.NO_GLYPH.because(
                    excerpt(text), Character.isISOControl(missing) ? "" : Character.toString(missing), name(missing));
        });
    }

    /** The text with each character that cannot be printed spelled out. */
    String spelledOut(String text) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(it -> {
            if (isPrintable(it)) {
                result.appendCodePoint(it);
            } else {
                result.append('〔').append(name(it)).append('〕');
            }
        });
        return result.toString();
    }

    private boolean isPrintable(int codePoint) {
        return PlainLines.isLayout(codePoint) || find(codePoint).isPresent();
    }

    private synchronized BitSet charactersOf(FontFile font) {
        return known.computeIfAbsent(font, this::read);
    }

    private BitSet read(FontFile font) {
        try (TrueTypeFont opened = fonts.apply(font)) {
            CmapLookup characters = opened.getUnicodeCmapLookup();
            BitSet result = new BitSet(LAST);
            for (int codePoint = ' '; codePoint < LAST; codePoint++) {
                result.set(codePoint, FontFile.readsBack(characters, codePoint));
            }
            return result;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(int codePoint) {
        return "U+%04X".formatted(codePoint);
    }

    private static String excerpt(String text) {
        int[] codePoints =
                text.codePoints().filter(it -> !Character.isISOControl(it)).toArray();
        return codePoints.length <= 20 ? text.strip() : new String(codePoints, 0, 20) + "…";
    }
}
