package court.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.agent.Report.Cause;
import court.deploy.agent.Report.Refusal;
import court.deploy.agent.Sender.Sent;
import court.platform.bundle.Acknowledgement.Gap;
import court.platform.bundle.Acknowledgement.Verdict;
import court.platform.bundle.ChainEnd;
import court.platform.files.FileSteps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourierTest {

    @TempDir
    Path folder;

    private Sender sender;
    private Line line;
    private Courier courier;

    @BeforeEach
    void fresh() {
        sender = new Sender(folder.resolve("sender"));
        line = new Line(sender);
        courier = Agent.courier(folder.resolve("data"), sender, new FileSteps(), line);
    }

    private Sent mail() {
        return sender.send(sender.sample(UUID.randomUUID(), 0, 1, 1));
    }

    private Report round() throws IOException {
        courier.round();
        return courier.report(null, null);
    }

    @Test
    void whatIsRightLiesInTheArchiveUnderItsCaseAndIsAcknowledged() throws IOException {
        SamplePackage sample = sender.sample(UUID.randomUUID(), 0, 1, 2);
        Sent sent = sender.send(sample);
        line.lay(sent);

        Report report = round();

        Path place = folder.resolve("data/archive/沪0117/2026/（2026）沪0117执1号").resolve(sample.name());
        assertThat(place.resolve("package.zip")).hasBinaryContent(sent.content());
        assertThat(place.resolve("package.tlog-proof")).hasBinaryContent(sent.proof());
        assertThat(place.resolve("bundle.note")).hasBinaryContent(sent.note());
        assertThat(line.acknowledgements()).singleElement().satisfies(it -> {
            assertThat(it.court()).isEqualTo("沪0117");
            assertThat(it.bundles()).singleElement().satisfies(answer -> {
                assertThat(answer.verdict()).isEqualTo(Verdict.RECEIVED);
                assertThat(answer.packageId()).isEqualTo(sample.packageId());
            });
        });
        assertThat(report.nextExpected()).isEqualTo(2);
        assertThat(report.handedIn()).isEqualTo(1);
        assertThat(folder.resolve("data/work")).isEmptyDirectory();
    }

    @Test
    void whatIsWrongIsRejectedByNameAndTheNextStillTaken() throws IOException {
        Sent bad = sender.send(sender.sample(UUID.randomUUID(), 0, 2, 2));
        line.lay(bad, mail());

        Report report = round();

        assertThat(report.received()).isEqualTo(1);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(line.acknowledgements().getFirst().bundles().getFirst().reason())
                .startsWith("data/package.json：");
        assertThat(Files.readString(folder.resolve("data/rejected/00000001/reason.txt")))
                .startsWith("data/package.json：");
    }

    @Test
    void replayedAndReorderedMailIsTakenOnceAndInOrder() throws IOException {
        Sent one = mail();
        Sent two = mail();
        Sent three = mail();
        line.lay(three, one, two, one, two);

        Report report = round();
        round();

        assertThat(line.answers())
                .extracting(it -> it.substring(0, 10))
                .containsExactly("1 RECEIVED", "2 RECEIVED", "3 RECEIVED");
        assertThat(report.refused()).isEmpty();
        assertThat(report.gaps()).isEmpty();
    }

    @Test
    void aGapIsToldOnceAndFilledLater() throws IOException {
        Sent one = mail();
        Sent two = mail();
        Sent three = mail();
        Sent four = mail();
        line.lay(one, four);

        round();
        Report report = round();

        assertThat(report.gaps()).containsExactly(new Gap(2, 3));
        assertThat(report.refused()).extracting(Refusal::cause).containsExactly(Cause.GAP);
        assertThat(line.acknowledgements()).hasSize(2);
        assertThat(line.acknowledgements().getLast().gaps()).containsExactly(new Gap(2, 3));

        line.lay(two, three);
        Report filled = round();

        assertThat(filled.gaps()).isEmpty();
        assertThat(filled.refused()).isEmpty();
        assertThat(filled.nextExpected()).isEqualTo(5);
    }

    @Test
    void aBadSignatureIsRefusedAndAnswersNothing() throws IOException {
        Sent one = mail();
        byte[] changed = one.note().clone();
        changed[30] ^= 1;
        line.notes.add(changed);
        Sent forged = sender.bundle(
                sender.sample(UUID.randomUUID(), 0, 1, 1),
                Sender.COURT,
                ChainEnd.START,
                Sender.signer(sender.bundles.key().name()));
        line.lay(forged);

        Report report = round();

        assertThat(report.refused())
                .extracting(Refusal::cause)
                .containsExactly(Cause.BAD_SIGNATURE, Cause.BAD_SIGNATURE);
        assertThat(report.nextExpected()).isEqualTo(1);
        assertThat(line.acknowledgements()).isEmpty();
        assertThat(Files.exists(folder.resolve("data/archive"))).isFalse();
    }

    @Test
    void aNumberUsedForSomethingElseIsRefused() throws IOException {
        Sent one = mail();
        line.lay(one);
        round();
        Sent other =
                sender.bundle(sender.sample(UUID.randomUUID(), 0, 1, 1), Sender.COURT, ChainEnd.START, sender.bundles);
        line.lay(other);

        Report report = round();

        assertThat(report.refused()).extracting(Refusal::cause).containsExactly(Cause.NUMBER_REUSED);
        assertThat(report.received()).isEqualTo(1);
        assertThat(line.acknowledgements()).hasSize(1);
    }

    @Test
    void aChainThatIsNotOursIsRefused() throws IOException {
        line.lay(mail());
        round();
        Sent stranger = sender.bundle(
                sender.sample(UUID.randomUUID(), 0, 1, 1),
                Sender.COURT,
                new ChainEnd(1, "f".repeat(64)),
                sender.bundles);
        line.lay(stranger);

        assertThat(round().refused()).extracting(Refusal::cause).containsExactly(Cause.CHAIN_BROKEN);
    }

    @Test
    void anotherCourtsMailIsRefused() throws IOException {
        line.lay(sender.send(sender.sample(UUID.randomUUID(), 0, 1, 1), "沪0115", sender.bundles));

        assertThat(round().refused()).extracting(Refusal::cause).containsExactly(Cause.WRONG_COURT);
        assertThat(line.acknowledgements()).isEmpty();
    }

    @Test
    void aPackageThatIsThereAlreadyIsNotTakenAgainUnderAnotherNumber() throws IOException {
        SamplePackage sample = sender.sample(UUID.randomUUID(), 0, 1, 1);
        line.lay(sender.send(sample), sender.send(sample));

        Report report = round();

        assertThat(report.received()).isEqualTo(1);
        assertThat(line.acknowledgements().getLast().bundles().getFirst().reason())
                .contains("此前已经接收");
    }

    @Test
    void aLetterboxThatIsAwayKeepsNoOtherWaiting() throws IOException {
        Line away = new Line(sender).with(new Fuse(0));
        Courier both = Agent.courier(folder.resolve("both"), sender, new FileSteps(), away, line.lay(mail()));

        org.assertj.core.api.Assertions.assertThatThrownBy(both::round).isInstanceOf(IOException.class);

        assertThat(line.answers()).hasSize(1);
        assertThat(both.report(null, null).received()).isEqualTo(1);
        assertThat(both.report(null, null).handedIn()).isZero();
    }

    @Test
    void aTornJournalLineWasNeverReliedOn() throws IOException {
        line.lay(mail());
        round();
        Path journal = folder.resolve("data/journal");
        Files.writeString(journal, "{\"step\":\"JUD", java.nio.file.StandardOpenOption.APPEND);
        line.lay(mail());

        Courier again = Agent.courier(folder.resolve("data"), sender, new FileSteps(), line);
        again.round();

        assertThat(again.report(null, null).received()).isEqualTo(2);
        assertThat(Files.readAllLines(journal)).hasSize(4).allMatch(it -> it.endsWith("}"));
    }

    @Test
    void aJournalThatWasTamperedWithStopsTheAgent() throws IOException {
        line.lay(mail());
        round();
        Files.writeString(folder.resolve("data/journal"), "nonsense\n");

        Courier again = Agent.courier(folder.resolve("data"), sender, new FileSteps(), line);

        org.assertj.core.api.Assertions.assertThatThrownBy(again::round).hasMessageContaining("is damaged");
    }

    @Test
    void theListOfRefusedNotesStaysShort() throws IOException {
        for (int i = 0; i < 150; i++) {
            line.notes.add(("nonsense " + i).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }

        assertThat(round().refused()).hasSize(100);
        assertThat(List.copyOf(line.taken.keySet())).isEmpty();
    }
}
