package court.deploy.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judges trees with code in another language that is not ours: {@code @transmute/rfc9162}, run by Node.js. */
final class ForeignTrees {

    static final String GROWN = "grown";

    /** All that the library says when it does not believe a proof. */
    static final List<String> NOT_GROWN = List.of("not grown", "sn is not zero, proof validation failed.");

    private static final Path FOLDER = Path.of("src", "test", "npm");

    private ForeignTrees() {}

    /** The claim that the newer tree begins with the older one. */
    record Growth(long from, byte[] older, long to, byte[] newer, List<byte[]> path) {

        /** @param proof the ledger's answer */
        static Growth of(JsonNode proof, byte[] older, byte[] newer) {
            return new Growth(
                    proof.path("from").asLong(), older, proof.path("to").asLong(), newer, ForeignVerifier.path(proof));
        }

        Growth withPath(List<byte[]> other) {
            return new Growth(from, older, to, newer, other);
        }
    }

    /** What the library says to each claim. */
    static List<String> judge(List<Growth> claims) {
        return ask(claims);
    }

    /** The root over these leaves. */
    static byte[] root(List<byte[]> leaves) {
        return Base64.getDecoder().decode(ask(List.of(Map.of("leaves", leaves))).getFirst());
    }

    /** Bytes are spelled in base64. */
    private static List<String> ask(List<?> questions) {
        try {
            Process node = new ProcessBuilder("node", "trees.mjs")
                    .directory(FOLDER.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (OutputStream in = node.getOutputStream()) {
                in.write(JsonMapper.shared().writeValueAsBytes(questions));
            }
            String said = new String(node.getInputStream().readAllBytes(), UTF_8);
            if (!node.waitFor(1, TimeUnit.MINUTES) || node.exitValue() != 0) {
                throw new AssertionError("trees.mjs failed: " + said);
            }
            return JsonMapper.shared()
                    .readTree(said)
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
