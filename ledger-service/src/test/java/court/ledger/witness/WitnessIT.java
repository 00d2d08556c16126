package court.ledger.witness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.ledger.RunningLedger;
import court.ledger.TestFact;
import court.ledger.witness.PlayedWitness.Mood;
import court.platform.contract.FileRef;
import court.platform.merkle.Hash;
import court.platform.merkle.TreeHead;
import court.platform.note.Checkpoint;
import court.platform.note.NoteKey;
import court.platform.note.SignedNote;
import court.platform.note.TlogProof;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WitnessIT {

    private static final PlayedWitness ONE = new PlayedWitness("example.com/one");
    private static final PlayedWitness TWO = new PlayedWitness("example.com/two");
    private static final String COSIGNED = "select coalesce(max(size), 0) from cosignature where witness = '%s'";

    private static RunningLedger ledger;

    private final UUID caseId = UUID.randomUUID();
    private long sequence;

    @BeforeAll
    static void start() {
        ledger = new RunningLedger(Map.of(
                "court.ledger.witnesses.one.address", ONE.address(),
                "court.ledger.witnesses.one.key", ONE.key().vkey(),
                "court.ledger.witnesses.two.address", TWO.address(),
                "court.ledger.witnesses.two.key", TWO.key().vkey()));
    }

    @AfterAll
    static void stop() {
        ledger.close();
        ONE.close();
        TWO.close();
    }

    @AfterEach
    void bothAreHonestAgain() {
        ONE.is(Mood.HONEST);
        TWO.is(Mood.HONEST);
    }

    private long enter(FileRef... files) {
        sequence++;
        ledger.tell(TestFact.act(caseId, sequence).with(files));
        ledger.awaitFacts(caseId, (int) sequence);
        return ledger.number("select size from tree");
    }

    private static void awaitCosigned(PlayedWitness witness, long size) {
        ledger.await(COSIGNED.formatted(witness.key().name()), size);
    }

    private static String checkpoint() {
        return ledger.get("/api/v1/ledger/checkpoint", null).body();
    }

    private static NoteKey logKey() {
        return NoteKey.parse(ledger.get("/api/v1/ledger/key", null).body().strip());
    }

    private static double refused() {
        return ledger.service().bean(MeterRegistry.class).find("court.ledger.witness.refused").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static void awaitMoreThan(double refused) {
        for (int i = 0; i < 600 && refused() <= refused; i++) {
            RunningLedger.pause();
        }
        assertThat(refused()).isGreaterThan(refused);
    }

    @Test
    void aCheckpointIsServedWithWhatEachWitnessPutUnderIt() {
        long size = enter();
        awaitCosigned(ONE, size);
        awaitCosigned(TWO, size);

        SignedNote note = SignedNote.parse(checkpoint().getBytes(UTF_8));

        assertThat(Checkpoint.parse(note.open(List.of(logKey()))).head()).isEqualTo(ONE.seen());
        assertThat(note.cosignedAt(ONE.key())).isPresent();
        assertThat(note.cosignedAt(TWO.key())).isPresent();
        assertThat(ledger.get("/api/v1/ledger/keys", null).body().lines().toList())
                .contains(
                        "ledger " + logKey().vkey(),
                        "witness " + ONE.key().vkey(),
                        "witness " + TWO.key().vkey());
    }

    @Test
    void aProofFileCarriesThemAndTheAnswerNamesThem() {
        FileRef file = TestFact.file("witnessed " + caseId);
        long size = enter(file);
        awaitCosigned(ONE, size);
        awaitCosigned(TWO, size);

        JsonNode told = ledger.json("/api/v1/ledger/files/" + file.sha256(), null);
        String proof = ledger.get("/api/v1/ledger/files/" + file.sha256() + "/proof", null)
                .body();

        assertThat(told.path("cosignatures")
                        .valueStream()
                        .map(it -> it.path("witness").asString()))
                .containsExactly("example.com/one", "example.com/two");
        TlogProof read = TlogProof.parse(proof.getBytes(UTF_8));
        assertThat(read.requireProves(file.digests(), logKey()).head()).isEqualTo(ONE.seen());
        assertThat(SignedNote.parse(read.checkpoint().getBytes(UTF_8)).cosignedAt(TWO.key()))
                .isPresent();
    }

    @Test
    void aWitnessThatIsAwayDelaysItsOwnNameAndNothingElse() {
        long before = enter();
        awaitCosigned(TWO, before);
        TWO.is(Mood.AWAY);
        FileRef file = TestFact.file("alone " + caseId);
        long size = enter(file);
        awaitCosigned(ONE, size);

        assertThat(Checkpoint.parse(
                                SignedNote.parse(checkpoint().getBytes(UTF_8)).open(List.of(logKey())))
                        .head()
                        .size())
                .isEqualTo(size);
        assertThat(ledger.json("/api/v1/ledger/files/" + file.sha256(), null)
                        .path("cosignatures")
                        .size())
                .isEqualTo(1);
        assertThat(ledger.number(COSIGNED.formatted("example.com/two"))).isEqualTo(before);

        TWO.is(Mood.HONEST);
        awaitCosigned(TWO, size);
    }

    @Test
    void whoHasSeenAnotherTreeIsToldOfToOperationsAndNothingElseStops() {
        long before = enter();
        awaitCosigned(ONE, before);
        TreeHead ours = ONE.seen();
        ONE.saw(new TreeHead(before, Hash.EMPTY_TREE)); // another root
        double refused = refused();

        long size = enter();
        awaitCosigned(TWO, size);
        awaitMoreThan(refused);

        assertThat(ledger.number(COSIGNED.formatted("example.com/one"))).isEqualTo(before);
        ONE.saw(ours);
        awaitCosigned(ONE, size);
    }

    @Test
    void aWitnessThatForgotOrSawMoreOfOursIsAskedFromWhereItStands() {
        long before = enter();
        awaitCosigned(ONE, before);
        TreeHead ours = ONE.seen();
        ONE.saw(TreeHead.EMPTY);
        long size = enter();
        awaitCosigned(ONE, size);

        ledger.execute("delete from cosignature where size >= " + size);
        awaitCosigned(ONE, size);
        assertThat(ONE.seen().size()).isGreaterThan(ours.size());
    }

    @Test
    void aSignatureThatDoesNotHoldIsNotKept() {
        long before = enter();
        awaitCosigned(TWO, before);
        TWO.is(Mood.LIES);
        double refused = refused();
        long size = enter();
        awaitCosigned(ONE, size);
        awaitMoreThan(refused);

        assertThat(ledger.number(COSIGNED.formatted("example.com/two"))).isEqualTo(before);
    }
}
