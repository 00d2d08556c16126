package court.filing.filing;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.filing.Http.Answer;
import court.filing.room.RoomEar;
import court.platform.contract.CourtEvent;
import court.platform.contract.InteractionEvent.RespondentReleased;
import court.platform.inbox.Inbox;
import court.platform.json.SealedJson;
import court.platform.support.Voices;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An accepted case against two respondents, and a clock that can be moved. */
abstract class ClockedCase {

    static final FilingOffice OFFICE = new FilingOffice(Map.of("court.deadline.remind-every", "100ms"));
    static final Voices ROOM = new Voices(OFFICE.bean(SealedJson.class));
    static final Duration LONGEST = Duration.ofSeconds(20);

    final String supervisor = OFFICE.tokens.staff("president", "沪0117", "SUPERVISOR");
    final String id = accepted();
    final JsonNode application = told("CaseAccepted").getFirst();
    final String judge = OFFICE.tokens.staff(
            told("JudgeAssigned").getFirst().at("/data/judgeId").asString(), "沪0117", "ENFORCEMENT_JUDGE");
    final String caseDeadlines = "/api/v1/cases/" + id + "/deadlines";

    /** A case against two respondents. */
    static String accepted() {
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

    List<JsonNode> told(String type) {
        return OFFICE
                .database
                .rows("select body from outbox where type = '" + type + "' and case_id = '" + id + "' order by id")
                .stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }

    List<String> partyIds(String role) {
        return application
                .at("/data/parties")
                .valueStream()
                .filter(it -> it.path("role").asString().equals(role))
                .map(it -> it.path("partyId").asString())
                .toList();
    }

    List<JsonNode> seen(String token) {
        Answer answer = OFFICE.http.get(token, caseDeadlines);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
        return answer.body().path("items").valueStream().toList();
    }

    JsonNode limit(String rule) {
        return seen(judge).stream()
                .filter(it -> it.path("rule").asString().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    LocalDate due(String rule) {
        return LocalDate.parse(limit(rule).path("due").asString());
    }

    void on(LocalDate day) {
        OFFICE.clock("PT0S");
        OFFICE.clock("P" + ChronoUnit.DAYS.between(OFFICE.today(), day) + "D");
    }

    static List<String> rules(List<JsonNode> limits) {
        return limits.stream().map(it -> it.path("rule").asString()).toList();
    }

    void release(String partyId, String key) {
        heard(new RespondentReleased(partyId, List.of(key)));
    }

    void heard(CourtEvent event) {
        RoomEar.hear(OFFICE.bean(Inbox.Handler.class), ROOM.fact(UUID.fromString(id), 1, event));
    }
}
