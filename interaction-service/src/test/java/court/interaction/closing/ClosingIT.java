package court.interaction.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Caller;
import court.interaction.Caller.Answer;
import court.interaction.Cases;
import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.interaction.Property;
import court.interaction.freeze.Freezes;
import court.platform.contract.AssetEvent;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.outbox.WriteUnit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ClosingIT {

    private final OpenCase open = Courthouse.openCase();
    private int told = 10;

    @Test
    void aCaseIsClosedWhenTheApplicantsConfirmedToHaveReceivedAll() {
        open.release("r1");
        String first = confirmed("400.00");
        String second = confirmed("600.00");

        Answer closed = close(first, second, first);

        assertThat(closed.status()).as(new String(closed.body())).isEqualTo(200);
        assertThat(closed.header("etag")).isEqualTo("\"4\"");
        assertThat(closed.json().get("received").asString()).isEqualTo("1000.00");
        JsonNode room = open.party("r1").get(open.path("/room")).json();
        assertThat(room.at("/closing/mode").asString()).isEqualTo("PERFORMED");
        assertThat(room.at("/closing/claimed").asString()).isEqualTo("1000.00");
        assertThat(outbox("CaseClosed")).containsExactly("a1,a2,r1");
        open.awaitCard("CaseClosed");
        for (Caller reader : List.of(open.party("a1"), open.party("a2"), open.party("r1"))) {
            assertThat(open.cards(reader)).endsWith("CaseClosed");
        }
    }

    @Test
    void everythingThatIsMissingIsToldAtOnceAndNothingIsWritten() {
        String open1 = open("10.00", "a1", "a2");
        String elsewhere = UUID.randomUUID().toString();
        hear(Property.ordered("f1"), "FreezeOrdered");
        String version = open.version();

        Answer refused = close(open1, elsewhere);
        Answer bare = close();

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("closing.not_ready");
        assertThat(codes(refused))
                .containsExactly(
                        "closing.talk_not_confirmed",
                        "closing.applicant_not_confirmed",
                        "closing.applicant_not_confirmed",
                        "closing.talk_unknown",
                        "closing.payment_short",
                        "closing.freeze_standing");
        assertThat(codes(bare))
                .containsExactly("closing.talks_missing", "closing.payment_short", "closing.freeze_standing");
        assertThat(open.version()).isEqualTo(version);
        assertThat(outbox("CaseClosed")).isEmpty();
    }

    @Test
    void aFreezeStandsUntilTheInstitutionSaysThatItHasEnded() {
        String talk = confirmed("1000.00");
        hear(Property.ordered("f1"), "FreezeOrdered");
        assertThat(codes(close(talk))).containsExactly("closing.freeze_standing");
        hear(Property.frozen("f1"), "AssetFrozen");
        assertThat(codes(close(talk))).containsExactly("closing.freeze_standing");
        hear(Property.lifting("f1"), "UnfreezeOrdered");
        assertThat(codes(close(talk))).containsExactly("closing.freeze_standing");
        hear(Property.notLifted("f1"), "UnfreezeRefused");
        assertThat(codes(close(talk))).containsExactly("closing.freeze_standing");
        hear(Property.ordered("f2"), "FreezeOrdered");
        hear(Property.refused("f2"), "FreezeRefused");
        assertThat(close(talk).json().get("errors").toString())
                .contains("冻结 f1 ")
                .doesNotContain("冻结 f2 ");
        hear(Property.lifted("f1"), "AssetUnfrozen");

        assertThat(close(talk).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("RP1: a freeze lapses by itself with its term")
    void aFreezeThatLapsedDoesNotStand() {
        String talk = confirmed("1000.00");
        hear(Property.frozen("f1", LocalDate.of(2026, 3, 3)), "AssetFrozen");

        assertThat(close(talk).status()).isEqualTo(200);
    }

    @Test
    void ofManyClosingsAtOnceOneWins() throws InterruptedException {
        String talk = confirmed("1000.00");
        String version = open.version();

        List<Future<Integer>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(Collections.nCopies(
                    6, () -> closeAs(version, "PERFORMED", talk).status()));
        }

        assertThat(answers).extracting(Future::resultNow).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(outbox("CaseClosed")).hasSize(1);
    }

    @Test
    void aFreezeBeingWrittenIsWaitedFor() throws Exception {
        String talk = confirmed("1000.00");
        awaitCards("TalkConfirmed", 2); // so that nobody waits for the room but the closing
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var other = Courthouse.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from room where id = '" + open.id() + "' for update");
            Future<Answer> closing = threads.submit(() -> close(talk));
            awaitWaiting();
            statement.execute("insert into standing_freeze values ('" + open.id() + "', 'f1', 'ORDERED', null)");
            other.commit();

            assertThat(codes(closing.get())).containsExactly("closing.freeze_standing");
        }
    }

    @Test
    void aFreezeIsNotWrittenWhileTheRoomIsHeld() throws Exception {
        var freezes = Courthouse.service().bean(Freezes.class);
        var unit = Courthouse.service().bean(WriteUnit.class);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var other = Courthouse.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from room where id = '" + open.id() + "' for update");
            Future<?> writing = threads.submit(() -> unit.run(() -> freezes.follow(open.id(), Property.ordered("f1")))
                    .block());
            awaitWaiting();
            assertThat(writing.isDone()).isFalse();
            other.commit();
            writing.get();
        }
        assertThat(Courthouse.rows("select state from standing_freeze where case_id = '" + open.id() + "'"))
                .containsExactly("ORDERED");
    }

    /** Somebody waits for the room that this test holds. */
    private void awaitWaiting() {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(4))
                .until(() -> !Courthouse.rows("select 1 from pg_stat_activity where datname = current_database()"
                                + " and wait_event_type = 'Lock' and query like '%from room where id%for update%'")
                        .isEmpty());
    }

    @Test
    void onlyTheJudgeWhoHasTheCaseClosesItHavingSeenTheRoom() {
        String talk = confirmed("1000.00");
        Map<String, Object> body = Map.of("mode", "PERFORMED", "talkIds", List.of(talk));
        Caller filing = Courthouse.caller(Courthouse.tokens().staff("filing-judge", Cases.COURT, "FILING_JUDGE"));

        assertThat(open.judge().post(open.path("/closing"), body).code()).isEqualTo("edge.version_missing");
        assertThat(closeAs("\"1\"", "PERFORMED", talk).code()).isEqualTo("edge.version_stale");
        for (Caller other : List.of(filing, open.party("a1"))) {
            assertThat(other.post(open.path("/closing"), body, "If-Match", "\"2\"")
                            .code())
                    .isEqualTo("access.role_missing");
        }
        assertThat(open.party("r1")
                        .post(open.path("/closing"), body, "If-Match", "\"2\"")
                        .code())
                .isEqualTo("access.not_yours");
        assertThat(outbox("CaseClosed")).isEmpty();
    }

    @Test
    @DisplayName("RS10: of the six ways only one is available")
    void otherWaysAreRefusedWithAClearCode() {
        String talk = confirmed("1000.00");
        for (String mode :
                List.of("PROCEDURE_ENDED", "TERMINATED", "CANCELLED", "ENFORCEMENT_REFUSED", "APPLICATION_DISMISSED")) {
            assertThat(closeAs("\"2\"", mode, talk).code()).isEqualTo("closing.mode_unavailable");
        }
        assertThat(closeAs("\"2\"", "SOMEHOW", talk).code()).isEqualTo("edge.wrong_value");
        assertThat(post("{\"talkIds\":[]}").code()).isEqualTo("edge.missing_value");
        assertThat(post("{\"mode\":\"PERFORMED\",\"talkIds\":[null]}").code()).isEqualTo("edge.wrong_value");
        assertThat(post("{\"mode\":\"PERFORMED\",\"talkIds\":[\"x\"]}").code()).isEqualTo("edge.wrong_value");
        assertThat(open.version()).isEqualTo("\"2\"");
    }

    @Test
    void inAClosedRoomPeopleReadAndSpeakAndNothingElse() {
        String talk = confirmed("1000.00");
        String unconfirmed = open("1.00", "a1");
        String key = UUID.randomUUID().toString();
        String body = "{\"mode\":\"PERFORMED\",\"talkIds\":[\"" + talk + "\"]}";
        Answer closed = open.judge().postKeyed(key, open.path("/closing"), body, "If-Match", "\"2\"");

        assertThat(open.judge()
                        .postKeyed(key, open.path("/closing"), body, "If-Match", "\"2\"")
                        .body())
                .isEqualTo(closed.body());
        assertThat(close(talk).code()).isEqualTo("room.case_closed");
        assertThat(open.release("r1").code()).isEqualTo("room.case_closed");
        assertThat(open.judge()
                        .post(open.path("/talks"), Map.of("participantIds", List.of("a1"), "transcript", "晚了"))
                        .code())
                .isEqualTo("room.case_closed");
        assertThat(open.party("a1")
                        .post(open.path("/talks/" + unconfirmed + "/confirmation"), Map.of())
                        .code())
                .isEqualTo("room.case_closed");
        assertThat(open.party("a1")
                        .post(open.path("/messages"), Map.of("text", "谢谢"))
                        .status())
                .isEqualTo(201);
        assertThat(open.party("a1").get(open.path("/talks/" + talk)).status()).isEqualTo(200);
    }

    @Test
    void aClosedCaseThatChangesHandsStaysClosed() {
        String talk = confirmed("1000.00");
        close(talk);
        Courthouse.say(
                Courthouse.fact(open.id(), 4, new JudgeAssigned(Cases.COURT, "judge-2", "执行法官二", null, null, null)));
        Caller successor = Courthouse.caller(Courthouse.tokens().staff("judge-2", Cases.COURT, "ENFORCEMENT_JUDGE"));
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(10))
                .until(() -> successor.get(open.path("/room")).status() == 200);

        assertThat(successor.get(open.path("/room")).json().at("/closing/mode").asString())
                .isEqualTo("PERFORMED");
    }

    private void hear(AssetEvent event, String card) {
        int before = Collections.frequency(open.cards(open.judge()), card);
        Courthouse.say(Courthouse.fact(open.id(), ++told, event));
        awaitCards(card, before + 1);
    }

    private void awaitCards(String type, int count) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(10))
                .until(() -> Collections.frequency(open.cards(open.judge()), type) == count);
    }

    private String confirmed(String amount) {
        String talk = open(amount, "a1", "a2");
        for (String party : List.of("a1", "a2")) {
            assertThat(open.party(party)
                            .post(open.path("/talks/" + talk + "/confirmation"), Map.of())
                            .status())
                    .isEqualTo(200);
        }
        return talk;
    }

    private String open(String amount, String... participants) {
        Map<String, Object> payment = Map.of("amount", amount, "way", "DIRECT", "paidOn", "2026-03-01");
        return open.judge()
                .post(
                        open.path("/talks"),
                        Map.of("participantIds", List.of(participants), "transcript", "收到", "payment", payment))
                .json()
                .get("talkId")
                .asString();
    }

    private Answer close(String... talks) {
        return closeAs(open.version(), "PERFORMED", talks);
    }

    private Answer closeAs(String version, String mode, String... talks) {
        return open.judge()
                .post(open.path("/closing"), Map.of("mode", mode, "talkIds", List.of(talks)), "If-Match", version);
    }

    private Answer post(String body) {
        return open.judge()
                .postKeyed(UUID.randomUUID().toString(), open.path("/closing"), body, "If-Match", open.version());
    }

    private static List<String> codes(Answer refused) {
        return refused.json().get("errors").findValuesAsString("code");
    }

    private List<String> outbox(String type) {
        return Courthouse.rows("select headers::json ->> 'ce_audience' from outbox where type = '" + type
                + "' and case_id = '" + open.id() + "'");
    }
}
