package court.platform.bag;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.bag.BagFlaw.Kind;
import court.platform.bag.ZipFrame.Placed;
import court.platform.files.FileSteps;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BagCheckTest {

    private static final String BASE = "2026-0117-1-0/";

    @TempDir
    Path folder;

    private Path good;

    @BeforeEach
    void aPackage() {
        good = SampleBag.write(folder.resolve("good.zip"));
    }

    @Test
    void whatWasSealedIsWhole() throws IOException {
        BagReport report = BagCheck.check(good, SampleBag.SEAL.key());

        assertThat(report.flaws()).isEmpty();
        assertThat(report.packageId()).isEqualTo(SampleBag.PACKAGE);
        assertThat(ProofCheck.check(good, SampleBag.LOG.key())).isEmpty();
    }

    @Test
    void theSameContentsGiveTheSameBytes() throws IOException {
        Path again = SampleBag.write(folder.resolve("again.zip"));

        assertThat(Files.mismatch(good, again)).isEqualTo(-1);
    }

    /** Frame, names, contents, lists, seal: the check has to name what the byte belongs to. */
    @Test
    void oneChangedByteAnywhereIsRefusedAndNamed() throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        List<Placed> files = layout();
        for (int at = 0; at < bytes.length; at += 13) {
            byte[] bad = bytes.clone();
            bad[at] ^= (byte) (1 << at / 13 % 8);

            List<BagFlaw> flaws =
                    BagCheck.check(written(bad), SampleBag.SEAL.key()).flaws();

            assertThat(flaws).as("byte %d", at).extracting(BagFlaw::file).contains(owner(files, at));
        }
    }

    @Test
    void everyBadFileIsNamedNotOnlyTheFirst() throws IOException {
        Path bad = rewritten(entries -> {
            entries.put("data/files/a.pdf", "other".getBytes(UTF_8));
            entries.put("data/files/b.pdf", "other too".getBytes(UTF_8));
            entries.remove("data/empty");
            entries.put("data/more.txt", new byte[1]);
            entries.put("more.txt", new byte[1]);
            return entries;
        });

        assertThat(BagCheck.check(bad, SampleBag.SEAL.key()).flaws())
                .extracting(BagFlaw::toString)
                .contains(
                        "DIGEST data/files/a.pdf",
                        "DIGEST data/files/b.pdf",
                        "MISSING data/empty",
                        "EXTRA data/more.txt",
                        "EXTRA more.txt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bagit.txt",
                "bag-info.txt",
                "manifest-sha256.txt",
                "manifest-sha512.txt",
                "manifest-sm3.txt",
                "tagmanifest-sha256.txt",
                "tagmanifest-sha512.txt",
                "tagmanifest-sm3.txt",
                "seal",
                "data/files/a.pdf"
            })
    void noFileCanBeTakenAway(String gone) throws IOException {
        Path bad = rewritten(entries -> {
            entries.remove(gone);
            return entries;
        });

        assertThat(BagCheck.check(bad, SampleBag.SEAL.key()).flaws())
                .extracting(BagFlaw::file)
                .contains(gone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../outside", "data/../../outside", "/etc/passwd", "data\\outside", "data/名.pdf", "data/a//b"})
    void aNameThatLeadsOutOfTheBagIsRefused(String name) throws IOException {
        Path bad = rewritten(entries -> {
            entries.put(name, new byte[1]);
            return entries;
        });

        assertThat(BagCheck.check(bad, SampleBag.SEAL.key()).flaws())
                .anyMatch(it -> it.kind() == Kind.NAME && it.file().endsWith(name));
        assertThatThrownBy(() -> new BagWriter(folder.resolve("bag.zip"), "base", new FileSteps()).add(name, out -> {}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameThatStandsTwiceIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        byte[] name = (BASE + "data/files/b.pdf").getBytes(UTF_8);
        for (int at = 0; at < bytes.length - name.length; at++) {
            if (java.util.Arrays.equals(bytes, at, at + name.length, name, 0, name.length)) {
                bytes[at + name.length - 5] = 'a';
            }
        }

        assertThat(BagCheck.check(written(bytes), SampleBag.SEAL.key()).flaws())
                .extracting(BagFlaw::toString)
                .contains("DUPLICATE data/files/a.pdf");
    }

    @Test
    void aCutOrLengthenedPackageIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(good);
        for (int length : List.of(0, 1, 21, bytes.length / 3, bytes.length / 2, bytes.length - 1)) {
            assertThat(BagCheck.check(written(java.util.Arrays.copyOf(bytes, length)), SampleBag.SEAL.key())
                            .isWhole())
                    .as("%d bytes", length)
                    .isFalse();
        }
        assertThat(BagCheck.check(written(java.util.Arrays.copyOf(bytes, bytes.length + 1)), SampleBag.SEAL.key())
                        .isWhole())
                .isFalse();
    }

    @Test
    void anotherKeysSealIsRefused() throws IOException {
        BagReport report =
                BagCheck.check(good, SampleBag.signer("example.court/seal").key());

        assertThat(report.flaws()).extracting(BagFlaw::toString).containsExactly("SEAL seal");
        assertThat(report.packageId()).isEmpty();
    }

    @Test
    void theSealOfAnotherPackageIsRefused() throws IOException {
        Path other = folder.resolve("other.zip");
        try (BagWriter bag = new BagWriter(other, "other", new FileSteps())) {
            bag.add("x", out -> out.write(1));
            bag.seal(SampleBag.PACKAGE, Map.of(), SampleBag.SEAL);
        }
        byte[] foreign = entries(other).get("seal");
        Path bad = rewritten(entries -> {
            entries.put("seal", foreign);
            return entries;
        });

        assertThat(BagCheck.check(bad, SampleBag.SEAL.key()).flaws())
                .extracting(BagFlaw::toString)
                .contains("SEAL tagmanifest-sha256.txt");
    }

    @Test
    void aProofThatIsMissingOrOfAnotherLogIsNamed() throws IOException {
        Path without = rewritten(entries -> {
            entries.remove("data/proofs/files/b.tlog-proof");
            entries.put("data/proofs/files/c.tlog-proof", new byte[1]);
            return entries;
        });

        assertThat(ProofCheck.check(without, SampleBag.LOG.key()))
                .extracting(BagFlaw::toString)
                .containsExactlyInAnyOrder(
                        "PROOF data/proofs/files/b.tlog-proof", "PROOF data/proofs/files/c.tlog-proof");
        assertThat(ProofCheck.check(
                        good, SampleBag.signer("example.court/ledger").key()))
                .hasSize(3);
    }

    @Test
    void aFileThatIsNotTheProvenOneIsNamedByItsProof() throws IOException {
        Path bad = rewritten(entries -> {
            entries.put("data/files/a.pdf", "other".getBytes(UTF_8));
            return entries;
        });

        assertThat(ProofCheck.check(bad, SampleBag.LOG.key()))
                .extracting(BagFlaw::toString)
                .containsExactly("PROOF data/proofs/files/a.tlog-proof");
    }

    /** Whose bytes these are, by the frame we know to be right. */
    private static String owner(List<Placed> files, long at) {
        long directory = files.getLast().end();
        for (Placed file : files) {
            if (at < file.end()) {
                return file.name().substring(BASE.length());
            }
        }
        long offset = directory;
        for (Placed file : files) {
            offset += ZipFrame.central(file).length;
            if (at < offset) {
                return file.name().substring(BASE.length());
            }
        }
        return ZipLayout.END;
    }

    private List<Placed> layout() throws IOException {
        try (FileChannel zip = FileChannel.open(good)) {
            return new ArrayList<>(ZipLayout.of(zip).files());
        }
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("bad.zip"), bytes);
    }

    /** The same package with other entries, framed rightly again: what somebody would do who wants to cheat. */
    private Path rewritten(UnaryOperator<Map<String, byte[]>> change) throws IOException {
        Path bad = folder.resolve("rewritten.zip");
        List<Placed> files = new ArrayList<>();
        try (FileChannel zip = new FileSteps().create(bad)) {
            for (Map.Entry<String, byte[]> entry : change.apply(entries(good)).entrySet()) {
                Fingerprints prints = RunningFingerprints.of(entry.getValue());
                String name = entry.getKey().startsWith("/") ? entry.getKey() : BASE + entry.getKey();
                Placed file = new Placed(name, zip.position(), prints.crc32(), prints.size());
                zip.write(java.nio.ByteBuffer.wrap(ZipFrame.local(name, prints.crc32(), prints.size())));
                zip.write(java.nio.ByteBuffer.wrap(entry.getValue()));
                files.add(file);
            }
            long directory = zip.position();
            for (Placed file : files) {
                zip.write(java.nio.ByteBuffer.wrap(ZipFrame.central(file)));
            }
            zip.write(java.nio.ByteBuffer.wrap(ZipFrame.end(files, directory, zip.position() - directory)));
        }
        return bad;
    }

    /** As an unzip that is not ours reads it. */
    private static Map<String, byte[]> entries(Path zip) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                all.put(name, file.getInputStream(entry).readAllBytes());
            }
        }
        return all;
    }
}
