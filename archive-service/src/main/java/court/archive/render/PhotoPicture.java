package court.archive.render;

import court.platform.media.JpegOrientation;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Draws a photograph or a scan: upright, on white, no larger than a sheet of paper needs. */
final class PhotoPicture {

    private static final long MOST_DOTS = 200_000_000;

    /** Dots of the long side of an A4 sheet at 200 dots an inch. */
    private static final int LONGEST_SIDE = 2_340;

    private PhotoPicture() {}

    static void draw(Path file, Path folder) throws IOException, PageProgram.NotDrawn {
        BufferedImage read;
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new PageProgram.NotDrawn(UnshownReason.BROKEN);
            }
            read = read(readers.next(), input);
        }
        try (InputStream input = Files.newInputStream(file)) {
            Picture.write(upright(read, JpegOrientation.of(input)), folder, 1);
        }
    }

    // every n-th dot only, where there are more than are needed; so a large picture needs little memory
    private static BufferedImage read(ImageReader reader, ImageInputStream input)
            throws IOException, PageProgram.NotDrawn {
        reader.setInput(input, true, true);
        long dots = (long) reader.getWidth(0) * reader.getHeight(0);
        if (dots > MOST_DOTS) {
            throw new PageProgram.NotDrawn(UnshownReason.TOO_LARGE);
        }
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST_SIDE);
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage upright(BufferedImage read, JpegOrientation orientation) {
        double scale = Math.min(1.0, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        BufferedImage picture = orientation.isSideways()
                ? new BufferedImage(height, width, BufferedImage.TYPE_INT_RGB)
                : new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        AffineTransform turn = turn(orientation, width, height);
        turn.scale((double) width / read.getWidth(), (double) height / read.getHeight());
        pen.drawRenderedImage(read, turn);
        pen.dispose();
        return picture;
    }

    /** From the dots as stored, width × height, to the picture as it is to be seen. */
    private static AffineTransform turn(JpegOrientation orientation, int width, int height) {
        return switch (orientation.value()) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
