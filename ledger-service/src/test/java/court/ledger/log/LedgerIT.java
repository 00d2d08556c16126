package court.ledger.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.ledger.RunningLedger;
import court.ledger.TestFact;
import court.platform.contract.FileRef;
import court.platform.merkle.Frontier;
import court.platform.merkle.Hash;
import court.platform.merkle.TreeHead;
import court.platform.model.Digests;
import court.platform.note.Leaf;
import court.platform.support.RunningService;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

class LedgerIT {

    private static RunningLedger ledger;

    private final UUID caseId = UUID.randomUUID();

    @BeforeAll
    static void start() {
        ledger = new RunningLedger();
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    /** Whatever a test did: leaves without a gap, and the newest checkpoint over exactly these. */
    @AfterEach
    void theTreeIsWhatItsLeavesSayAndWhatWasSigned() {
        TreeHead signed =
                ledger.service().bean(Publication.class).current().block().head();
        Frontier again = Frontier.of(0, position -> Hash.EMPTY_TREE);
        leaves().forEach(it -> again.append(it.hash()));

        assertThat(signed).isEqualTo(again.head());
        assertThat(ledger.number("select size from tree")).isEqualTo(signed.size());
        assertThat(ledger.number("select coalesce(max(index) + 1, 0) from leaf"))
                .isEqualTo(signed.size());
    }

    private static List<Leaf> leaves() {
        return ledger.service()
                .bean(DatabaseClient.class)
                .sql("select id, sha256, sm3 from leaf order by index")
                .map(row -> new Leaf(
                        row.get("id", String.class),
                        new Digests(row.get("sha256", String.class), row.get("sm3", String.class))))
                .all()
                .collectList()
                .block();
    }

    private long leavesOfCase() {
        return ledger.number(
                "select count(*) from (select leaf from received where case_id = '%1$s' and leaf is not null"
                                .formatted(caseId)
                        + " union select leaf from file where case_id = '%1$s') as all_of_them".formatted(caseId));
    }

    private static Arrival arrival(TestFact fact) {
        return Arrival.of(fact.heard());
    }

    @Test
    void eachActAccessAndFileIsALeafAndMachineryIsStoredWithoutOne() {
        FileRef shared = TestFact.file("shared" + caseId);

        ledger.tell(
                TestFact.act(caseId, 1).with(shared, TestFact.file("own" + caseId)),
                TestFact.act(caseId, 2).kind("ACCESS"),
                TestFact.act(caseId, 3).kind("OPERATION").with(TestFact.file("log" + caseId)),
                TestFact.act(caseId, 4).with(shared));
        ledger.awaitFacts(caseId, 4);

        assertThat(leavesOfCase()).isEqualTo(3 + 2);
    }

    @Test
    void theBytesAndHeadersAreStoredAsTheyCame() {
        TestFact fact = TestFact.act(caseId, 1).to("p1");

        ledger.tell(fact);
        ledger.awaitFacts(caseId, 1);

        assertThat(ledger.number(
                        "select count(*) from received where body = decode('%s', 'hex') and headers like '%%ce_type%%'"
                                .formatted(HexFormat.of().formatHex(fact.body()))))
                .isEqualTo(1);
    }

    @Test
    void whatIsDeliveredAgainAddsNothing() {
        TestFact fact = TestFact.act(caseId, 1).with(TestFact.file("again" + caseId));

        ledger.tell(fact, fact);
        ledger.tell(TestFact.act(caseId, 2));
        ledger.awaitFacts(caseId, 2);

        assertThat(leavesOfCase()).isEqualTo(3);
    }

    @Test
    void aCrashBetweenTheDatabaseAndTheOffsetDoublesNothing() {
        TestFact fact = TestFact.act(caseId, 1);

        ledger.service().bean(Sequencer.class).enter(List.of(arrival(fact))).block(); // committed, then killed
        ledger.tell(fact, TestFact.act(caseId, 2)); // so the broker gives it again
        ledger.awaitFacts(caseId, 2);

        assertThat(leavesOfCase()).isEqualTo(2);
    }

    @Test
    void aBatchThatFailsHalfWayLeavesNothing() {
        Sequencer sequencer = ledger.service().bean(Sequencer.class);
        long before = ledger.number("select size from tree");
        ledger.execute("alter table mention rename to mention_away");
        try {
            assertThatThrownBy(() -> sequencer
                            .enter(List.of(arrival(TestFact.act(caseId, 1).with(TestFact.file("half" + caseId)))))
                            .block())
                    .isInstanceOf(RuntimeException.class);
        } finally {
            ledger.execute("alter table mention_away rename to mention");
        }

        assertThat(ledger.number("select size from tree")).isEqualTo(before);
        assertThat(leavesOfCase()).isZero();
    }

    @Test
    void twoInstancesAtOnceEnterTheSameFactsOnce() {
        try (RunningService other = ledger.another()) {
            List<Arrival> batch = IntStream.rangeClosed(1, 50)
                    .mapToObj(i -> arrival(TestFact.act(caseId, i).with(TestFact.file(caseId + " " + i % 7))))
                    .toList();

            List<CompletableFuture<Growth>> both = new ArrayList<>();
            for (int round = 0; round < 5; round++) {
                both.add(ledger.service().bean(Sequencer.class).enter(batch).toFuture());
                both.add(other.bean(Sequencer.class).enter(batch).toFuture());
            }
            Mono.when(both.stream().map(Mono::fromFuture).toList()).block();

            assertThat(leavesOfCase()).isEqualTo(50 + 7);
            assertThat(other.bean(ProofDesk.class).key())
                    .isEqualTo(ledger.service().bean(ProofDesk.class).key());
        }
    }

    @Test
    void twoInstancesThatListenShareTheWorkAndKeepEachCasesOrder() {
        try (RunningService other = ledger.another()) {
            assertThat(other.bean(LedgerListener.class)).isNotNull();
            List<UUID> cases =
                    IntStream.range(0, 20).mapToObj(i -> UUID.randomUUID()).toList();

            for (int sequence = 1; sequence <= 10; sequence++) {
                for (UUID one : cases) {
                    ledger.tell(TestFact.act(one, sequence));
                }
            }
            cases.forEach(it -> ledger.awaitFacts(it, 10));

            assertThat(ledger.number("select count(*) from (select sequence, row_number() over"
                            + " (partition by case_id, source order by leaf) as place from received where case_id = any('{"
                            + String.join(
                                    ",", cases.stream().map(UUID::toString).toList())
                            + "}')) as facts where sequence <> place"))
                    .isZero();
        }
    }

    @Test
    void whileTheDatabaseRefusesNothingIsLostAndTheOrderStays() {
        ledger.execute("alter table received rename to received_away");
        try {
            ledger.tell(TestFact.act(caseId, 1), TestFact.act(caseId, 2));
            for (int i = 0; i < 40; i++) {
                RunningLedger.pause();
            }
        } finally {
            ledger.execute("alter table received_away rename to received");
        }
        ledger.tell(TestFact.act(caseId, 3));
        ledger.awaitFacts(caseId, 3);

        assertThat(ledger.number("select count(*) from (select sequence, row_number() over (order by leaf) as place"
                        + " from received where case_id = '" + caseId + "') as facts where sequence <> place"))
                .isZero();
    }

    @Test
    void rubbishIsKeptAndHoldsNothingUp() {
        long before = ledger.number("select count(*) from received");
        ProducerRecord<String, byte[]> odd = TestFact.act(caseId, 1).record("unused");
        odd.headers().remove("ce_kind");
        odd.headers().add("ce_kind", "A\0\"\\{},NULL".getBytes(UTF_8));
        odd.headers().add("odd", null);

        ledger.tell(null, new byte[] {(byte) 0xff, 0, (byte) 0xc3});
        ledger.tell("not a case", "".getBytes(UTF_8));
        ledger.tell(new ProducerRecord<>(ledger.topic(), null, odd.key(), odd.value(), odd.headers()));
        ledger.tell(TestFact.act(caseId, 2));
        ledger.awaitFacts(caseId, 2);
        ledger.await("select count(*) from received", before + 4);

        assertThat(ledger.number("select count(*) from received where flaws like '%HEADERS_UNREADABLE%'"))
                .isEqualTo(2);
    }

    @Test
    void onATreeThatWasChangedNothingMoreIsSigned() {
        ledger.tell(TestFact.act(caseId, 1));
        ledger.awaitFacts(caseId, 1);
        long size = ledger.number("select size from tree");
        int level = Long.numberOfTrailingZeros(size);
        long index = (size >> level) - 1;
        String flip = "update node set hash = set_byte(hash, 5, get_byte(hash, 5) # 1) where level = ? and index = ?";
        ledger.tamper(flip, level, index);
        try {
            assertThatThrownBy(() -> ledger.service()
                            .bean(Sequencer.class)
                            .enter(List.of(arrival(TestFact.act(caseId, 2))))
                            .block())
                    .isInstanceOf(HistoryChanged.class);
        } finally {
            ledger.tamper(flip, level, index);
        }

        ledger.tell(TestFact.act(caseId, 2));
        ledger.awaitFacts(caseId, 2);
    }

    @Test
    void operationsSeeHowFarTheLedgerIs() {
        ledger.tell(TestFact.act(caseId, 1));
        ledger.awaitFacts(caseId, 1);

        var meters = ledger.service().bean(MeterRegistry.class);
        assertThat(meters.get("court.ledger.leaves").counter().count()).isPositive();
        assertThat(meters.get("court.ledger.tree.size").gauge().value()).isPositive();
        assertThat(meters.get("court.ledger.lag").gauge().value()).isNotNaN();
        assertThat(meters.get("court.ledger.checkpoint.delay").timer().count()).isPositive();
    }
}
