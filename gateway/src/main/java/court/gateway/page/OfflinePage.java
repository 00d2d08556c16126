package court.gateway.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * The page that checks a file without any network 离线核验页: one file that people keep and open from their disk. It is put together
 * from what the pages share and two libraries, because a browser loads nothing else from a disk.
 */
record OfflinePage(String html, String policy) {

    private static final List<String> SCRIPTS = List.of(
            "page/dom.js",
            "page/text.js",
            "page/merkle.js",
            "page/note.js",
            "page/proof.js",
            "offline/reasons.js",
            "offline/offline.js");
    private static final List<String> LIBRARIES = List.of(
            "offline/sm-crypto/dist/sm2.js",
            "offline/hash-wasm/dist/sha256.umd.min.js",
            "offline/hash-wasm/dist/sm3.umd.min.js");
    private static final List<String> LICENCES =
            List.of("offline/sm-crypto/LICENCE_MIT", "offline/jsbn/LICENSE", "offline/hash-wasm/LICENSE");

    private static final Pattern NOT_EMBEDDED = Pattern.compile("</(script|style)|<!--|\r", Pattern.CASE_INSENSITIVE);

    static OfflinePage assemble() throws IOException {
        String style = read("page/style.css");
        String libraries = all(LIBRARIES);
        // one module in place of several: what they tell each other by import and export, they now share
        String script = all(SCRIPTS).replaceAll("(?m)^import .*;\n", "").replaceAll("(?m)^export ", "");
        String policy = policy(style, libraries, script);
        String html = read("offline/offline.html")
                .replace("{{policy}}", policy)
                .replace("{{style}}", embedded(style))
                .replace("{{licences}}", HtmlUtils.htmlEscape(all(LICENCES), "UTF-8"))
                .replace("{{libraries}}", embedded(libraries))
                .replace("{{script}}", embedded(script));
        return new OfflinePage(html, policy);
    }

    /** CSP Level 3: these very scripts and this style; the digests run as WebAssembly; no connection to anywhere. */
    private static String policy(String style, String libraries, String script) {
        return "default-src 'none'; script-src '%s' '%s' 'wasm-unsafe-eval'; style-src '%s'; connect-src 'none'; form-action 'none';"
                        .formatted(digest(libraries), digest(script), digest(style))
                + " base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    }

    private static String all(List<String> names) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : names) {
            all.append(read(name)).append('\n');
        }
        return all.toString();
    }

    private static String read(String name) throws IOException {
        try (InputStream content = OfflinePage.class.getResourceAsStream("/" + name)) {
            return new String(Objects.requireNonNull(content, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What would end its element early, or be read otherwise than it stands, must not be in it. */
    private static String embedded(String content) {
        if (NOT_EMBEDDED.matcher(content).find()) {
            throw new IllegalStateException("cannot stand inside a page");
        }
        return content;
    }

    private static String digest(String content) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(sha256);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
