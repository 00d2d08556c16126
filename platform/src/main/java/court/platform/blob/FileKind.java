package court.platform.blob;

import court.platform.model.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The kinds of file a court takes: their extensions, the media type they are given out with, what their bytes look like. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are made by List.of and Set.of
enum FileKind {
    PDF("application/pdf", List.of("pdf"), Set.of("application/pdf")),
    PNG("image/png", List.of("png"), Set.of("image/png")),
    JPEG("image/jpeg", List.of("jpg", "jpeg"), Set.of("image/jpeg")),
    MP3("audio/mpeg", List.of("mp3"), Set.of("audio/mpeg")),
    // one container: phones write recordings and films with either mark
    M4A("audio/mp4", List.of("m4a"), Set.of("video/mp4")),
    MP4("video/mp4", List.of("mp4"), Set.of("video/mp4")),
    WAV("audio/wav", List.of("wav"), Set.of("audio/vnd.wave", "audio/x-wav")),
    TEXT("text/plain", List.of("txt"), Set.of()),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", List.of("docx"), Set.of()),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", List.of("xlsx"), Set.of()),
    OFD("application/ofd", List.of("ofd"), Set.of());

    static final String HEIC = "image/heic";

    private static final Set<String> PHONE = Set.of("heic", "heif");
    private static final Set<String> WITH_MACROS = Set.of("docm", "dotm", "xlsm", "xltm", "xlam", "xlsb");
    private static final Set<String> PACKED = Set.of("application/zip", "application/x-tika-ooxml");

    final String mediaType;
    private final List<String> extensions;
    private final Set<String> looks;

    FileKind(String mediaType, List<String> extensions, Set<String> looks) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.looks = looks;
    }

    static String extensionOf(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static Optional<FileKind> named(String fileName) {
        return fileName.contains(".")
                ? Arrays.stream(values())
                        .filter(it -> it.extensions.contains(extensionOf(fileName)))
                        .findFirst()
                : Optional.empty();
    }

    /** Why a name is not taken, as exactly as its extension tells. */
    static Refused notTaken(String fileName) {
        String extension = extensionOf(fileName);
        if (PHONE.contains(extension)) {
            return BlobRefusal.PHONE_PICTURE.because();
        }
        return WITH_MACROS.contains(extension)
                ? BlobRefusal.MACROS_INSIDE.because()
                : BlobRefusal.TYPE_NOT_TAKEN.because();
    }

    boolean looksLike(String detected) {
        return (partWithin().isPresent() ? PACKED : looks).contains(detected);
    }

    /** How a part begins without which a packed document is not what it says; empty when it is not packed. */
    Optional<String> partWithin() {
        return switch (this) {
            case DOCX -> Optional.of("word/");
            case XLSX -> Optional.of("xl/");
            case OFD -> Optional.of("OFD.xml");
            case PDF, PNG, JPEG, MP3, M4A, MP4, WAV, TEXT -> Optional.empty();
        };
    }
}
