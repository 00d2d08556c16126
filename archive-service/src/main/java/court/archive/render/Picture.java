package court.archive.render;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.FileImageOutputStream;

/** One drawn page on disk: a JPEG named by its number. */
final class Picture {

    /** Dots; an A3 sheet at 150 dots an inch has 2,480. */
    static final int LONGEST_SIDE = 2_500;

    private static final float QUALITY = 0.82f;

    private Picture() {}

    static Path path(Path folder, int number) {
        return folder.resolve("%05d.jpg".formatted(number));
    }

    static void write(BufferedImage picture, Path folder, int number) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        how.setCompressionQuality(QUALITY);
        try (FileImageOutputStream output =
                new FileImageOutputStream(path(folder, number).toFile())) {
            writer.setOutput(output);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
    }
}
