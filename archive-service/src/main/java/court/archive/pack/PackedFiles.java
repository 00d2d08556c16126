package court.archive.pack;

import court.platform.contract.FileRef;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Under which names the original files lie in a package: by their ids, so that two files of one name both stay and no name
 * from outside becomes a path.
 */
final class PackedFiles {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("application/pdf", "pdf"),
            Map.entry("image/png", "png"),
            Map.entry("image/jpeg", "jpg"),
            Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/mp4", "m4a"),
            Map.entry("video/mp4", "mp4"),
            Map.entry("audio/wav", "wav"),
            Map.entry("text/plain", "txt"),
            Map.entry("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
            Map.entry("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Map.entry("application/ofd", "ofd"),
            Map.entry("application/zip", "zip"));

    private final Map<String, FileRef> byId = new LinkedHashMap<>();
    private final Map<FileRef, String> ids = new LinkedHashMap<>();

    PackedFiles(Collection<FileRef> files) {
        files.forEach(this::add);
    }

    private void add(FileRef file) {
        if (!ids.containsKey(file)) {
            String id = free(file);
            ids.put(file, id);
            byId.putIfAbsent(id, file);
        }
    }

    /** An id that is no name, or that stands for other bytes already, gives way to the digest. */
    private String free(FileRef file) {
        FileRef there = byId.get(file.id());
        boolean mine = there == null || there.sha256().equals(file.sha256());
        return ID.matcher(file.id()).matches() && mine
                ? file.id()
                : "sha256-" + file.sha256().substring(0, 32);
    }

    /** Every file once, by the id it has in the package. */
    Map<String, FileRef> all() {
        return byId;
    }

    String path(FileRef file) {
        String id = ids.getOrDefault(file, file.id());
        String mediaType = byId.getOrDefault(id, file).mediaType().toLowerCase(Locale.ROOT);
        return "files/" + id + "." + EXTENSIONS.getOrDefault(mediaType, "bin");
    }
}
