package court.filing.filing;

import static court.filing.filing.RunningFiling.done;
import static org.assertj.core.api.Assertions.assertThat;

import court.filing.application.Forms;
import court.filing.filing.Http.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueueIT {

    private static final Forms THERE = Forms.whole().text("/courtCode", "沪0115");
    private static final Map<String, Answer> FILED = new HashMap<>();

    private final RunningFiling filing = RunningFiling.shared();
    private final String applicant = filing.applicant();
    private final String judge = filing.tokens.staff("queue-judge", "沪0115", "FILING_JUDGE");

    /** The oldest last, so that the order of filing is not the order of the deadlines. */
    @BeforeEach
    void file() {
        if (FILED.isEmpty()) {
            filed("today", "P0D", THERE);
            filed("recent", "-P7D", THERE.text("/basis/kind", "RULING"));
            filed("old", "-P40D", THERE.json("/claim", "{\"kind\":\"THING\",\"description\":\"交付货车\"}"));
            filed("older", "-P60D", THERE);
            filed("taken", "-P25D", THERE);
            FILED.put("taken", done(filing.step(judge, FILED.get("taken"), "/review", "")));
        }
    }

    private void filed(String name, String offset, Forms form) {
        filing.on(offset, () -> FILED.put(name, filing.submitted(applicant, form)));
    }

    private List<String> found(String query) {
        Answer page = done(filing.http.get(judge, RunningFiling.FILINGS + "?limit=100" + query));
        return page.body().path("items").findValuesAsString("id").stream()
                .map(QueueIT::name)
                .toList();
    }

    private static String name(String id) {
        return FILED.entrySet().stream()
                .filter(it -> it.getValue().text("id").equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(id);
    }

    @Test
    void theOldestDeadlineComesFirst() {
        assertThat(found("")).containsSubsequence("older", "old", "taken", "recent", "today");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            &reviewer=me                     | taken
            &reviewer=queue-judge            | taken
            &reviewer=none                   | older,old,recent,today
            &claimKind=THING                 | old
            &basisKind=RULING                | recent
            &channel=WEB                     | older,old,taken,recent,today
            &channel=MAIL                    |
            &overdue=true                    | older,old,taken
            &overdue=true&claimKind=MONEY    | older,taken
            &state=ACCEPTED                  |
            """)
    void theQueueIsFiltered(String query, String names) {
        List<String> expected = names == null ? List.of() : List.of(names.split(","));

        assertThat(found(query).stream().filter(FILED::containsKey)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            ?channel=PIGEON,       filing.no_such_filter
            ?basisKind=LETTER,     filing.no_such_filter
            ?claimKind=LOVE,       filing.no_such_filter
            ?state=LOST,           filing.no_such_state
            ?cursor=yesterday,     edge.cursor_unreadable
            ?cursor=2026-13-01_x,  edge.cursor_unreadable
            ?overdue=perhaps,      edge.wrong_value
            ?reviewer=%00,         filing.no_such_filter
            """)
    void whatCannotBeLookedForIsSaid(String query, String code) {
        Answer answer = filing.http.get(judge, RunningFiling.FILINGS + query);

        assertThat(answer.status()).as(answer.response().body()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    @Test
    void pagesHaveNoHolesAndShowNothingTwice() {
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = done(filing.http.get(judge, RunningFiling.FILINGS + "?limit=2" + cursor));
            paged.addAll(page.body().path("items").findValuesAsString("id"));
            cursor = page.body().path("nextCursor").isString() ? "&cursor=" + page.text("nextCursor") : "";
            if (paged.size() == 2) {
                filed("between", "-P80D", THERE);
            }
        } while (!cursor.isEmpty());

        assertThat(paged).doesNotHaveDuplicates();
        assertThat(paged.stream().map(QueueIT::name)).containsSubsequence("older", "old", "taken", "recent", "today");
        done(filing.step(judge, FILED.remove("between"), "/refusal", "{\"reasonCode\":\"OTHER\",\"text\":\"重复申请。\"}"));
    }

    @Test
    void anApplicantSeesTheirOwnNewestFirstAndNothingOfTheQueue() {
        List<String> own = done(filing.http.get(applicant, RunningFiling.FILINGS + "?limit=100&state=SUBMITTED"))
                .body()
                .path("items")
                .findValuesAsString("id");

        assertThat(own).contains(FILED.get("today").text("id"));
        assertThat(done(filing.http.get(filing.person(Forms.LAWYER_NUMBER), RunningFiling.FILINGS + "?reviewer=none"))
                        .body()
                        .path("items")
                        .findValuesAsString("id"))
                .doesNotContainAnyElementsOf(
                        FILED.values().stream().map(it -> it.text("id")).toList());
    }
}
