package court.platform.media;

import org.jspecify.annotations.Nullable;

/**
 * What a picture, a recording or a film tells about itself. What the file does not carry is null, never estimated.
 *
 * @param durationMillis how long it plays
 * @param width in pixels, as it is shown: a film or photograph taken upright is higher than wide
 * @param poster a picture that lies within the file
 */
public record Media(
        @Nullable Long durationMillis,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Poster poster) {

    public static final Media SILENT = new Media(null, null, null, null);

    /**
     * Where in the file its picture lies.
     *
     * @param mediaType by its first bytes
     * @param offset of its first byte
     * @param size in bytes
     */
    public record Poster(String mediaType, long offset, int size) {}

    static Media picture(int width, int height) {
        return width > 0 && height > 0 ? new Media(null, width, height, null) : SILENT;
    }
}
