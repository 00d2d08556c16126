package court.interaction.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Cases;
import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.calendar.LegalCalendar;
import court.platform.outbox.WriteUnit;
import court.platform.support.Caller;
import court.platform.support.Caller.Answer;
import court.platform.support.RunningService;
import court.platform.support.TestTokens;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AnswerIT {

    private static final TestTokens TOKENS = new TestTokens(Duration.ofDays(4_000));
    private static final Path OFFSET = RunningService.folder("answer").resolve("offset");
    private static final String LIST = "/api/v1/rooms/unanswered";
    private static RunningService moved;

    private final OpenCase open = Courthouse.openCase();

    /** An instance whose clock can be moved; the others of the test run keep theirs. */
    @BeforeAll
    static void another() throws IOException {
        clock(0);
        Map<String, Object> more = new HashMap<>(TOKENS.properties());
        more.put("court.clock.offset-file", OFFSET);
        more.put("court.answer.every", "100ms");
        moved = Courthouse.start(more);
    }

    @AfterAll
    static void close() {
        moved.close();
    }

    @BeforeEach
    void nobodyWaits() throws IOException {
        clock(0);
        Courthouse.execute("delete from unanswered");
    }

    private static void clock(long days) throws IOException {
        Files.writeString(OFFSET, "P" + days + "D");
    }

    private static Caller staff(String id, String court, String role) {
        return new Caller(moved.address(), TOKENS.staff(id, court, role));
    }

    private final Caller judge = staff("judge-1", Cases.COURT, "ENFORCEMENT_JUDGE");
    private final Caller supervisor = staff("president", Cases.COURT, "SUPERVISOR");

    private UUID ask(String party, String words) {
        Answer posted =
                open.party(party).post(open.path("/messages"), Map.of("text", words, "audience", List.of("COURT")));
        assertThat(posted.status()).isEqualTo(201);
        return UUID.fromString(posted.json().get("messageId").asString());
    }

    private void answer(List<String> audience) {
        assertThat(open.judge()
                        .post(open.path("/messages"), Map.of("text", "已收到。", "audience", audience))
                        .status())
                .isEqualTo(201);
    }

    private static List<JsonNode> items(Caller caller, String query) {
        Answer answer = caller.get(LIST + query);
        assertThat(answer.status()).as(new String(answer.body())).isEqualTo(200);
        return answer.json().get("items").valueStream().toList();
    }

    private static List<String> parties(Caller caller) {
        return items(caller, "").stream()
                .map(it -> it.get("partyId").asString())
                .toList();
    }

    private static LocalDate today() {
        return LegalCalendar.dateOf(Instant.now());
    }

    @Test
    void aPartyWaitsUntilTheCourtPostsSomethingItMayRead() {
        UUID first = ask("a1", "请问何时查询？");
        UUID last = ask("a1", "请尽快答复。");

        JsonNode waiting = items(judge, "").getFirst();

        assertThat(waiting.get("caseId").asString()).isEqualTo(open.id().toString());
        assertThat(waiting.get("caseNumber").asString()).isEqualTo(Cases.NUMBER);
        assertThat(waiting.get("partyId").asString()).isEqualTo("a1");
        assertThat(waiting.get("firstMessageId").asString()).isEqualTo(first.toString());
        assertThat(waiting.get("lastMessageId").asString()).isEqualTo(last.toString());
        assertThat(waiting.get("messages").asInt()).isEqualTo(2);
        assertThat(waiting.get("daysOver").asInt()).isZero();
        answer(List.of("COURT"));
        answer(List.of("a2"));
        open.party("a2").post(open.path("/messages"), Map.of("text", "我来回答。"));
        assertThat(parties(judge))
                .as("neither what it cannot read nor another party answers")
                .containsExactly("a1", "a2");
        answer(List.of("a1"));
        assertThat(parties(judge)).containsExactly("a2");
    }

    @Test
    void whoHasWaitedTooLongIsTheCourtsToSeeOnce() throws IOException {
        open.release("r1");
        UUID asked = ask("a1", "金丝雀何时答复？");
        LocalDate due = new AnswerTime(2).due(today(), LegalCalendar.published());
        clock(ChronoUnit.DAYS.between(today(), due));
        assertThat(items(judge, "?overdue=true")).isEmpty();
        assertThat(items(judge, "").getFirst().get("due").asString()).isEqualTo(due.toString());
        assertThat(open.cards(open.judge())).doesNotContain("AnswerOverdue");

        clock(ChronoUnit.DAYS.between(today(), due) + 3);
        open.awaitCard("AnswerOverdue");

        assertThat(items(supervisor, "?overdue=true").getFirst().get("daysOver").asInt())
                .isEqualTo(3);
        await().during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(5))
                .until(() -> told("AnswerOverdue").size() == 1);
        JsonNode card = open.entries(open.judge()).getLast().get("card");
        assertThat(card.at("/body/partyId").asString()).isEqualTo("a1");
        assertThat(card.at("/body/messageId").asString()).isEqualTo(asked.toString());
        assertThat(card.at("/body/due").asString()).isEqualTo(due.toString());
        for (String party : List.of("a1", "a2", "r1")) {
            assertThat(open.cards(open.party(party))).doesNotContain("AnswerOverdue");
        }
        assertThat(told("AnswerOverdue")).containsExactly("OPERATION ");
        await().until(() -> moved.bean(MeterRegistry.class)
                        .get("court.room.unanswered.overdue")
                        .gauge()
                        .value()
                == 1);
    }

    private List<String> told(String type) {
        return Courthouse.rows("select kind, headers::json ->> 'ce_audience' from outbox where type = '" + type
                + "' and case_id = '" + open.id() + "'");
    }

    @Test
    void ofTwoWhoSawTheSameOneTells() {
        ask("a1", "在吗？");
        Unanswered unanswered = moved.bean(Unanswered.class);
        Waiting seen = Objects.requireNonNull(
                unanswered.untold(Instant.now().plusSeconds(60), 100).blockFirst());
        WriteUnit unit = moved.bean(WriteUnit.class);

        assertThat(unit.run(() -> unanswered.first(seen)).block()).isTrue();
        assertThat(unit.run(() -> unanswered.first(seen)).block()).isFalse();
        answer(List.of("a1"));
        ask("a1", "还有一个问题。");
        assertThat(unit.run(() -> unanswered.first(seen)).block())
                .as("what was answered is not told of, whatever is asked later")
                .isFalse();
    }

    @Test
    void theCourtsStaffSeeTheirCasesAndASupervisorTheWholeCourt() {
        ask("a1", "在吗？");

        assertThat(parties(judge)).containsExactly("a1");
        assertThat(parties(supervisor)).containsExactly("a1");
        assertThat(parties(staff("judge-2", Cases.COURT, "ENFORCEMENT_JUDGE"))).isEmpty();
        assertThat(parties(staff("filing-judge", Cases.COURT, "FILING_JUDGE"))).isEmpty();
        assertThat(parties(staff("president-115", "沪0115", "SUPERVISOR"))).isEmpty();
        assertThat(open.party("a1").get(LIST).code()).isEqualTo("access.role_missing");
    }

    @Test
    void theListComesPageByPageLongestWaitingFirst() throws InterruptedException {
        List<String> asked = new ArrayList<>();
        for (String party : List.of("a2", "a1")) {
            asked.add(ask(party, "在吗？").toString());
            Thread.sleep(5);
        }

        JsonNode first = judge.get(LIST + "?limit=1").json();
        JsonNode rest = judge.get(
                        LIST + "?limit=1&cursor=" + first.get("nextCursor").asString())
                .json();

        assertThat(first.get("items").findValuesAsString("firstMessageId")).containsExactly(asked.get(0));
        assertThat(rest.get("items").findValuesAsString("firstMessageId")).containsExactly(asked.get(1));
        assertThat(rest.path("nextCursor").isString()).isFalse();
        assertThat(judge.get(LIST + "?cursor=x").code()).isEqualTo("edge.cursor_unreadable");
    }

    @Test
    void theJudgeSaysThatNoAnswerIsNeeded() {
        String settlement = open.path("/unanswered/a1/settlement");
        UUID first = ask("a1", "谢谢法官。");
        UUID last = ask("a1", "辛苦了。");
        Map<String, Object> read = Map.of("throughMessageId", last, "reason", "金丝雀：仅表示感谢");

        assertThat(open.party("a1").post(settlement, read).code()).isEqualTo("access.role_missing");
        assertThat(staff("judge-2", Cases.COURT, "ENFORCEMENT_JUDGE")
                        .post(settlement, read)
                        .code())
                .isEqualTo("access.not_yours");
        assertThat(supervisor.post(settlement, read).code()).isEqualTo("access.not_yours");
        assertThat(open.judge()
                        .post(settlement, Map.of("throughMessageId", first, "reason", "谢"))
                        .code())
                .isEqualTo("answer.more_was_asked");
        assertThat(parties(judge)).containsExactly("a1");

        String key = UUID.randomUUID().toString();
        String body = "{\"throughMessageId\":\"" + last + "\",\"reason\":\"金丝雀：仅表示感谢\"}";
        Answer settled = open.judge().postKeyed(key, settlement, body);
        Answer again = open.judge().postKeyed(key, settlement, body);

        assertThat(settled.status()).as(new String(settled.body())).isEqualTo(200);
        assertThat(again.body()).isEqualTo(settled.body());
        assertThat(parties(judge)).isEmpty();
        assertThat(told("AnswerNotNeeded")).containsExactly("ACT ");
        assertThat(Courthouse.rows("select body from outbox where case_id = '" + open.id() + "'"))
                .noneMatch(it -> it.contains("金丝雀"));
        open.awaitCard("AnswerNotNeeded");
        assertThat(open.cards(open.party("a1"))).doesNotContain("AnswerNotNeeded");
        assertThat(open.judge().post(settlement, read).code()).isEqualTo("answer.nothing_waits");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | 422 | answer.message_missing",
                "{\"throughMessageId\":\"x\"} | 400 | edge.wrong_value",
                "{\"throughMessageId\":\"01930000-0000-7000-8000-000000000001\"} | 422 | answer.reason_missing",
                "{\"throughMessageId\":\"01930000-0000-7000-8000-000000000001\",\"reason\":\" \"} | 422 | answer.reason_missing",
                "{\"throughMessageId\":\"01930000-0000-7000-8000-000000000001\",\"reason\":\"a\\u0000b\"} | 422 | text.nul_character",
                "{\"throughMessageId\":\"01930000-0000-7000-8000-000000000001\",\"reason\":\"好\",\"seq\":1} | 400 | edge.unknown_field",
                "{\"throughMessageId\":\"01930000-0000-7000-8000-000000000001\",\"reason\":\"好\"} | 409 | answer.nothing_waits"
            })
    void whatCannotBeSettledIsRefusedWithAReason(String body, int status, String code) {
        Answer answer =
                open.judge().postKeyed(UUID.randomUUID().toString(), open.path("/unanswered/a2/settlement"), body);

        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().get("detail").asString()).endsWith("。");
    }
}
