package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody can check who kept a paper, its proof, the keys and a page, when nobody answers any more. */
class OfflinePageIT {

    private static Held genuine;

    @TempDir
    private Path folder;

    /** What lies on their device. */
    private record Held(byte[] file, byte[] proof, String keys) {

        /** One line of the proof said otherwise. */
        Held line(int index, UnaryOperator<String> change) {
            List<String> lines = Arrays.asList(new String(proof, UTF_8).split("\n", -1));
            lines.set(index, change.apply(lines.get(index)));
            return proof(String.join("\n", lines).getBytes(UTF_8));
        }

        Held signature(int index) {
            return line(where("\u2014 ") + index, it -> flipped(it, it.length() - 20));
        }

        /** The first line that begins so. */
        int where(String start) {
            return new String(proof, UTF_8)
                    .lines()
                    .takeWhile(it -> !it.startsWith(start))
                    .toList()
                    .size();
        }

        Held file(byte[] other) {
            return new Held(other, proof, keys);
        }

        Held proof(byte[] other) {
            return new Held(file, other, keys);
        }

        Held keys(String other) {
            return new Held(file, proof, other);
        }

        Held withoutWitness() {
            return proof(new String(proof, UTF_8)
                    .replaceFirst("\n\u2014 [^\n]*/witness [^\n]*\n$", "\n")
                    .getBytes(UTF_8));
        }
    }

    private static String flipped(String text, int at) {
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }

    @BeforeAll
    static void somebodyKeepsAPaper() {
        byte[] paper = OnLedger.witnessed();
        String keys = HTTP.get("", "/api/v1/ledger/keys").ok().body();
        genuine = new Held(paper, OnLedger.proof(paper).getBytes(UTF_8), keys);
    }

    private Path saved() throws IOException {
        return Files.write(
                folder.resolve("离线核验.html"),
                HTTP.get("", "/page/offline.html").ok().body().getBytes(UTF_8));
    }

    private static Locator check(Visitor somebody, Held held) {
        somebody.page().locator("#file").setInputFiles(new FilePayload("线索.txt", "text/plain", held.file()));
        somebody.page().locator("#proof").setInputFiles(new FilePayload("线索.txt.tlog-proof", "", held.proof()));
        somebody.page().locator("#keys").fill(held.keys());
        somebody.page().locator("#check").click();
        Locator verdict = somebody.page().locator(".verdict");
        verdict.waitFor();
        return verdict;
    }

    @Test
    void withTheNetworkOffAGenuinePaperIsToldFromEachThatIsNot() throws Exception {
        try (Chromium chromium = new Chromium();
                Visitor somebody = chromium.offline(saved())) {
            assertThat(check(somebody, genuine).getAttribute("data-verdict")).isEqualTo("proven");
            assertThat(somebody.page().locator(".verdict").textContent())
                    .contains("逐字节一致", "见证方证明：至迟于", "推定未经篡改", "Ed25519 有效，SM2 有效", "/witness，");
            somebody.shoot("verify-offline-phone").fits();

            Map<String, Held> spoilt = Map.ofEntries(
                    Map.entry(
                            "OTHER_BYTES",
                            genuine.file(flipped(new String(genuine.file(), UTF_8), 3)
                                    .getBytes(UTF_8))),
                    Map.entry("NOT_IN_TREE", genuine.line(3, it -> flipped(it, 7))),
                    Map.entry("BEYOND", genuine.line(2, it -> "index 999999999999")),
                    Map.entry(
                            "NOT_SIGNED",
                            genuine.keys(genuine.keys().replaceFirst("ledger \\S+", "ledger " + stranger()))),
                    Map.entry("WRONG_ED25519", genuine.signature(0)),
                    Map.entry("WRONG_SM2", genuine.signature(1)),
                    Map.entry("WRONG_COSIGNATURE", genuine.signature(2)),
                    Map.entry("NOT_TEXT", genuine.proof(new byte[] {(byte) 0xff, (byte) 0xfe, 0})),
                    Map.entry("NOT_A_PROOF", genuine.proof(genuine.file())),
                    Map.entry("KEYS", genuine.keys("\uffff+\u0001 ledger")),
                    Map.entry("NO_LOG_KEY", genuine.keys(genuine.keys().replaceFirst("ledger [^\n]*\n", ""))));
            spoilt.forEach((reason, held) -> assertThat(check(somebody, held).getAttribute("data-reason"))
                    .isEqualTo(reason));
            assertThat(check(somebody, genuine.line(2, it -> "index 0")).getAttribute("data-reason"))
                    .isEqualTo("NOT_IN_TREE");
            assertThat(check(somebody, genuine.withoutWitness()).textContent())
                    .contains("逐字节一致", "没有可核验的见证")
                    .doesNotContain("至迟于");
        }
    }

    /** A key under the ledger's own name that is not the ledger's. */
    private static String stranger() throws GeneralSecurityException {
        String name = genuine.keys().substring("ledger ".length()).split("\\+")[0];
        byte[] encoded = KeyPairGenerator.getInstance("Ed25519")
                .generateKeyPair()
                .getPublic()
                .getEncoded();
        byte[] typed = Arrays.copyOfRange(encoded, encoded.length - 33, encoded.length);
        typed[0] = 1;
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update((name + "\n").getBytes(UTF_8));
        String id = HexFormat.of().formatHex(digest.digest(typed), 0, 4);
        return name + "+" + id + "+" + Base64.getEncoder().encodeToString(typed);
    }

    @Test
    void theCommandLineSaysTheSame() throws IOException {
        Path file = Files.write(folder.resolve("线索.txt"), genuine.file());
        Path proof = Files.write(folder.resolve("线索.txt.tlog-proof"), genuine.proof());
        Path keys = Files.writeString(folder.resolve("账本公钥.txt"), genuine.keys());

        String told =
                Platform.run(Map.of("LC_ALL", "C.UTF-8"), java(), "-jar", jar(), file + "", proof + "", keys + "");

        assertThat(told).contains("逐字节一致", "见证方证明：至迟于", "Ed25519 有效，SM2 有效");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String jar() throws IOException {
        try (Stream<Path> built = Files.list(Path.of("..", "verifier", "target"))) {
            return built.map(Path::toString)
                    .filter(it -> it.endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
