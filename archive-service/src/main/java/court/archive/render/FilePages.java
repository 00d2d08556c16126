package court.archive.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Prints a file that was handed in: its pages as pictures, or one sheet that describes it. */
final class FilePages {

    private static final Set<String> DRAWN = Set.of("application/pdf", "image/png", "image/jpeg");
    private static final float CAPTION = 9;

    /** How far a picture may reach into the margins. */
    private static final float OVERHANG = 13;

    private final PageDrawer drawer;
    private final Path workspace;

    FilePages(PageDrawer drawer, Path workspace) {
        this.drawer = drawer;
        this.workspace = workspace;
    }

    /** Why its pages could not be drawn although they should have been; empty when all is well. */
    Optional<UnshownReason> print(Book book, String title, Original original) throws IOException {
        if (!DRAWN.contains(original.mediaType())) {
            FileSheet.print(book, title, original, "");
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory(workspace, "pages");
        try {
            Path file = folder.resolve("original");
            original.content().writeTo(file);
            return switch (drawer.draw(original.mediaType(), file, folder)) {
                case PageDrawer.Drawing.Pages(List<Path> pictures) -> {
                    pictures(book, original, pictures);
                    yield Optional.empty();
                }
                case PageDrawer.Drawing.Failed(UnshownReason reason) -> {
                    FileSheet.print(book, title, original, reason.text());
                    yield Optional.of(reason);
                }
            };
        } finally {
            clear(folder);
        }
    }

    private static void pictures(Book book, Original original, List<Path> pictures) throws IOException {
        for (int i = 0; i < pictures.size(); i++) {
            PDImageXObject image =
                    JPEGFactory.createFromByteArray(book.document(), Files.readAllBytes(pictures.get(i)));
            try (Canvas canvas = book.next(image.getWidth() > image.getHeight())) {
                String place = "（第 " + (i + 1) + " / " + pictures.size() + " 页）";
                float width = Frame.textWidth(canvas);
                canvas.text(caption(book.type(), original.name(), place, width), Frame.LEFT, Frame.TOP, CAPTION, false);
                fit(canvas, image);
            }
        }
    }

    private static String caption(TypeCase type, String name, String place, float width) throws IOException {
        float room = width - type.width("…" + place, CAPTION);
        List<String> lines = new Lines(type, CAPTION).wrap(name, room, 0);
        return lines.getFirst() + (lines.size() > 1 ? "…" : "") + place;
    }

    // as large as the paper allows, never larger than it was at 96 dots an inch
    private static void fit(Canvas canvas, PDImageXObject image) throws IOException {
        float top = Frame.TOP + CAPTION;
        float room = Frame.textWidth(canvas) + 2 * OVERHANG;
        float height = Frame.end(canvas) - top;
        float scale = Math.min(0.75f, Math.min(room / image.getWidth(), height / image.getHeight()));
        float wide = image.getWidth() * scale;
        float left = Frame.LEFT - OVERHANG + (room - wide) / 2;
        canvas.image(image, left, top, wide, image.getHeight() * scale);
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
