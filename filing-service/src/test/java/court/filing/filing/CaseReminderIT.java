package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.filing.filing.Http.Answer;
import court.platform.support.RunningService;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Of which limits who is reminded when. */
class CaseReminderIT extends ClockedCase {

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

    private static void twoRounds() throws InterruptedException {
        Thread.sleep(600);
    }

    private List<String> reminded(String rule) {
        return told("DeadlineReminder").stream()
                .filter(it -> it.at("/data/limit/rule").asString().equals(rule))
                .map(it -> it.at("/data/limit/due").asString() + " " + it.at("/data/daysLeft"))
                .toList();
    }

    private String state(String rule) {
        return limit(rule).path("state").asString();
    }
}
