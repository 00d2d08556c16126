package court.filing.outage;

import static org.assertj.core.api.Assertions.assertThat;

import court.filing.Calls.Answer;
import court.filing.Courthouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutagesByHandIT {

    private final Courthouse house = Courthouse.shared();

    @Test
    void operationsRecordOneByHandAndNobodyElse() {
        String report = """
                {"began":"2026-01-05T01:00:00Z","ended":"2026-01-05T02:30:05Z","note":"机房断电"}""";

        Answer recorded = house.calls().post(house.tokens.operations(), "/api/v1/outages", "by-hand", report);
        Answer again = house.calls().post(house.tokens.operations(), "/api/v1/outages", "by-hand", report);

        assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(recorded.body());
        assertThat(recorded.text("certificate")).contains("2026年1月5日09时00分00秒", "历时1小时30分5秒", "账号 ops", "机房断电");
        assertThat(house.calls().post(house.party(), "/api/v1/outages", report).status())
                .isEqualTo(403);
        assertThat(house.calls()
                        .get(house.party(), "/api/v1/outages?from=2026-01-05T02:00:00Z&to=2026-01-06T00:00:00Z")
                        .body()
                        .path("items"))
                .hasSize(1);
        assertThat(house.calls()
                        .get(house.party(), "/api/v1/outages?from=2026-01-05T02:30:05Z&to=2026-01-06T00:00:00Z")
                        .body()
                        .path("items"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"ended":"2026-01-05T02:30:05Z","note":"x"}                                | 422 | outage.times_missing
            {"began":"2026-01-05T02:30:05Z","ended":"2026-01-05T02:30:05Z","note":"x"} | 422 | outage.ends_before_it_begins
            {"began":"2026-01-05T01:00:00Z","ended":"2999-01-05T02:30:05Z","note":"x"} | 422 | outage.in_future
            {"began":"2020-01-05T01:00:00Z","ended":"2026-01-05T02:30:05Z","note":"x"} | 422 | outage.too_long
            {"began":"2026-01-05T01:00:00Z","ended":"2026-01-05T02:30:05Z","note":" "} | 422 | outage.note_missing
            {"began":"yesterday"}                                                      | 400 | edge.wrong_value
            """)
    void badReportsAreRefused(String report, int status, String code) {
        Answer answer = house.calls().post(house.tokens.operations(), "/api/v1/outages", report);

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(status);
        assertThat(answer.text("code")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-01-05T02:00:00Z&to=2026-01-05T02:00:00Z, outage.range_unusable",
        "from=2024-01-05T02:00:00Z&to=2026-01-05T02:00:00Z, outage.range_unusable",
        "to=-1000000000-01-01T00:00:00Z, outage.range_unusable",
        "from=then, edge.wrong_value",
        "cursor=x, edge.wrong_value"
    })
    void badQueriesAreRefused(String query, String code) {
        Answer answer = house.calls().get(house.party(), "/api/v1/outages?" + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("code")).isEqualTo(code);
    }
}
