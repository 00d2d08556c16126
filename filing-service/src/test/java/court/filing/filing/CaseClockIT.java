package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;

import court.platform.calendar.Calendars;
import court.platform.calendar.LegalCalendar;
import court.platform.contract.MemberEvent;
import court.platform.json.Secret;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CaseClockIT extends ClockedCase {

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
}
