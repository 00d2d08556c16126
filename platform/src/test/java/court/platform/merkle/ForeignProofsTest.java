package court.platform.merkle;

import static java.util.Objects.requireNonNullElse;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.json.JsonMapper;

/** Proofs that somebody else made, valid and invalid (transparency-dev/merkle, see SOURCE.md beside them). */
class ForeignProofsTest {

    private static final Path FOLDER = Path.of("src/test/resources/merkle/testdata");
    private static final JsonMapper JSON = new JsonMapper();

    record Inclusion(
            BigInteger leafIdx,
            BigInteger treeSize,
            String root,
            String leafHash,
            List<String> proof,
            String desc,
            boolean wantErr) {

        boolean holds() {
            TreeHead head = new TreeHead(treeSize.longValue(), hash(root));
            return Proofs.includes(head, leafIdx.longValue(), hash(leafHash), hashes(proof));
        }
    }

    record Consistency(
            BigInteger size1,
            BigInteger size2,
            String root1,
            String root2,
            List<String> proof,
            String desc,
            boolean wantErr) {

        boolean holds() {
            TreeHead older = new TreeHead(size1.longValue(), hash(root1));
            return Proofs.consistent(older, new TreeHead(size2.longValue(), hash(root2)), hashes(proof));
        }
    }

    @TestFactory
    Stream<DynamicTest> eachInclusionProofIsJudgedAsItsMakersSay() throws IOException {
        return files("inclusion").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Inclusion proof = JSON.readValue(file.toFile(), Inclusion.class);

                    assertThat(proof.holds()).as(proof.desc()).isEqualTo(!proof.wantErr());
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachConsistencyProofIsJudgedAsItsMakersSay() throws IOException {
        return files("consistency").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> {
                    Consistency proof = JSON.readValue(file.toFile(), Consistency.class);

                    assertThat(proof.holds()).as(proof.desc()).isEqualTo(!proof.wantErr());
                }));
    }

    @Test
    void allOfThemAreThere() throws IOException {
        assertThat(files("inclusion")).hasSize(98);
        assertThat(files("consistency")).hasSize(98);
    }

    private static List<Path> files(String kind) throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER.resolve(kind))) {
            return all.filter(it -> it.toString().endsWith(".json")).sorted().toList();
        }
    }

    private static String name(Path file) {
        return FOLDER.relativize(file).toString();
    }

    private static Hash hash(String base64) {
        return Hash.of(Base64.getDecoder().decode(base64));
    }

    private static List<Hash> hashes(List<String> base64) {
        return requireNonNullElse(base64, List.<String>of()).stream()
                .map(ForeignProofsTest::hash)
                .toList();
    }
}
