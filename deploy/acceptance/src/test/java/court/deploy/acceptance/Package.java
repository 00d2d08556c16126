package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.acceptance.ForeignVerifier.Checkpoint;
import dev.sigstore.merkle.InclusionProofVerifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came to the court's intranet, looked at with nothing of ours but the names of the folders. */
final class Package {

    private Package() {}

    /** A package where the intranet keeps it. */
    record Kept(Path zip) {}

    static Kept kept(String packageId) {
        try (Stream<Path> all = Files.walk(Platform.DATA.resolve("intranet"))) {
            return new Kept(all.filter(it -> it.toString().endsWith(".zip"))
                    .filter(it -> it.getParent().toString().contains(packageId))
                    .findFirst()
                    .orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every fact and file is a leaf of the tree that the log has signed (C2SP tlog-proof). */
    static void everyProofHoldsForAVerifierThatIsNotOurs(Path bag) throws Exception {
        String key = HTTP.get("", "/api/v1/ledger/key").ok().body();
        List<Path> facts = filesUnder(bag.resolve("data/facts"));
        assertThat(facts).isNotEmpty();
        for (Path fact : facts) {
            String id = fact.getFileName().toString().replaceFirst("^\\d+-", "").replace(".json", "");
            holds(bag.resolve("data/proofs/facts/" + id + ".tlog-proof"), sha256(fact), key);
        }
        for (Path file : filesUnder(bag.resolve("data/files"))) {
            String id = file.getFileName().toString().replaceFirst("\\..*", "");
            holds(bag.resolve("data/proofs/files/" + id + ".tlog-proof"), sha256(file), key);
        }
    }

    private static void holds(Path proof, String digest, String key) throws Exception {
        String[] halves = Files.readString(proof).split("\n\n", 2);
        List<String> lines = Arrays.asList(halves[0].split("\n"));
        assertThat(lines.getFirst()).isEqualTo("c2sp.org/tlog-proof@v1");
        byte[] leaf = Base64.getDecoder().decode(lines.get(1).replace("extra ", ""));
        JsonNode content = JsonMapper.shared().readTree(leaf);
        assertThat(content.path("sha256").asString()).as(proof.toString()).isEqualTo(digest);
        Checkpoint head = Checkpoint.of(halves[1]);
        assertThat(head.isSignedBy(key)).isTrue();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((byte) 0); // RFC 6962 §2.1: leaves begin with 0x00
        InclusionProofVerifier.verify(
                sha256.digest(leaf),
                Long.parseLong(lines.get(2).replace("index ", "")),
                head.size(),
                lines.stream().skip(3).map(Base64.getDecoder()::decode).toList(),
                head.root());
    }

    static List<String> factsIn(Path bag) throws IOException {
        return filesUnder(bag.resolve("data/facts")).stream()
                .map(it ->
                        it.getFileName().toString().replaceFirst("^\\d+-", "").replace(".json", ""))
                .toList();
    }

    /** The digests of the originals. */
    static List<String> filesIn(Path bag) throws IOException {
        return filesUnder(bag.resolve("data/files")).stream()
                .map(Package::sha256)
                .toList();
    }

    private static List<Path> filesUnder(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    static String sha256(Path file) {
        try {
            return sha256(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
