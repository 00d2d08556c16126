package court.platform.blob;

import static court.platform.blob.Vault.CASE;
import static court.platform.blob.Vault.joined;
import static court.platform.blob.Vault.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.blob.Reread.State;
import court.platform.files.FileSteps;
import court.platform.model.Digests;
import court.platform.model.Refusal;
import court.platform.model.Refused;
import court.platform.vault.LocalKeyPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

class DiskBlobStoreTest {

    private static final byte[] BYTES = random(200_000);

    @TempDir
    Path folder;

    @AutoClose
    private Vault vault;

    @BeforeEach
    void vault() throws IOException {
        vault = new Vault(folder);
    }

    @Test
    void theDigestsAreThoseOfThePublishedVectors() {
        StoredBlob blob = vault.put("abc".getBytes(StandardCharsets.UTF_8));

        assertThat(blob)
                .isEqualTo(new StoredBlob(
                        new Digests(
                                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                                "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"),
                        3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8_192, 65_000, 65_536, 200_000})
    void whatWasPutIsRead(int size) {
        byte[] bytes = random(size);

        StoredBlob blob = vault.put(bytes);

        assertThat(vault.read(blob, 0, size)).isEqualTo(bytes);
        assertThat(vault.store.size(CASE, blob.digests().sha256()).block()).isEqualTo(size);
        vault.assertEveryBufferWasReleased();
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,70000", "65471,2", "131072,68928", "199999,1", "199999,50", "200000,10", "300000,1", "5,0"})
    void anyRangeIsRead(int from, int length) {
        StoredBlob blob = vault.put(BYTES);

        byte[] expected = from >= BYTES.length
                ? new byte[0]
                : Arrays.copyOfRange(BYTES, from, Math.min(BYTES.length, from + length));
        assertThat(vault.read(blob, from, length)).isEqualTo(expected);
    }

    @Test
    void theStepsAreWriteForceRenameForceDirectory() {
        vault.put(BYTES);

        assertThat(vault.steps.fromFirstWrite())
                .containsExactly("write", "force", "force directory", "rename", "force directory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "force", "rename"})
    void aFileIsNotAcknowledgedWhenAStepFailsAndNothingIsLeft(String failing) {
        vault.steps.failing = failing;

        assertThatThrownBy(() -> vault.put(BYTES)).isInstanceOf(UncheckedIOException.class);

        assertThat(vault.files()).isEmpty();
        vault.assertEveryBufferWasReleased();
    }

    @Test
    void aFileIsNotAcknowledgedUntilItsNameIsDurable() {
        vault.put(random(10)); // the folders are there
        vault.steps.failing = "force directory";

        assertThatThrownBy(() -> vault.put(BYTES)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void onDiskThereIsNothingInTheClear() throws IOException {
        byte[] canary = "11010519491231002X".getBytes(StandardCharsets.UTF_8);
        StoredBlob blob = vault.put(canary);

        assertThat(new String(Files.readAllBytes(vault.file(blob)), StandardCharsets.ISO_8859_1))
                .startsWith("AES1.")
                .doesNotContain("110105");
    }

    @Test
    void theSameBytesAreOneFileWithinACase() {
        StoredBlob first = vault.put(BYTES);
        StoredBlob second = vault.put(BYTES);

        assertThat(second).isEqualTo(first);
        assertThat(vault.files()).containsExactly(vault.file(first));
        assertThat(vault.read(first, 0, BYTES.length)).isEqualTo(BYTES);
    }

    @Test
    void theSameBytesInAnotherCaseAreAnotherFile() {
        StoredBlob blob = vault.put(BYTES);
        UUID other = UUID.randomUUID();

        assertRefused(() -> joined(vault.store.read(other, blob.digests().sha256(), 0, 1)), BlobRefusal.NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../../keys/master", "abc", "ABCD"})
    void onlyADigestIsAName(String name) {
        assertRefused(() -> joined(vault.store.read(CASE, name, 0, 1)), BlobRefusal.NOT_FOUND);
        assertThatThrownBy(() -> vault.store.remove(CASE, name).block()).isNotNull();
    }

    @Test
    void whatADeadProcessLeftIsClearedAtStartAndWhatALivingOneWritesIsNot() throws Exception {
        Path dead = Files.createDirectories(vault.root.resolve("staging/dead"));
        Files.createFile(dead.resolve("lock"));
        Files.createFile(dead.resolve("half"));
        BlobDraft living = vault.store.draft(CASE, 10);
        living.write(vault.buffer(new byte[] {1}));

        try (DiskBlobStore another = new DiskBlobStore(vault.root, vault.keys, new FileSteps())) {
            assertThat(dead).doesNotExist();
            living.finish();
            living.keep();
            assertThat(vault.files()).hasSize(1);
            assertThat(another.size(CASE, "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a")
                            .block())
                    .isEqualTo(1);
        }
    }

    @Test
    void theFolderOfAnotherLivingProcessIsLeftAlone() throws Exception {
        Path theirs = Files.createDirectories(vault.root.resolve("staging/theirs"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path program = Files.writeString(folder.resolve("Hold.java"), """
                void main(String[] args) throws Exception {
                    var lock = java.nio.channels.FileChannel.open(java.nio.file.Path.of(args[0]),
                            java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE);
                    lock.lock();
                    System.out.println("locked");
                    System.in.read();
                }
                """);
        Process holder = new ProcessBuilder(
                        java.toString(),
                        program.toString(),
                        theirs.resolve("lock").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("locked");
            new DiskBlobStore(vault.root, vault.keys, new FileSteps()).close();
            assertThat(theirs).exists();
        } finally {
            holder.destroyForcibly().waitFor();
        }

        new DiskBlobStore(vault.root, vault.keys, new FileSteps()).close();
        assertThat(theirs).doesNotExist();
    }

    @Test
    void anotherProcessReadsWhatThisOnePut() throws IOException {
        StoredBlob blob = vault.put(BYTES);
        Path keyFolder = folder.resolve("keys");
        var keys = new court.platform.vault.DataKeys(
                new LocalKeyPort(keyFolder, new FileSteps()), keyFolder, new FileSteps());

        try (DiskBlobStore other = new DiskBlobStore(vault.root, keys, new FileSteps())) {
            Mono<Reread> reread = other.reread(CASE, blob.digests());
            assertThat(reread.block(Duration.ofSeconds(10)))
                    .extracting(Reread::state)
                    .isEqualTo(State.INTACT);
        }
    }

    static void assertRefused(ThrowingCallable action, Refusal expected) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(expected));
    }
}
