package court.deploy.acceptance;

import static court.deploy.acceptance.CourtCase.values;
import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.Platform.LOCAL;
import static court.deploy.acceptance.Platform.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import court.deploy.acceptance.ForeignVerifier.Checkpoint;
import court.deploy.acceptance.Traffic.Talk;
import court.deploy.acceptance.Traffic.Talk.Said;
import court.deploy.local.Part;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A process dies in the middle of the day. Nothing acknowledged is lost or doubled, and each case keeps its order. */
@Isolated("processes die")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultsIT {

    private static final Instant BEGUN = Instant.now();

    private static Traffic traffic;

    /** The whole tree is put together from what everybody sees; for one leaf in so many the ledger's own proof is asked for too. */
    private static final int ASKED = 8;

    /** Signed tree heads as somebody outside kept them, one from before each crash. */
    private static final List<Checkpoint> KEPT = new ArrayList<>();

    @BeforeAll
    static void peopleAreAtWork() {
        traffic = new Traffic();
        traffic.release(0);
    }

    @AfterAll
    static void theyGoHome() {
        if (traffic != null) {
            traffic.close();
        }
    }

    /** Each kind of process: those that keep, those that speak, those that listen with the one in front. */
    static Stream<Set<Part>> crashes() {
        return Stream.of(
                EnumSet.of(Part.POSTGRES),
                EnumSet.of(Part.BROKER),
                EnumSet.of(Part.FILING, Part.INTERACTION, Part.ASSET, Part.WITNESS),
                EnumSet.of(Part.LEDGER, Part.ARCHIVE, Part.AGENT, Part.GATEWAY));
    }

    @Order(1)
    @ParameterizedTest(name = "kill -9 {0}")
    @MethodSource("crashes")
    void workGoesOnWhenProcessesAreKilled(Set<Part> parts) {
        traffic.awaitProgress();
        Map<Part, Long> killed = parts.stream().collect(Collectors.toMap(it -> it, LOCAL::pid));

        KEPT.add(Checkpoint.of(note()));
        long begun = System.nanoTime();
        parts.forEach(LOCAL::kill);
        await().atMost(Duration.ofSeconds(180))
                .until(() -> parts.stream().allMatch(it -> LOCAL.pid(it) > 0 && LOCAL.pid(it) != killed.get(it)));
        parts.forEach(LOCAL::awaitReady);
        traffic.awaitProgress();
        if (parts.contains(Part.BROKER)) {
            traffic.release(1);
        }
        Figures.tell("kill -9 " + parts + " until all work goes on", Duration.ofNanos(System.nanoTime() - begun));

        assertThat(traffic.failures).isEmpty();
    }

    @Order(2)
    @Test
    void nothingAcknowledgedWasLostOrDoubled() {
        traffic.finish();

        assertThat(traffic.failures).isEmpty();
        traffic.gatherings.parallelStream().forEach(FaultsIT::wasKept);
        traffic.talks.parallelStream().forEach(FaultsIT::wasKept);
        traffic.accepted.parallelStream().forEach(FaultsIT::wasKept);
        caseNumbersHaveNoGap();
    }

    /** To whoever trusts neither the platform nor its code. */
    @Order(3)
    @Test
    void everyAcknowledgedActIsProvableUnderATreeThatBeginsWithAllThatWereKept() throws GeneralSecurityException {
        long begun = System.nanoTime();
        String witness = TreeByHand.key("witness");
        String note = await("the witness has cosigned the newest tree")
                .atMost(CourtCase.SOON)
                .until(FaultsIT::note, it -> ForeignVerifier.isCosigned(it, witness));
        TreeByHand tree = TreeByHand.under(Checkpoint.of(note));
        List<Long> leaves = rooms().parallel()
                .flatMap(room -> room.leaves(room.judgeToken()).stream())
                .map(leaf -> leaf.path("index").asLong())
                .toList();

        assertThat(tree.head().isSignedBy(TreeByHand.key("ledger"))).isTrue();
        assertThat(leaves).doesNotHaveDuplicates().hasSizeGreaterThan(acknowledged());
        assertThat(leaves).allMatch(index -> index < tree.hashes().size());
        IntStream.range(0, leaves.size())
                .filter(i -> i % ASKED == 0)
                .parallel()
                .forEach(i -> tree.provesLeaf(leaves.get(i)));
        for (Checkpoint kept : KEPT) {
            assertThat(kept.isSignedBy(TreeByHand.key("ledger"))).isTrue();
            tree.beginsWith(kept);
        }
        assertThatThrownBy(() ->
                        tree.beginsWith(KEPT.getFirst().withRoot(KEPT.getLast().root())))
                .isInstanceOf(AssertionError.class);
        Figures.tell(leaves.size() + " leaves proved from outside", Duration.ofNanos(System.nanoTime() - begun));
    }

    private static String note() {
        return Retrying.until(() -> HTTP.get("", "/api/v1/ledger/checkpoint"))
                .ok()
                .body();
    }

    /** It walked over everything all the while: crashes are no tampering. */
    @Order(4)
    @Test
    void theAuditRaisedNoAlarm() {
        JsonNode findings = HTTP.get(token("ops"), "/api/v1/operations/ledger/findings")
                .ok()
                .json();

        assertThat(HTTP.get("", "/api/v1/ledger/audit")
                        .ok()
                        .json()
                        .at("/last/size")
                        .asLong())
                .isPositive();
        assertThat(findings.path("items")
                        .valueStream()
                        .filter(it ->
                                Instant.parse(it.path("foundAt").asString()).isAfter(BEGUN)))
                .as(findings.toString())
                .isEmpty();
    }

    private static Stream<CourtCase> rooms() {
        return Stream.of(
                        traffic.gatherings.stream().map(it -> it.room),
                        traffic.talks.stream().map(it -> it.room),
                        traffic.accepted.stream().map(CourtCase::of))
                .flatMap(it -> it);
    }

    private static int acknowledged() {
        return traffic.gatherings.stream().mapToInt(Gathering::said).sum()
                + traffic.talks.stream().mapToInt(it -> it.acknowledged.size()).sum()
                + 3 * traffic.accepted.size();
    }

    private static void wasKept(Talk talk) {
        List<String> said = talk.acknowledged.stream().map(Said::messageId).toList();
        List<JsonNode> messages = talk.room.messages(talk.room.judgeToken());
        assertThat(values(messages, "messageId")).isEqualTo(said).doesNotHaveDuplicates();
        assertThat(values(messages, "text"))
                .isEqualTo(talk.acknowledged.stream().map(Said::text).toList());
        assertThat(values(talk.room.messages(talk.room.applicant().token()), "messageId"))
                .isEqualTo(said);
        isProved(talk.room);
        assertThat(values(talk.room.verified(talk.room.judgeToken()), "result")).containsOnly("INTACT");
        List<JsonNode> stream = talk.room.stream(talk.room.judgeToken());
        List<Long> places = LongStream.rangeClosed(1, stream.size()).boxed().toList();
        assertThat(stream.stream().map(it -> it.path("seq").asLong())).isEqualTo(places);
        await("the follower has caught up")
                .atMost(CourtCase.SOON)
                .until(() -> talk.follower.ids().size() >= places.size());
        assertThat(talk.follower.ids()).isEqualTo(places);
        assertThat(inTheDossier(talk.room)).isEqualTo(said);
    }

    private static void wasKept(Gathering gathering) {
        gathering.mustBeWhole();
        isProved(gathering.room);
        assertThat(inTheDossier(gathering.room)).containsExactlyInAnyOrderElementsOf(gathering.messageIds());
    }

    /** Message ids in the order in which the dossier has them. */
    private static List<String> inTheDossier(CourtCase room) {
        return room.timeline(room.judgeToken()).stream()
                .filter(it -> it.path("type").asString().equals("MessagePosted"))
                .sorted(Comparator.comparing(it -> it.path("sequence").asLong()))
                .map(it -> room.entry(it.path("factId").asString())
                        .at("/data/messageId")
                        .asString())
                .toList();
    }

    private static void wasKept(Filing accepted) {
        CourtCase room = CourtCase.of(accepted);
        assertThat(values(room.timeline(room.judgeToken()), "type").stream()
                        .filter(it -> !it.startsWith("Asset") && !it.startsWith("Institution")))
                .containsExactlyInAnyOrder("FilingSubmitted", "CaseAccepted", "JudgeAssigned", "RoomOpened");
        isProved(room);
    }

    /** One entry and one leaf of every act, nothing else. */
    private static void isProved(CourtCase room) {
        JsonNode settled = room.settled();
        assertThat(settled.path("equal").asBoolean()).as(settled.toString()).isTrue();
        assertThat(values(room.timeline(room.judgeToken()), "factId")).doesNotHaveDuplicates();
        assertThat(values(room.leaves(room.judgeToken()), "id")).doesNotHaveDuplicates();
    }

    private static void caseNumbersHaveNoGap() {
        List<Long> serials = CourtCase.all(token(Filing.JUDGE), "/api/v1/filings?state=ACCEPTED", "cursor").stream()
                .map(it -> it.path("caseNumber").asString().replaceAll(".*执(\\d+)号", "$1"))
                .map(Long::valueOf)
                .sorted()
                .toList();
        assertThat(serials)
                .isEqualTo(LongStream.rangeClosed(1, serials.size()).boxed().toList());
    }
}
