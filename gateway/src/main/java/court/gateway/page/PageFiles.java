package court.gateway.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The files of the page, read once at start. What was not there then is not there: no path ever reaches a disk. */
@Component
class PageFiles {

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "svg", "image/svg+xml");

    private final Map<String, PageFile> files = new TreeMap<>();

    /**
     * @param tag changes with the content (RFC 9110 §8.8.3)
     * @param policy what a browser is told to refuse
     */
    record PageFile(byte[] content, MediaType type, String tag, String policy) {}

    PageFiles() throws IOException {
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath:/page/*.*")) {
            String name = Objects.requireNonNull(resource.getFilename());
            files.put(name, file(name, resource.getContentAsByteArray(), PageRules.POLICY));
        }
        OfflinePage offline = OfflinePage.assemble();
        byte[] html = offline.html().getBytes(StandardCharsets.UTF_8);
        files.put("offline.html", file("offline.html", html, offline.policy() + PageRules.UNFRAMED));
    }

    private static PageFile file(String name, byte[] content, String policy) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalStateException("no media type for page/" + name);
        }
        return new PageFile(content, MediaType.parseMediaType(type), '"' + digest(content) + '"', policy);
    }

    private static String digest(byte[] content) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(sha256, 0, 16);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    Optional<PageFile> find(String name) {
        return Optional.ofNullable(files.get(name));
    }
}
