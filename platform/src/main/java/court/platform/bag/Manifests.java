package court.platform.bag;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The lists of files with their digests (RFC 8493 §2.1.3, §2.2.1), one per algorithm. */
final class Manifests {

    static final String PAYLOAD = "data/";
    static final String DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    /** The algorithms, as they stand in the names of manifests. */
    static final Map<String, Function<Fingerprints, String>> ALGORITHMS =
            Map.of("sha256", Fingerprints::sha256, "sha512", Fingerprints::sha512, "sm3", Fingerprints::sm3);

    static final List<String> PAYLOAD_MANIFESTS = names("manifest-");
    static final List<String> TAG_MANIFESTS = names("tagmanifest-");

    private Manifests() {}

    private static List<String> names(String prefix) {
        return ALGORITHMS.keySet().stream()
                .sorted()
                .map(it -> prefix + it + ".txt")
                .toList();
    }

    /** Which digest a manifest lists, by the manifest's name. */
    static Function<Fingerprints, String> digest(String manifest) {
        String algorithm = manifest.substring(manifest.indexOf('-') + 1, manifest.lastIndexOf('.'));
        return Objects.requireNonNull(ALGORITHMS.get(algorithm));
    }

    static byte[] write(String manifest, SortedMap<String, Fingerprints> files) {
        Function<Fingerprints, String> digest = digest(manifest);
        StringBuilder lines = new StringBuilder();
        files.forEach((path, prints) ->
                lines.append(digest.apply(prints)).append("  ").append(path).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a manifest of ours.
     *
     * @throws IllegalArgumentException when a line is not one, or stands twice or in the wrong place
     */
    static SortedMap<String, String> read(byte[] bytes) {
        SortedMap<String, String> digests = new TreeMap<>();
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String line : text.split("(?<=\n)", -1)) {
            if (line.isEmpty() && !digests.isEmpty()) {
                return digests;
            }
            String[] parts = line.split("  ", -1);
            if (parts.length != 2 || !line.endsWith("\n") || !parts[0].matches("[0-9a-f]{64}|[0-9a-f]{128}")) {
                throw new IllegalArgumentException("line " + (digests.size() + 1));
            }
            String path = parts[1].substring(0, parts[1].length() - 1);
            if (!digests.isEmpty() && digests.lastKey().compareTo(path) >= 0) {
                throw new IllegalArgumentException("line " + (digests.size() + 1) + " out of order");
            }
            digests.put(path, parts[0]);
        }
        return digests;
    }
}
