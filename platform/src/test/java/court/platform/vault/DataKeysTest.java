package court.platform.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.files.RecordingSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataKeysTest {

    private static final UUID CASE = UUID.randomUUID();
    private static final byte[] TEXT = "张某".getBytes(UTF_8);
    private static final byte[] PLACE = "fact/name".getBytes(UTF_8);

    @TempDir
    Path folder;

    private final RecordingSteps steps = new RecordingSteps();
    private final AtomicLong nanos = new AtomicLong();
    private KeyPort master;
    private DataKeys here;
    private DataKeys otherProcess;

    @BeforeEach
    void keys() {
        master = new LocalKeyPort(folder, steps);
        here = process();
        otherProcess = process();
    }

    private DataKeys process() {
        return new DataKeys(master, folder, steps, new KeyCache(2, DataKeys.REMEMBERED, nanos::get));
    }

    @Test
    void whatOneProcessSealsAnotherOpens() {
        byte[] sealed = here.seal(CASE, "p1", TEXT, PLACE);

        assertThat(otherProcess.open(CASE, "p1", sealed, PLACE)).isEqualTo(TEXT);
    }

    @Test
    void aSealedValueOpensForItsOwnerCaseAndPlaceOnly() {
        UUID otherCase = UUID.randomUUID();
        byte[] sealed = here.seal(CASE, "p1", TEXT, PLACE);
        here.seal(CASE, "p2", TEXT, PLACE);
        here.seal(otherCase, "p1", TEXT, PLACE);

        assertThatThrownBy(() -> here.open(CASE, "p2", sealed, PLACE)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> here.open(otherCase, "p1", sealed, PLACE)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> here.open(CASE, "p1", sealed, TEXT)).isInstanceOf(SealBroken.class);
    }

    @Test
    void fingerprintsAreTheSameForTheirOwnerCaseAndPurposeOnly() {
        UUID otherCase = UUID.randomUUID();
        here.seal(CASE, "p1", TEXT, PLACE);
        here.seal(CASE, "p2", TEXT, PLACE);
        here.seal(otherCase, "p1", TEXT, PLACE);
        byte[] one = here.fingerprints(CASE, "p1", "search").apply(TEXT);

        assertThat(one).hasSize(32);
        assertThat(otherProcess.fingerprints(CASE, "p1", "search").apply(TEXT)).isEqualTo(one);
        assertThat(here.fingerprints(CASE, "p1", "search").apply(PLACE)).isNotEqualTo(one);
        assertThat(here.fingerprints(CASE, "p1", "other").apply(TEXT)).isNotEqualTo(one);
        assertThat(here.fingerprints(CASE, "p2", "search").apply(TEXT)).isNotEqualTo(one);
        assertThat(here.fingerprints(otherCase, "p1", "search").apply(TEXT)).isNotEqualTo(one);
    }

    @Test
    void nobodyMakesFingerprintsWithADestroyedKeyOrWithoutOne() {
        here.seal(CASE, "p1", TEXT, PLACE);
        here.destroy(CASE, "p1");

        assertThatThrownBy(() -> here.fingerprints(CASE, "p1", "search")).isInstanceOf(KeyDestroyed.class);
        assertThatThrownBy(() -> here.fingerprints(CASE, "p9", "search")).isInstanceOf(SealBroken.class);
    }

    @Test
    void aKeyFileMovedToAnotherOwnerDoesNotOpen() throws IOException {
        byte[] sealed = here.seal(CASE, "p1", TEXT, PLACE);
        Path keys = folder.resolve("case").resolve(CASE.toString());
        Files.copy(keys.resolve("p1"), keys.resolve("p2"));

        assertThatThrownBy(() -> otherProcess.open(CASE, "p2", sealed, PLACE)).isInstanceOf(SealBroken.class);
    }

    @Test
    void ofTwoProcessesMakingAKeyAtOnceBothUseTheFirst() {
        // the other process makes the key after this one looked and before this one names its own
        DataKeys slow = new DataKeys(master, folder, new RecordingSteps() {
            private boolean first = true;

            @Override
            public void link(Path from, Path to) throws IOException {
                if (first) {
                    first = false;
                    here.seal(CASE, "p1", TEXT, PLACE);
                }
                super.link(from, to);
            }
        });

        byte[] sealed = slow.seal(CASE, "p1", TEXT, PLACE);

        assertThat(otherProcess.open(CASE, "p1", sealed, PLACE)).isEqualTo(TEXT);
    }

    @Test
    void aKeyIsDurableBeforeAnythingIsSealedWithIt() {
        steps.steps.clear();

        here.seal(CASE, "p1", TEXT, PLACE);

        assertThat(steps.fromFirstWrite()).containsExactly("write", "force", "link", "force directory");
    }

    @Test
    void aKeyMadeByAnotherProcessIsMadeDurableBeforeItIsUsed() {
        here.seal(CASE, "p1", TEXT, PLACE);
        steps.steps.clear();

        otherProcess.seal(CASE, "p1", TEXT, PLACE);

        assertThat(steps.steps).containsExactly("force directory");
    }

    @Test
    void aDestroyedKeyIsAnAnswerOfItsOwnAndNoNewOneIsMade() {
        byte[] sealed = here.seal(CASE, "p1", TEXT, PLACE);

        here.destroy(CASE, "p1");

        assertThatThrownBy(() -> here.open(CASE, "p1", sealed, PLACE)).isInstanceOf(KeyDestroyed.class);
        assertThatThrownBy(() -> here.seal(CASE, "p1", TEXT, PLACE)).isInstanceOf(KeyDestroyed.class);
        assertThat(here.isDestroyed(CASE, "p1")).isTrue();
        assertThat(here.isDestroyed(CASE, "p2")).isFalse();
        assertThat(process().isDestroyed(CASE, "p1")).as("after a restart").isTrue();
    }

    @Test
    void anotherProcessSeesADestructionWithinFiveSeconds() {
        byte[] sealed = otherProcess.seal(CASE, "p1", TEXT, PLACE);
        here.destroy(CASE, "p1");

        nanos.addAndGet(Duration.ofSeconds(5).toNanos());

        assertThatThrownBy(() -> otherProcess.open(CASE, "p1", sealed, PLACE)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void usingAKeyDoesNotKeepItAliveInMemory() {
        byte[] sealed = otherProcess.seal(CASE, "p1", TEXT, PLACE);
        here.destroy(CASE, "p1");
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        otherProcess.open(CASE, "p1", sealed, PLACE);

        nanos.addAndGet(Duration.ofSeconds(2).toNanos());

        assertThatThrownBy(() -> otherProcess.open(CASE, "p1", sealed, PLACE)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void anOwnerWhoNeverHadAKeyCanBeDestroyedBeforehand() {
        here.destroy(CASE, "p9");

        assertThatThrownBy(() -> otherProcess.seal(CASE, "p9", TEXT, PLACE)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void theTombstoneIsDurable() {
        here.seal(CASE, "p1", TEXT, PLACE);
        steps.steps.clear();

        here.destroy(CASE, "p1");

        assertThat(steps.fromFirstWrite()).containsExactly("write", "force", "rename", "force directory");
    }

    @Test
    void aLostKeyIsNotTakenForADestroyedOne() throws IOException {
        byte[] sealed = here.seal(CASE, "p1", TEXT, PLACE);
        Files.delete(folder.resolve("case").resolve(CASE.toString()).resolve("p1"));

        assertThatThrownBy(() -> otherProcess.open(CASE, "p1", sealed, PLACE))
                .isInstanceOf(SealBroken.class)
                .hasMessageContaining("no key");
    }

    @Test
    void theMemoryOfKeysIsBounded() {
        KeyCache cache = new KeyCache(2, Duration.ofSeconds(1), nanos::get);
        cache.remember("a", TEXT, 0);
        cache.remember("b", TEXT, 0);
        cache.remember("c", TEXT, 0);

        assertThat(cache.find("a")).isEmpty();
        assertThat(cache.find("c")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../p", "a/b", "a_b", "张某", "."})
    void anOwnerThatCouldNotBeAFileNameIsRefused(String owner) {
        assertThatThrownBy(() -> here.seal(CASE, owner, TEXT, PLACE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> here.destroy(CASE, owner)).isInstanceOf(IllegalArgumentException.class);
    }
}
