package court.interaction.closing;

import static court.interaction.closing.ClosableCase.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Cases;
import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.interaction.Property;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.time.Duration;
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

    private final ClosableCase matter = new ClosableCase();
    private final OpenCase open = matter.open;

    @Test
    void aCaseIsClosedWhenTheApplicantsConfirmedToHaveReceivedAll() {
        open.release("r1");
        String first = matter.confirmed("400.00");
        String second = matter.confirmed("600.00");

        Answer closed = matter.close(first, second, first);

        assertThat(closed.status()).as(new String(closed.body())).isEqualTo(200);
        assertThat(closed.header("etag")).isEqualTo("\"4\"");
        assertThat(closed.json().get("received").asString()).isEqualTo("1000.00");
        JsonNode room = open.party("r1").get(open.path("/room")).json();
        assertThat(room.at("/closing/mode").asString()).isEqualTo("PERFORMED");
        assertThat(room.at("/closing/claimed").asString()).isEqualTo("1000.00");
        assertThat(matter.outbox("CaseClosed")).containsExactly("a1,a2,r1");
        open.awaitCard("CaseClosed");
        for (Caller reader : List.of(open.party("a1"), open.party("a2"), open.party("r1"))) {
            assertThat(open.cards(reader)).endsWith("CaseClosed");
        }
    }

    @Test
    void everythingThatIsMissingIsToldAtOnceAndNothingIsWritten() {
        String open1 = matter.open("10.00", "a1", "a2");
        String elsewhere = UUID.randomUUID().toString();
        matter.hear(Property.ordered("f1"), "FreezeOrdered");
        String version = open.version();

        Answer refused = matter.close(open1, elsewhere);
        Answer bare = matter.close();

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
        assertThat(matter.outbox("CaseClosed")).isEmpty();
    }

    @Test
    void ofManyClosingsAtOnceOneWins() throws InterruptedException {
        String talk = matter.confirmed("1000.00");
        String version = open.version();

        List<Future<Integer>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(Collections.nCopies(
                    6, () -> matter.closeAs(version, "PERFORMED", talk).status()));
        }

        assertThat(answers).extracting(Future::resultNow).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(matter.outbox("CaseClosed")).hasSize(1);
    }

    @Test
    void onlyTheJudgeWhoHasTheCaseClosesItHavingSeenTheRoom() {
        String talk = matter.confirmed("1000.00");
        Map<String, Object> body = Map.of("mode", "PERFORMED", "talkIds", List.of(talk));
        Caller filing = Courthouse.caller(Courthouse.tokens().staff("filing-judge", Cases.COURT, "FILING_JUDGE"));

        assertThat(open.judge().post(open.path("/closing"), body).code()).isEqualTo("edge.version_missing");
        assertThat(matter.closeAs("\"1\"", "PERFORMED", talk).code()).isEqualTo("edge.version_stale");
        for (Caller other : List.of(filing, open.party("a1"))) {
            assertThat(other.post(open.path("/closing"), body, "If-Match", "\"2\"")
                            .code())
                    .isEqualTo("access.role_missing");
        }
        assertThat(open.party("r1")
                        .post(open.path("/closing"), body, "If-Match", "\"2\"")
                        .code())
                .isEqualTo("access.not_yours");
        assertThat(matter.outbox("CaseClosed")).isEmpty();
    }

    @Test
    @DisplayName("RS10: of the six ways only one is available")
    void otherWaysAreRefusedWithAClearCode() {
        String talk = matter.confirmed("1000.00");
        for (String mode :
                List.of("PROCEDURE_ENDED", "TERMINATED", "CANCELLED", "ENFORCEMENT_REFUSED", "APPLICATION_DISMISSED")) {
            assertThat(matter.closeAs("\"2\"", mode, talk).code()).isEqualTo("closing.mode_unavailable");
        }
        assertThat(matter.closeAs("\"2\"", "SOMEHOW", talk).code()).isEqualTo("edge.wrong_value");
        assertThat(post("{\"talkIds\":[]}").code()).isEqualTo("edge.missing_value");
        assertThat(post("{\"mode\":\"PERFORMED\",\"talkIds\":[null]}").code()).isEqualTo("edge.wrong_value");
        assertThat(post("{\"mode\":\"PERFORMED\",\"talkIds\":[\"x\"]}").code()).isEqualTo("edge.wrong_value");
        assertThat(open.version()).isEqualTo("\"2\"");
    }

    @Test
    void inAClosedRoomPeopleReadAndSpeakAndNothingElse() {
        String talk = matter.confirmed("1000.00");
        String unconfirmed = matter.open("1.00", "a1");
        String key = UUID.randomUUID().toString();
        String body = "{\"mode\":\"PERFORMED\",\"talkIds\":[\"" + talk + "\"]}";
        Answer closed = open.judge().postKeyed(key, open.path("/closing"), body, "If-Match", "\"2\"");

        assertThat(open.judge()
                        .postKeyed(key, open.path("/closing"), body, "If-Match", "\"2\"")
                        .body())
                .isEqualTo(closed.body());
        assertThat(matter.close(talk).code()).isEqualTo("room.case_closed");
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
        String talk = matter.confirmed("1000.00");
        matter.close(talk);
        Courthouse.say(
                Courthouse.fact(open.id(), 4, new JudgeAssigned(Cases.COURT, "judge-2", "执行法官二", null, null, null)));
        Caller successor = Courthouse.caller(Courthouse.tokens().staff("judge-2", Cases.COURT, "ENFORCEMENT_JUDGE"));
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(10))
                .until(() -> successor.get(open.path("/room")).status() == 200);

        assertThat(successor.get(open.path("/room")).json().at("/closing/mode").asString())
                .isEqualTo("PERFORMED");
    }

    private Answer post(String body) {
        return open.judge()
                .postKeyed(UUID.randomUUID().toString(), open.path("/closing"), body, "If-Match", open.version());
    }
}
