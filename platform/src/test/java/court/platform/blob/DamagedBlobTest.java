package court.platform.blob;

import static court.platform.blob.DiskBlobStoreTest.assertRefused;
import static court.platform.blob.Vault.CASE;
import static court.platform.blob.Vault.random;
import static org.assertj.core.api.Assertions.assertThat;

import court.platform.blob.Reread.State;
import court.platform.model.Digests;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of a file on the disk is found, and said as it is. */
class DamagedBlobTest {

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
    void goodBytesPutAgainReplaceADamagedFile() throws IOException {
        StoredBlob blob = vault.put(BYTES);
        flip(vault.file(blob), 1_000);
        assertThat(vault.reread(blob).state()).isEqualTo(State.DAMAGED);

        vault.put(BYTES);

        assertThat(vault.reread(blob).state()).isEqualTo(State.INTACT);
    }

    @Test
    void aFlippedByteAnywhereIsFoundAndLocated() throws IOException {
        StoredBlob blob = vault.put(random(70_000));
        Path file = vault.file(blob);
        long length = Files.size(file);
        assertThat(vault.reread(blob)).isEqualTo(new Reread(State.INTACT, blob.digests(), where(blob)));

        for (long at = 0; at < length; at += at < 120 ? 1 : 997) {
            flip(file, at);
            Reread reread = vault.reread(blob);
            assertThat(reread.state()).as("byte " + at).isEqualTo(State.DAMAGED);
            assertThat(reread.where()).startsWith(where(blob) + ": ");
            flip(file, at);
        }

        assertThat(vault.reread(blob).state()).isEqualTo(State.INTACT);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 30, 65, 80, 105, 65_536, 65_537, 70_000})
    void aCutTailIsFoundByRereadingAndBySize(long left) throws IOException {
        StoredBlob blob = vault.put(random(70_000));
        try (RandomAccessFile file = new RandomAccessFile(vault.file(blob).toFile(), "rw")) {
            assertThat(left).isLessThan(file.length());
            file.setLength(left);
        }

        assertThat(vault.reread(blob).state()).isEqualTo(State.DAMAGED);
        assertRefused(() -> vault.store.size(CASE, blob.digests().sha256()).block(), BlobRefusal.DAMAGED);
    }

    @Test
    void addedBytesAreFound() throws IOException {
        StoredBlob blob = vault.put(BYTES);
        Files.write(vault.file(blob), new byte[] {1}, java.nio.file.StandardOpenOption.APPEND);

        assertThat(vault.reread(blob).state()).isEqualTo(State.DAMAGED);
    }

    @Test
    void aFileInThePlaceOfAnotherIsFound() throws IOException {
        StoredBlob one = vault.put(random(10));
        StoredBlob other = vault.put(random(11));
        Files.copy(vault.file(other), vault.file(one), java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(vault.reread(one).state()).isEqualTo(State.DAMAGED);
    }

    @Test
    void otherExpectedDigestsAreFound() {
        StoredBlob blob = vault.put(BYTES);
        Digests wrong = new Digests(blob.digests().sha256(), "0".repeat(64));

        Reread reread = vault.store.reread(CASE, wrong).block();

        assertThat(reread).isEqualTo(new Reread(State.DAMAGED, blob.digests(), where(blob) + ": other bytes"));
    }

    @Test
    void aDamagedFileIsNeverGivenOutAsGood() throws IOException {
        StoredBlob blob = vault.put(BYTES);
        flip(vault.file(blob), 150_000);

        assertRefused(() -> vault.read(blob, 0, BYTES.length), BlobRefusal.DAMAGED);
        assertThat(vault.read(blob, 0, 1000)).isEqualTo(Arrays.copyOf(BYTES, 1000));
    }

    @Test
    void aMissingFileIsSaidToBeMissing() {
        StoredBlob blob = vault.put(BYTES);

        vault.store.remove(CASE, blob.digests().sha256()).block();
        vault.store.remove(CASE, blob.digests().sha256()).block();

        assertThat(vault.reread(blob).state()).isEqualTo(State.MISSING);
        assertRefused(() -> vault.read(blob, 0, 1), BlobRefusal.NOT_FOUND);
        assertRefused(() -> vault.store.size(CASE, blob.digests().sha256()).block(), BlobRefusal.NOT_FOUND);
        assertThat(vault.put(BYTES))
                .as("not lawful deletion: it may come again")
                .isEqualTo(blob);
    }

    @Test
    void aLawfullyDeletedFileIsNotCalledDamagedAndDoesNotComeBack() {
        StoredBlob blob = vault.put(BYTES);

        vault.keys.destroy(CASE, blob.digests().sha256());

        assertThat(vault.reread(blob).state()).isEqualTo(State.DELETED);
        assertRefused(() -> vault.read(blob, 0, 1), BlobRefusal.LAWFULLY_DELETED);
        assertRefused(() -> vault.put(BYTES), BlobRefusal.LAWFULLY_DELETED);
    }

    private static String where(StoredBlob blob) {
        return "case/" + CASE + "/" + blob.digests().sha256();
    }

    private static void flip(Path file, long at) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(at);
            int old = bytes.read();
            bytes.seek(at);
            bytes.write(old ^ 1);
        }
    }
}
