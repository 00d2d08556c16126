package court.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import court.deploy.agent.Inspection.Right;
import court.deploy.agent.Sender.Sent;
import court.deploy.agent.Step.Taken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

class InspectionTest {

    private static final UUID CASE = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    @TempDir
    Path folder;

    private Sender sender;

    @BeforeEach
    void sender() {
        sender = new Sender(folder.resolve("sender"));
    }

    private SamplePackage sample() {
        return sender.sample(CASE, 0, 1, 3);
    }

    private Right check(Sent sent, Trusted trusted, Taken before) throws IOException, Wrong {
        Path zip = folder.resolve("package.zip");
        Files.write(zip, sent.content());
        return new Inspection(sent.delivery(), trusted).check(zip, sent.proof(), before);
    }

    private Wrong wrong(Sent sent, Taken before) {
        return catchThrowableOfType(Wrong.class, () -> check(sent, sender.trusted(), before));
    }

    private Wrong spoilt(Consumer<ObjectNode> change) {
        return wrong(sender.send(sample().spoil(change)), Taken.NOTHING);
    }

    @Test
    void aRightPackageSaysHowFarItsCaseIs() throws Exception {
        Right right = check(sender.send(sample()), sender.trusted(), Taken.NOTHING);

        assertThat(right).isEqualTo(new Right("（2026）沪0117执1号", "2026", new Taken(0, Map.of("filing", 3L))));
        assertThat(check(sender.send(sender.sample(CASE, 1, 4, 6)), sender.trusted(), right.taken())
                        .taken())
                .isEqualTo(new Taken(1, Map.of("filing", 6L)));
    }

    @Test
    void oneChangedByteAnywhereIsRefusedAndTheFileNamed() {
        Sent sent = sender.send(sample());

        for (int at = 0; at < sent.content().length; at += 61) {
            byte[] changed = sent.content().clone();
            changed[at] ^= 0x20;
            Wrong wrong = wrong(sent.with(changed), Taken.NOTHING);
            assertThat(wrong).as("byte %d", at).isNotNull();
            assertThat(wrong.file()).isNotBlank();
        }
    }

    @Test
    void aChangedOriginalIsCalledByItsName() {
        Sent sent = sender.send(sample());
        String text = new String(sent.content(), java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] changed = sent.content().clone();
        changed[text.indexOf("%PDF original") + 700] ^= 1;

        Wrong wrong = wrong(sent.with(changed), Taken.NOTHING);

        assertThat(wrong.reason()).contains("bundle-00000001.zip", "data/files/f0.pdf");
    }

    @Test
    void aCutPackageIsRefused() {
        Sent sent = sender.send(sample());

        for (int length : new int[] {0, 1, 40, sent.content().length / 2, sent.content().length - 1}) {
            assertThat(wrong(sent.with(java.util.Arrays.copyOf(sent.content(), length)), Taken.NOTHING))
                    .as("%d bytes", length)
                    .isNotNull();
        }
    }

    @Test
    void keysThatWeDoNotTrustProveNothing() {
        assertThat(wrong(
                                sender.send(sample().onLedger(Sender.signer(
                                        sender.ledger.key().name()))),
                                Taken.NOTHING)
                        .reason())
                .contains(".tlog-proof", "PROOF");
        assertThat(wrong(
                                sender.send(sample().sealedBy(
                                                Sender.signer(sender.seal.key().name()))),
                                Taken.NOTHING)
                        .reason())
                .contains("seal");
        Trusted another =
                new Trusted(Sender.signer(sender.ledger.key().name()).key(), sender.seal.key(), sender.bundles.key());
        assertThat(catchThrowableOfType(Wrong.class, () -> check(sender.send(sample()), another, Taken.NOTHING))
                        .file())
                .endsWith(".tlog-proof");
    }

    @Test
    void theProofMustBeTheOneAnnouncedAndAboutThisPackage() {
        Sent one = sender.send(sample());
        Sent other = sender.send(sender.sample(UUID.randomUUID(), 0, 1, 1));

        Sent swapped = new Sent(one.delivery(), one.note(), one.content(), other.proof());

        assertThat(wrong(swapped, Taken.NOTHING).file()).isEqualTo("bundle-00000001.tlog-proof");
    }

    @Test
    void packagesOfACaseComeInTheirOrder() {
        assertThat(wrong(sender.send(sender.sample(CASE, 1, 4, 6)), Taken.NOTHING)
                        .reason())
                .contains("应接收第0号");
        assertThat(wrong(sender.send(sample()), new Taken(0, Map.of("filing", 3L)))
                        .reason())
                .contains("应接收第1号");
    }

    @Test
    void aMissingActIsNoticed() {
        Wrong atTheStart = wrong(sender.send(sender.sample(CASE, 0, 2, 3)), Taken.NOTHING);
        Wrong between = wrong(sender.send(sender.sample(CASE, 1, 5, 6)), new Taken(0, Map.of("filing", 3L)));

        assertThat(atTheStart.reason()).contains("filing", "第 1 号不在包中");
        assertThat(between.reason()).contains("第 4 号不在包中");
    }

    @Test
    void numbersThatWereNoActsAreNoGaps() throws Exception {
        Sent sent = sender.send(sender.sample(CASE, 0, 2, 3)
                .spoil(index -> index.withArray("skipped")
                        .addObject()
                        .put("source", "filing")
                        .put("sequence", 1)));

        assertThat(check(sent, sender.trusted(), Taken.NOTHING).taken().last("filing"))
                .isEqualTo(3);
    }

    @Test
    void anActBeyondTheCutOrTwiceIsRefused() {
        assertThat(spoilt(index -> ((ObjectNode) index.path("cut").get(0)).put("sequence", 2))
                        .reason())
                .contains("第 3 号不在本包范围内");
        assertThat(spoilt(index -> index.withArray("skipped")
                                .addObject()
                                .put("source", "filing")
                                .put("sequence", 2))
                        .reason())
                .contains("第 2 号重复");
        assertThat(spoilt(index -> index.withArray("cut").removeAll()).reason()).contains("没有截止序号");
    }

    @Test
    void whatThePackageSaysOfItselfMustFitTheBundleAndTheFacts() {
        assertThat(spoilt(index -> index.put("caseId", UUID.randomUUID().toString()))
                        .reason())
                .contains("caseId");
        assertThat(spoilt(index -> index.put("court", "沪0115")).reason()).contains("court");
        assertThat(spoilt(index -> index.put("packageId", "x")).reason()).contains("packageId");
        assertThat(spoilt(index -> index.put("caseNumber", "../1")).reason()).contains("案号");
        assertThat(spoilt(index -> index.withArray("entries").remove(1)).reason())
                .contains("不在封卷包目录中");
        assertThat(spoilt(index -> ((ObjectNode) index.path("entries").get(1)).put("type", "CaseClosed"))
                        .reason())
                .contains("type 与目录不一致");
        assertThat(spoilt(index -> ((ObjectNode) index.path("entries").get(0)).putArray("files"))
                        .reason())
                .contains("所附文件不在目录中");
    }

    @Test
    void aFactOfAnotherCaseOrThatIsNoActDoesNotBelongHere() {
        assertThat(wrong(
                                sender.send(sample().spoilFact(it ->
                                        it.put("caseId", UUID.randomUUID().toString()))),
                                Taken.NOTHING)
                        .reason())
                .contains("data/facts/filing/000001-", "另一个案件");
        assertThat(wrong(sender.send(sample().spoilFact(it -> it.put("kind", "ACCESS"))), Taken.NOTHING)
                        .reason())
                .contains("不是案件行为");
    }
}
