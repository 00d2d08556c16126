package court.archive.render;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Prints volumes as PDF/A-2u (ISO 19005-2). */
public interface VolumeRenderer {

    /**
     * Prints the volume into this new file, on the calling thread. Fails with a refused {@link RenderRefusal} before
     * anything is written when a character has no glyph; a file that cannot be shown never fails it.
     */
    Rendered render(Volume volume, Path target) throws IOException;

    /** The same on one of a few threads kept for heavy work, as many as there are cores; the future fails with what {@code render} throws. */
    CompletableFuture<Rendered> print(Volume volume, Path target);

    /** The text with each character that no font has spelled out as 〔U+1F600〕: for what people chat, never for names. */
    String printable(String text);
}
