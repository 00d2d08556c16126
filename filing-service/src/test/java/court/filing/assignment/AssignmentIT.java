package court.filing.assignment;

import static court.filing.assignment.FilingCourt.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.filing.assignment.Person.Answer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AssignmentIT {

    private static final String COURT = "沪0117";
    private static final List<String> JUDGES = List.of("judge-1", "judge-2", "judge-3");
    private static final FilingCourt SERVICE = FilingCourt.running();

    private final String filing = "/api/v1/filings/" + SERVICE.accepted(COURT);
    private final Person supervisor = SERVICE.supervisor();

    private Answer seen() {
        return supervisor.get(filing + "/assignment");
    }

    private String judge() {
        return seen().json().at("/summary/judgeId").asString();
    }

    private Answer reassign(String body) {
        return supervisor.post(filing + "/reassignment", seen().etag(), body);
    }

    private static String named(String judge) {
        return "{\"judgeId\":\"" + judge + "\",\"reason\":\"工作调整\"}";
    }

    private static String other(String judge) {
        return judge.equals("judge-1") ? "judge-2" : "judge-1";
    }

    private List<String> facts(String type) {
        return rows("select body from outbox where type = '" + type + "' and case_id = '" + id() + "' order by id");
    }

    private String id() {
        return filing.substring(filing.lastIndexOf('/') + 1);
    }

    @Test
    @DisplayName("F10: the first judge is drawn, and the draw in the fact is the one that is shown and repeats")
    void theFirstJudgeIsDrawn() {
        JsonNode turn = seen().json().at("/turns/0");

        assertThat(turn.path("repeats").asBoolean()).isTrue();
        assertThat(turn.path("judgeId").asString()).isIn(JUDGES);
        assertThat(turn.at("/lot/seed").asString()).matches("[0-9a-f]{32}");
        assertThat(turn.at("/lot/candidates").findValuesAsString("judgeId")).containsExactlyElementsOf(JUDGES);
        assertThat(turn.at("/lot/passedOver").toString())
                .contains(
                        "filing-judge\",\"why\":\"CONFLICT",
                        "judge-away\",\"why\":\"AWAY",
                        "head\",\"why\":\"NO_CAPACITY");
        assertThat(facts("JudgeAssigned"))
                .singleElement()
                .asString()
                .contains(turn.at("/lot/seed").asString(), "\"audience\":[\"");
    }

    @Test
    @DisplayName("F10: the former judge sees the filing no more once another has it, who sees all of it")
    void theFormerJudgeIsOutAtOnce() {
        String former = judge();
        String next = other(former);
        assertThat(SERVICE.judge(former).get(filing).status()).isEqualTo(200);
        assertThat(SERVICE.judge(next).get(filing).status()).isEqualTo(404);

        Answer changed = reassign(named(next));

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.text("judgeId")).isEqualTo(next);
        assertThat(SERVICE.judge(former).get(filing).status()).isEqualTo(404);
        assertThat(SERVICE.judge(former).get(filing + "/assignment").status()).isEqualTo(404);
        JsonNode whole = SERVICE.judge(next).get(filing).json();
        assertThat(whole.path("materials")).hasSize(1);
        assertThat(whole.at("/summary/judgeName").asString()).isEqualTo(next.equals("judge-1") ? "执行法官一" : "执行法官二");
        assertThat(facts("JudgeAssigned").getLast()).contains("\"replaces\":\"" + former + "\"", "\"reason\":\"工作调整\"");
    }

    @Test
    @DisplayName("F10: a new draw leaves out the former judge and whoever has a conflict")
    void aNewDrawLeavesOutTheFormerJudge() {
        String former = judge();
        List<String> others = JUDGES.stream().filter(it -> !it.equals(former)).toList();

        Answer drawn = reassign("{\"reason\":\"工作调整\",\"conflicts\":[\"" + others.getFirst() + "\"]}");

        assertThat(drawn.text("judgeId")).as(drawn.body()).isEqualTo(others.getLast());
        JsonNode turn = seen().json().at("/turns/1");
        assertThat(turn.path("repeats").asBoolean()).isTrue();
        assertThat(turn.at("/lot/passedOver").toString())
                .contains(former + "\",\"why\":\"FORMER", others.getFirst() + "\",\"why\":\"CONFLICT");
    }

    @Test
    @DisplayName("F10: the same command is answered again, and of many at once one wins")
    void ofManyAtOnceOneWins() {
        String etag = seen().etag();
        String next = other(judge());
        Answer first = supervisor.post(filing + "/reassignment", etag, "key-" + id(), named(next));
        Answer again = supervisor.post(filing + "/reassignment", etag, "key-" + id(), named(next));

        assertThat(again).isEqualTo(first);
        String present = seen().etag();
        List<Integer> statuses = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> supervisor.post(filing + "/reassignment", present, "{\"reason\":\"再次调整\"}"))
                .map(Answer::status)
                .toList();
        assertThat(statuses).filteredOn(it -> it == 200).hasSize(1);
        assertThat(statuses).filteredOn(it -> it == 412).hasSize(5);
        assertThat(facts("JudgeAssigned")).hasSize(3);
    }

    @Test
    @DisplayName("F10: loads go with the case and end with it; hearing of the closing twice changes nothing")
    void loadsFollowTheCase() {
        agree();
        String former = judge();
        long before = load(former);

        reassign(named(other(former)));
        assertThat(load(former)).isEqualTo(before - 1);
        long next = load(other(former));
        SERVICE.sayClosed(id(), 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> load(other(former)) == next - 1);
        assertThat(rows("select rule || ' ' || state from deadline where filing_id = '" + id()
                        + "' and rule in ('ENFORCEMENT', 'UPPER_COURT') order by 1"))
                .as("K4: its terms have ended")
                .containsExactly("ENFORCEMENT MET", "UPPER_COURT CANCELLED");
        SERVICE.sayClosed(id(), 2);
        reassign(named(former));

        await().during(Duration.ofSeconds(1)).until(() -> load(former) == before - 1);
        agree();
    }

    private static long load(String judge) {
        return rows("select open from judge_load where judge_id = '" + judge + "'").stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    private static void agree() {
        assertThat(rows("select judge_id || ' ' || open from judge_load where open > 0 order by 1"))
                .isEqualTo(rows(
                        "select judge_id || ' ' || count(*) from assignment where open group by judge_id order by 1"));
    }
}
