package court.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.files.FileSteps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpLetterboxTest {

    @TempDir
    Path folder;

    private Sender sender;
    private FakePlatform platform;
    private Courier courier;

    @BeforeEach
    void start() throws IOException {
        sender = new Sender(folder.resolve("sender"));
        platform = new FakePlatform(sender);
        courier =
                Agent.courier(folder.resolve("data"), sender, new FileSteps(), new HttpLetterbox(platform.settings()));
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    private void mail() {
        platform.bundles.add(sender.send(sender.sample(UUID.randomUUID(), 0, 1, 1)));
    }

    /** Rounds until one goes through; how many it took. */
    private int rounds() {
        for (int round = 1; round <= 20; round++) {
            try {
                courier.round();
                return round;
            } catch (IOException cut) {
                assertThat(cut).isNotInstanceOf(Letterbox.Refused.class);
            }
        }
        throw new AssertionError("no round went through");
    }

    @Test
    void aDownloadThatIsCutAtOddPlacesGoesOnWhereItWas() {
        mail();
        platform.cuts.addAll(List.of(1, 7, 1021, 0, 333));

        int rounds = rounds();

        assertThat(rounds).isGreaterThan(3);
        assertThat(courier.report(null, null).received()).isEqualTo(1);
        assertThat(platform.ranges).first().isEqualTo("null");
        assertThat(platform.ranges).anyMatch(it -> it.matches("bytes=[0-9]{3,}-"));
        assertThat(platform.answered()).containsExactly(1L);
    }

    @Test
    void aServerThatKnowsNoRangesIsReadFromTheStart() {
        mail();
        platform.ranged = false;
        platform.cuts.addAll(List.of(500, 100));

        rounds();

        assertThat(courier.report(null, null).received()).isEqualTo(1);
    }

    @Test
    void aLostReceiptIsHandedInAgainAndCountsOnce() {
        mail();
        mail();
        platform.mute.set(2);

        rounds();

        assertThat(platform.answered()).containsExactly(1L, 2L);
        assertThat(courier.report(null, null).handedIn()).isEqualTo(2);
    }

    @Test
    void aTokenThatIsNoLongerGoodIsFetchedAnew() {
        mail();
        rounds();
        platform.forgetTokens();
        mail();

        rounds();

        assertThat(platform.answered()).containsExactly(1L, 2L);
    }

    @Test
    void manyBundlesComeInOrder() throws IOException {
        for (int i = 0; i < 5; i++) {
            mail();
        }
        java.util.Collections.reverse(platform.bundles);

        courier.round();

        assertThat(platform.answered()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }
}
