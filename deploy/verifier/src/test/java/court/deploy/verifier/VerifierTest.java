package court.deploy.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.platform.blob.RunningDigests;
import court.platform.merkle.Frontier;
import court.platform.merkle.Hash;
import court.platform.merkle.Position;
import court.platform.merkle.Tree;
import court.platform.model.Digests;
import court.platform.note.Checkpoint;
import court.platform.note.Leaf;
import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import court.platform.note.SignedNote;
import court.platform.note.Sm2;
import court.platform.note.TlogProof;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifierTest {

    private static final String ORIGIN = "example.com/log";
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
    private static final byte[] BYTES = "the judgment".getBytes(UTF_8);

    @TempDir
    private Path folder;

    private final KeyPair logPair = pair();
    private final KeyPair witnessPair = pair();
    private final NoteSigner log = new NoteSigner(NoteKey.of(ORIGIN, logPair.getPublic()), logPair.getPrivate());
    private final NoteSigner sm2 = NoteSigner.sm2(ORIGIN, Sm2.freshSecret());
    private final NoteSigner witness = NoteSigner.witness(
            NoteKey.ofWitness("example.com/w", witnessPair.getPublic()),
            witnessPair.getPrivate(),
            Clock.fixed(NOON, ZoneOffset.UTC));

    private Path file;
    private Path proof;
    private Path keys;

    @BeforeEach
    void aFileWithItsProof() throws IOException {
        Map<Position, Hash> nodes = new HashMap<>();
        Frontier frontier = Frontier.of(0, position -> Hash.EMPTY_TREE);
        Leaf leaf = Leaf.of(digests());
        for (int i = 0; i < 7; i++) {
            frontier.append(i == 4 ? leaf.hash() : Hash.ofLeaf(new byte[] {(byte) i}))
                    .forEach(it -> nodes.put(it.position(), it.hash()));
        }
        String text = new Checkpoint(ORIGIN, frontier.head()).text();
        String note = SignedNote.sign(text, log, sm2).encoded() + witness.line(text);
        file = Files.write(folder.resolve("judgment.pdf"), BYTES);
        proof = Files.writeString(
                folder.resolve("judgment.tlog-proof"),
                TlogProof.of(leaf, 4, new Tree(7, nodes::get).inclusion(4), note)
                        .text());
        keys = Files.writeString(
                folder.resolve("keys"),
                "ledger %s\nledger-sm2 %s\nwitness %s\n"
                        .formatted(
                                log.key().vkey(),
                                sm2.key().vkey(),
                                witness.key().vkey()));
    }

    private static Digests digests() {
        RunningDigests digests = new RunningDigests();
        digests.update(BYTES, BYTES.length);
        return digests.finish();
    }

    /** The lines it prints, the first being its exit code. */
    private List<String> run(Path... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int exit = VerifierApplication.run(
                List.of(arguments).stream().map(Path::toString).toList(), new PrintStream(out, true, UTF_8));
        return (exit + "\n" + out.toString(UTF_8)).lines().toList();
    }

    @Test
    void aFileThatIsProvenIsToldSinceWhenAtTheLatest() {
        assertThat(run(file, proof, keys))
                .startsWith("0", "结论：这份文件与账本第 5 项逐字节一致。", "见证方证明：至迟于2026年3月2日 12:00:00已记入账本，至迟自该时起推定未经篡改。")
                .contains("账本签名：Ed25519 有效，SM2 有效", "见证：example.com/w，2026年3月2日 12:00:00");
    }

    /** What a person reads does not depend on what they check with. */
    @Test
    void thePageThatChecksWithoutANetworkHasTheSameWords() throws IOException {
        Path source = Path.of("src/main/java/court/deploy/verifier/Verification.java");
        Path page = Path.of("../../gateway/src/main/resources/offline");
        String words = Files.readString(page.resolve("reasons.js")) + Files.readString(page.resolve("offline.js"));

        List<String> said = Pattern.compile("\"(?:结论：|原因：)?([^\"]*。)\"")
                .matcher(Files.readString(source))
                .results()
                .map(it -> it.group(1))
                .toList();
        assertThat(said)
                .hasSizeGreaterThan(12)
                .allSatisfy(it -> assertThat(words).contains(it));
    }

    @Test
    void withoutAWitnessNoTimeIsClaimed() throws IOException {
        Files.writeString(keys, "ledger " + log.key().vkey() + "\n");

        assertThat(run(file, proof, keys))
                .startsWith("0")
                .contains("证明中没有可核验的见证，记入账本的时间请向法院查询。", "账本签名：Ed25519 有效；没有可核验的 SM2 签名");
    }

    @Test
    void oneChangedByteOfTheFileIsNoticed() throws IOException {
        Files.writeString(file, "the judgmenT");

        assertThat(run(file, proof, keys)).startsWith("1").contains("原因：文件与证明不相符：文件被改动过（哪怕一个字节），或者这份证明属于另一份文件。");
    }

    @Test
    void oneChangedByteOfTheProofNeverHolds() throws IOException {
        byte[] good = Files.readAllBytes(proof);
        int signatures = new String(good, UTF_8).indexOf("\u2014 " + ORIGIN);
        int before = new String(good, UTF_8).substring(0, signatures).getBytes(UTF_8).length;
        for (int i = 0; i < before; i++) {
            byte[] bad = good.clone();
            bad[i] ^= 1;
            Files.write(proof, bad);

            assertThat(run(file, proof, keys)).as("byte %d", i).startsWith("1");
        }
    }

    /** No signature under it is spare: each changed bit of one by a key that is known is told. */
    @Test
    void oneChangedByteOfASignatureThatIsKnownNeverHolds() throws IOException {
        String good = Files.readString(proof);
        List<String> told = List.of("原因：账本的 Ed25519 签名不成立。", "原因：账本的 SM2 签名不成立。", "原因：见证方的签名不成立。");
        List<String> signatures =
                good.lines().filter(it -> it.startsWith("\u2014 ")).toList();
        for (int i = 0; i < told.size(); i++) {
            String line = signatures.get(i);
            char bad = line.charAt(line.length() - 20) == 'A' ? 'B' : 'A';
            String spoilt = line.substring(0, line.length() - 20) + bad + line.substring(line.length() - 19);
            Files.writeString(proof, good.replace(line, spoilt));

            assertThat(run(file, proof, keys)).startsWith("1").contains(told.get(i));
        }
    }

    @Test
    void anotherLogsSignatureDoesNotHold() throws IOException {
        KeyPair other = pair();
        Files.writeString(
                keys, "ledger " + NoteKey.of(ORIGIN, other.getPublic()).vkey() + "\n");

        assertThat(run(file, proof, keys)).startsWith("1").contains("原因：检查点不是所信任的账本签名的。");
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        Path absent = folder.resolve("absent");

        assertThat(run()).startsWith("2", "用法：java -jar verifier.jar 文件 证明.tlog-proof 公钥文件");
        assertThat(run(absent, proof, keys)).containsExactly("2", "没有这个文件：" + absent);
        assertThat(run(file, absent, keys)).containsExactly("2", "没有这个文件：" + absent);
        assertThat(run(file, proof, folder)).containsExactly("2", "没有这个文件：" + folder);
        for (String bad :
                List.of("", "ledger\n", "ledger x+y+z\n", "other " + log.key().vkey() + "\n")) {
            Files.writeString(keys, bad);
            assertThat(run(file, proof, keys)).as(bad).startsWith("2");
        }
        Files.write(keys, new byte[] {(byte) 0xff});
        assertThat(run(file, proof, keys)).startsWith("2").element(1).asString().startsWith("公钥文件无法识别：");
        Files.write(proof, new byte[] {(byte) 0xff});
        Files.writeString(keys, "ledger " + log.key().vkey() + "\n");
        assertThat(run(file, proof, keys)).startsWith("1");
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
