package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.filing.filing.Http.Answer;
import court.filing.room.RoomEar;
import court.platform.calendar.Calendars;
import court.platform.calendar.LegalCalendar;
import court.platform.contract.CourtEvent;
import court.platform.contract.InteractionEvent.RespondentReleased;
import court.platform.contract.MemberEvent;
import court.platform.inbox.Inbox;
import court.platform.json.SealedJson;
import court.platform.json.Secret;
import court.platform.support.RunningService;
import court.platform.support.Voices;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CaseClockIT {

    private static final FilingOffice OFFICE = new FilingOffice(Map.of("court.deadline.remind-every", "100ms"));
    private static final Voices ROOM = new Voices(OFFICE.bean(SealedJson.class));
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final String supervisor = OFFICE.tokens.staff("president", "沪0117", "SUPERVISOR");
    private final String id = accepted();
    private final JsonNode application = told("CaseAccepted").getFirst();
    private final String judge = OFFICE.tokens.staff(
            told("JudgeAssigned").getFirst().at("/data/judgeId").asString(), "沪0117", "ENFORCEMENT_JUDGE");
    private final String caseDeadlines = "/api/v1/cases/" + id + "/deadlines";

    /** A case against two respondents. */
    private static String accepted() {
        String form = FilingOffice.form()
                .replace(
                        "\"respondents\":[",
                        "\"respondents\":[{\"kind\":\"PERSON\",\"name\":\"演示被执行人\",\"idType\":\"ID_CARD\","
                                + "\"idNumber\":\"310117198503120015\"},");
        Answer submitted = OFFICE.submit(OFFICE.applicant, OFFICE.draft(OFFICE.applicant, "", form), "执行依据");
        Answer accepted = OFFICE.http.post(
                OFFICE.judge, "/api/v1/filings/" + submitted.text("id") + "/acceptance", submitted.etag(), "");
        assertThat(accepted.status()).as(accepted.response().body()).isEqualTo(200);
        return accepted.text("id");
    }

    @AfterEach
    void rightClock() {
        OFFICE.clock("PT0S");
    }

    private List<JsonNode> told(String type) {
        return OFFICE
                .database
                .rows("select body from outbox where type = '" + type + "' and case_id = '" + id + "' order by id")
                .stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    private List<String> reminded(String rule) {
        return told("DeadlineReminder").stream()
                .filter(it -> it.at("/data/limit/rule").asString().equals(rule))
                .map(it -> it.at("/data/limit/due").asString() + " " + it.at("/data/daysLeft"))
                .toList();
    }

    private List<String> partyIds(String role) {
        return application
                .at("/data/parties")
                .valueStream()
                .filter(it -> it.path("role").asString().equals(role))
                .map(it -> it.path("partyId").asString())
                .toList();
    }

    private List<JsonNode> seen(String token) {
        Answer answer = OFFICE.http.get(token, caseDeadlines);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.body().path("items").valueStream().toList();
    }

    private JsonNode limit(String rule) {
        return seen(judge).stream()
                .filter(it -> it.path("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private LocalDate due(String rule) {
        return LocalDate.parse(limit(rule).path("due").asString());
    }

    private String state(String rule) {
        return limit(rule).path("state").asString();
    }

    private void on(LocalDate day) {
        OFFICE.clock("PT0S");
        OFFICE.clock("P" + ChronoUnit.DAYS.between(OFFICE.today(), day) + "D");
    }

    private static List<String> rules(List<JsonNode> limits) {
        return limits.stream().map(it -> it.path("rule").asString()).toList();
    }

    private void release(String partyId, String key) {
        heard(new RespondentReleased(partyId, List.of(key)));
    }

    private void heard(CourtEvent event) {
        RoomEar.hear(OFFICE.bean(Inbox.Handler.class), ROOM.fact(UUID.fromString(id), 1, event));
    }

    private static void twoRounds() throws InterruptedException {
        Thread.sleep(600);
    }

    @Test
    @DisplayName("K6: each limit is shown with its rule, source, anchor, last day and calendar days left")
    void k6LimitsAreShownWithTheirRule() {
        LocalDate today = OFFICE.today();

        JsonNode term = limit("ENFORCEMENT");
        JsonNode notice = limit("ENFORCEMENT_NOTICE");

        LegalCalendar calendar = OFFICE.bean(Calendars.class).current();
        LocalDate due = calendar.workingDayFrom(today.plusMonths(6));
        assertThat(term.path("ruleId").asString()).isEqualTo("K4");
        assertThat(term.path("source").asString()).contains("法释〔2000〕29号");
        assertThat(term.path("anchor").asString()).isEqualTo(today.toString());
        assertThat(term.path("due").asString()).isEqualTo(due.toString());
        assertThat(term.path("daysLeft").asLong()).isEqualTo(ChronoUnit.DAYS.between(today, due));
        assertThat(term.path("provisional").asBoolean()).isEqualTo(calendar.isProvisional(due));
        assertThat(term.path("state").asString()).isEqualTo("RUNNING");
        assertThat(notice.path("ruleId").asString()).isEqualTo("RS5");
        assertThat(notice.path("source").asString()).contains("第二十二条");
        assertThat(notice.path("due").asString())
                .isEqualTo(calendar.workingDayFrom(today.plusDays(10)).toString());
    }

    @Test
    @DisplayName(
            "RS5: a party sees what concerns it, a respondent who was not let in nothing, one who was let in no limit of others")
    void rs5WhoSeesWhichLimits() {
        String respondent = OFFICE.tokens.party("c".repeat(64));
        String elsewhere = OFFICE.tokens.staff("president-115", "沪0115", "SUPERVISOR");

        for (String court : List.of(judge, supervisor, OFFICE.judge)) {
            assertThat(rules(seen(court)))
                    .containsExactly("DECIDE_FILING", "ENFORCEMENT", "UPPER_COURT", "ENFORCEMENT_NOTICE");
        }
        assertThat(rules(seen(OFFICE.applicant))).containsExactly("DECIDE_FILING", "ENFORCEMENT", "UPPER_COURT");
        assertThat(OFFICE.http
                        .get(OFFICE.applicant, "/api/v1/filings/" + id + "/deadlines")
                        .response()
                        .body())
                .contains("UPPER_COURT")
                .doesNotContain("ENFORCEMENT_NOTICE");
        for (String stranger : List.of(respondent, elsewhere, OFFICE.tokens.party("d".repeat(64)))) {
            assertThat(OFFICE.http.get(stranger, caseDeadlines).status()).isEqualTo(404);
        }
        assertThat(OFFICE.http
                        .get(judge, "/api/v1/cases/" + UUID.randomUUID() + "/deadlines")
                        .status())
                .isEqualTo(404);

        release(partyIds("RESPONDENT").getFirst(), "c".repeat(64));

        assertThat(seen(respondent)).isEmpty();
    }

    @Test
    @DisplayName("an assistant taken in the room sees the limits, and one who was let go does not")
    void whoIsTakenInTheRoomSeesTheLimits() {
        String assistant = OFFICE.tokens.staff("clerk-9", "沪0117", "CLERK");
        String agent = OFFICE.tokens.party("a".repeat(64));
        List<String> applicants = partyIds("APPLICANT");

        heard(new MemberEvent.AssistantAdded("沪0117", "clerk-9", "书记员九"));
        heard(new MemberEvent.AgentApproved("agent-1", "a".repeat(64), List.of(), applicants));
        assertThat(rules(seen(assistant))).contains("ENFORCEMENT_NOTICE");
        assertThat(rules(seen(agent))).contains("ENFORCEMENT").doesNotContain("ENFORCEMENT_NOTICE");

        heard(new MemberEvent.AssistantRemoved("clerk-9"));
        heard(new MemberEvent.AgentRevoked("agent-1", applicants, new Secret("reason", "另行委托")));
        assertThat(OFFICE.http.get(assistant, caseDeadlines).status()).isEqualTo(404);
        assertThat(OFFICE.http.get(agent, caseDeadlines).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("RS5: the limit for the notice is kept when the last respondent was let in")
    void rs5TheNoticeIsKeptWithTheLastRespondent() throws InterruptedException {
        List<String> respondents = partyIds("RESPONDENT");
        assertThat(respondents).hasSize(2);

        release(respondents.getFirst(), "e".repeat(64));
        assertThat(state("ENFORCEMENT_NOTICE")).isEqualTo("RUNNING");

        release(respondents.getLast(), "f".repeat(64));
        assertThat(state("ENFORCEMENT_NOTICE")).isEqualTo("MET");
        on(due("ENFORCEMENT_NOTICE").minusDays(1));
        twoRounds();
        assertThat(reminded("ENFORCEMENT_NOTICE")).isEmpty();
    }

    @Test
    @DisplayName(
            "RS5: the judge is reminded 7, 3 and 1 days before and when it is over, each once, by two instances and after a restart")
    void rs5TheJudgeIsRemindedOnceEach() throws InterruptedException {
        LocalDate due = due("ENFORCEMENT_NOTICE");
        try (RunningService twin = OFFICE.another()) {
            assertThat(twin.address()).isNotEmpty();
            for (int days : List.of(7, 6, 3)) {
                on(due.minusDays(days));
                twoRounds();
            }
        }
        on(due.minusDays(1));
        twoRounds();
        on(due);
        twoRounds();
        on(due.plusDays(1));
        twoRounds();
        on(due.plusDays(30));
        twoRounds();

        assertThat(reminded("ENFORCEMENT_NOTICE")).containsExactly(due + " 7", due + " 3", due + " 1", due + " -1");
        assertThat(told("DeadlineReminder")).allSatisfy(it -> {
            assertThat(it.path("kind").asString()).isEqualTo("OPERATION");
            assertThat(it.path("audience")).isEmpty();
            assertThat(it.at("/data/limit/ruleId").asString()).isEqualTo("RS5");
        });
        assertThat(state("ENFORCEMENT_NOTICE")).isEqualTo("MISSED");
    }

    @Test
    @DisplayName(
            "K4: of the terms the applicants are reminded and nobody else; what was passed by while away is one reminder")
    void k4TheApplicantsAreReminded() {
        LocalDate due = due("UPPER_COURT");

        on(due.minusDays(2));

        await().atMost(LONGEST).until(() -> !reminded("UPPER_COURT").isEmpty());
        assertThat(reminded("UPPER_COURT")).containsExactly(due + " 2");
        assertThat(told("DeadlineReminder").stream()
                        .filter(it -> it.at("/data/limit/ruleId").asString().equals("K4")))
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.path("audience").valueStream().map(JsonNode::asString))
                        .containsExactlyElementsOf(partyIds("APPLICANT")));

        on(due.plusDays(1));

        await().atMost(LONGEST).until(() -> reminded("UPPER_COURT").contains(due + " -1"));
        assertThat(state("UPPER_COURT")).isEqualTo("OPEN");
        assertThat(state("ENFORCEMENT")).isEqualTo("MISSED");
    }

    @Test
    @DisplayName("K2: when the calendar moves a last day the room is reminded of the new one, and the history stays")
    void k2AMovedLastDayIsRemindedOfAgain() {
        LocalDate due = due("ENFORCEMENT");
        on(due.minusDays(1));
        await().atMost(LONGEST).until(() -> reminded("ENFORCEMENT").equals(List.of(due + " 1")));

        Answer announced = OFFICE.http.post(
                OFFICE.tokens.operations(), "/api/v1/calendar/announcements", "", """
                {"year":%d,"papers":["http://www.gov.cn/zhengce/2027"],"days":[{"name":"临时放假","date":"%s","isOffDay":true}]}""".formatted(due.getYear(), due));
        assertThat(announced.status()).as(announced.response().body()).isBetween(200, 201);
        await().atMost(LONGEST).until(() -> due("ENFORCEMENT").isAfter(due));
        LocalDate moved = due("ENFORCEMENT");
        on(moved.minusDays(1));

        await().atMost(LONGEST).until(() -> reminded("ENFORCEMENT").contains(moved + " 1"));
        JsonNode history = limit("ENFORCEMENT").path("history");
        assertThat(history.get(0).path("why").asString()).isEqualTo("CALENDAR");
        assertThat(history.get(0).path("oldDue").asString()).isEqualTo(due.toString());
        assertThat(history.get(0).path("newDue").asString()).isEqualTo(moved.toString());
    }

    @Test
    @DisplayName("K4: of a term that stands still nobody is reminded until it runs again")
    void k4NobodyIsRemindedOfATermThatStands() throws SQLException, InterruptedException {
        LocalDate due = due("ENFORCEMENT");
        LocalDate near = due.minusDays(3);
        OFFICE.sql("update deadline set stands_on = '" + near + "' where rule = 'ENFORCEMENT' and filing_id = '" + id
                + "'");

        on(near);
        twoRounds();

        assertThat(reminded("ENFORCEMENT")).isEmpty();
        assertThat(state("ENFORCEMENT")).isEqualTo("SUSPENDED");
        OFFICE.sql("update deadline set stands_on = null where filing_id = '" + id + "'");
        await().atMost(LONGEST).until(() -> reminded("ENFORCEMENT").equals(List.of(due + " 3")));
    }
}
