package court.interaction.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Cases;
import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RoomIT {

    private final OpenCase open = Courthouse.openCase();

    @Test
    void theRoomOpensOnceHoweverOftenTheAcceptanceIsHeard() {
        OpenCase other = new OpenCase(UUID.randomUUID());
        var parties = List.of(Cases.person("p", court.platform.contract.Party.Role.APPLICANT, "申请人"));
        var submitted = Courthouse.fact(other.id(), 1, Cases.submitted(parties));
        var accepted = Courthouse.fact(other.id(), 2, Cases.accepted(parties));
        var acceptedAgain = Courthouse.fact(other.id(), 2, Cases.accepted(parties));
        var assigned =
                Courthouse.fact(other.id(), 3, new JudgeAssigned(Cases.COURT, "judge-1", "执行法官一", null, null, null));

        Stream.of(submitted, accepted, accepted, acceptedAgain, submitted, assigned, accepted, assigned)
                .forEach(Courthouse::say);
        OpenCase last = Courthouse.openCase();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> Courthouse.rows("select version from room where id = '" + other.id() + "'")
                        .equals(List.of("2")));
        assertThat(last.judge().get(last.path("/room")).status()).isEqualTo(200);
        assertThat(Courthouse.rows(
                        "select type, sequence from outbox where kind = 'ACT' and case_id = '" + other.id() + "'"))
                .containsExactly("RoomOpened 1");
    }

    @Test
    void membersSeeTheRoomAndNobodyElseDoes() {
        assertThat(open.judge().get(open.path("/room")).json().get("members").findValuesAsString("memberId"))
                .containsExactly("judge-1", "filing-judge", "a1", "a2", "r1", "r2");
        assertThat(open.party("a1")
                        .get(open.path("/room"))
                        .json()
                        .get("members")
                        .findValuesAsString("memberId"))
                .containsExactly("judge-1", "filing-judge", "a1", "a2");
        for (Caller outsider : outsiders()) {
            assertNotFound(outsider.get(open.path("/room")));
            assertNotFound(outsider.get(open.path("/messages")));
            assertNotFound(outsider.get(open.path("/stream")));
            assertNotFound(outsider.get(open.path("/files/" + UUID.randomUUID() + "/content")));
            assertNotFound(outsider.post(open.path("/messages"), Map.of("text", "让我进来")));
            assertNotFound(outsider.upload(
                    open.path("/files"), "a.txt", "内容".getBytes(java.nio.charset.StandardCharsets.UTF_8), Map.of()));
            assertNotFound(outsider.post(open.path("/respondents/r1/release"), Map.of(), "If-Match", "\"2\""));
            assertThat(outsider.get("/api/v1/cases").json().get("items").findValuesAsString("id"))
                    .doesNotContain(open.id().toString());
        }
    }

    private List<Caller> outsiders() {
        var tokens = Courthouse.tokens();
        return List.of(
                open.party("stranger"),
                open.party("r1"),
                Courthouse.caller(tokens.staff("judge-2", Cases.COURT, "ENFORCEMENT_JUDGE")),
                Courthouse.caller(tokens.staff("supervisor", Cases.COURT, "SUPERVISOR")),
                Courthouse.caller(tokens.staff("pudong", "沪0115", "ENFORCEMENT_JUDGE")),
                Courthouse.caller(tokens.staff(open.key("a1"), Cases.COURT, "ENFORCEMENT_JUDGE")),
                Courthouse.caller(tokens.party("judge-1")));
    }

    private static void assertNotFound(Answer answer) {
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("access.not_yours");
    }

    @Test
    void whoIsNotSignedInOrIsAServiceGetsNothing() {
        assertThat(Courthouse.caller("").get(open.path("/room")).code()).isEqualTo("access.sign_in_needed");
        assertThat(Courthouse.caller("not.a.token").get("/api/v1/cases").code()).isEqualTo("access.token_invalid");
        assertThat(Courthouse.caller(Courthouse.tokens().service("ledger"))
                        .get(open.path("/room"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aReleasedRespondentIsAMemberAtOnce() {
        assertNotFound(open.party("r1").get(open.path("/room")));

        Answer released = open.release("r1");

        assertThat(released.status()).isEqualTo(200);
        assertThat(released.header("etag")).isEqualTo("\"3\"");
        JsonNode room = open.party("r1").get(open.path("/room")).json();
        assertThat(room.get("members").findValuesAsString("memberId"))
                .containsExactly("judge-1", "filing-judge", "a1", "a2", "r1");
        assertThat(room.get("myPartyIds").get(0).asString()).isEqualTo("r1");
        assertThat(Courthouse.rows(
                        "select headers::json ->> 'ce_audience' from outbox where type = 'RespondentReleased' and case_id = '"
                                + open.id() + "'"))
                .containsExactly("a1,a2,r1");
    }

    @Test
    void onlyTheJudgeWhoHasTheCaseReleases() {
        var filingJudge = Courthouse.caller(Courthouse.tokens().staff("filing-judge", Cases.COURT, "FILING_JUDGE"));
        assertThat(filingJudge.get(open.path("/room")).status()).isEqualTo(200);
        for (Caller other : List.of(filingJudge, open.party("a1"))) {
            Answer answer = other.post(open.path("/respondents/r1/release"), Map.of(), "If-Match", "\"2\"");
            assertThat(answer.status()).isEqualTo(403);
        }
        Courthouse.say(
                Courthouse.fact(open.id(), 4, new JudgeAssigned(Cases.COURT, "judge-2", "执行法官二", null, null, null)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> open.judge().get(open.path("/room")).status() == 404);

        Answer former = open.judge().post(open.path("/respondents/r1/release"), Map.of(), "If-Match", "\"3\"");
        assertThat(former.code()).isEqualTo("access.not_yours");
        assertThat(open.party("r1").get(open.path("/room")).status()).isEqualTo(404);
    }

    @Test
    void aReleaseSaysWhatItHasSeen() {
        String path = open.path("/respondents/r1/release");

        assertThat(open.judge().post(path, Map.of()).code()).isEqualTo("edge.version_missing");
        assertThat(open.judge().post(path, Map.of(), "If-Match", "\"1\"").code())
                .isEqualTo("edge.version_stale");
        assertThat(open.judge().post(path, Map.of(), "If-Match", "2").code()).isEqualTo("edge.version_unreadable");
        assertThat(open.judge()
                        .post(open.path("/respondents/a1/release"), Map.of(), "If-Match", "\"2\"")
                        .code())
                .isEqualTo("room.not_a_respondent");
        assertThat(open.judge()
                        .post(open.path("/respondents/x/release"), Map.of(), "If-Match", "\"2\"")
                        .code())
                .isEqualTo("room.no_such_party");
        assertThat(open.release("r1").status()).isEqualTo(200);
        assertThat(open.release("r1").code()).isEqualTo("room.already_released");
    }

    @Test
    void theSameReleaseAgainIsAnsweredAgain() {
        String path = open.path("/respondents/r1/release");

        Answer first = open.judge().postKeyed("key-" + open.id(), path, "{}", "If-Match", "\"2\"");
        Answer again = open.judge().postKeyed("key-" + open.id(), path, "{}", "If-Match", "\"2\"");

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("etag")).isEqualTo(first.header("etag"));
        assertThat(again.header("idempotency-replayed")).isEqualTo("true");
    }

    @Test
    void ofManyReleasesAtOnceOneWins() throws Exception {
        Callable<Integer> release = () -> open.judge()
                .post(open.path("/respondents/r1/release"), Map.of(), "If-Match", "\"2\"")
                .status();

        List<Integer> statuses =
                together(IntStream.range(0, 8).mapToObj(i -> release).toList());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
    }

    @Test
    void thatTheCourtSawTheNamesIsOnRecordOnce() {
        open.judge().get(open.path("/room"));
        open.judge().get(open.path("/room"));
        open.party("a1").get(open.path("/room"));

        assertThat(Courthouse.rows(
                        "select type, kind from outbox where kind = 'ACCESS' and case_id = '" + open.id() + "'"))
                .containsExactly("ProtectedDataViewed ACCESS");
    }

    @Test
    void myCasesAreListedPageByPage() {
        Answer mine = open.party("a1").get("/api/v1/cases");
        assertThat(mine.json().get("items")).hasSize(1);
        JsonNode line = mine.json().get("items").get(0);
        assertThat(line.get("id").asString()).isEqualTo(open.id().toString());
        assertThat(line.get("caseNumber").asString()).isEqualTo(Cases.NUMBER);
        assertThat(line.get("roles").get(0).asString()).isEqualTo("APPLICANT");
        OpenCase second = Courthouse.openCase();

        JsonNode firstPage = open.judge().get("/api/v1/cases?limit=1").json();
        JsonNode nextPage = open.judge()
                .get("/api/v1/cases?limit=100&cursor="
                        + firstPage.get("nextCursor").asString())
                .json();

        assertThat(firstPage.get("items")).hasSize(1);
        assertThat(Stream.concat(
                                firstPage.findValuesAsString("id").stream(), nextPage.findValuesAsString("id").stream())
                        .toList())
                .contains(open.id().toString(), second.id().toString())
                .doesNotHaveDuplicates();
        assertThat(open.judge().get("/api/v1/cases?cursor=x").code()).isEqualTo("edge.cursor_unreadable");
    }

    static <T> List<T> together(List<Callable<T>> all) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> done = new java.util.ArrayList<>();
            for (Future<T> one : threads.invokeAll(all)) {
                done.add(one.get());
            }
            return done;
        }
    }
}
