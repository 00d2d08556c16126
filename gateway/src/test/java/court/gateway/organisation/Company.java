package court.gateway.organisation;

import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Edge.json;
import static org.assertj.core.api.Assertions.assertThat;

import court.gateway.support.Edge;
import court.gateway.support.Outside;
import court.platform.calendar.LegalCalendar;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A company, who represents it and who may come to handle its cases, as they act at the edge. */
final class Company {

    static final String COMPANY = "演示置业有限公司";
    static final String CODE = "91310117MA1DEM0A9T";
    static final String NAME = "演示法定代表人";
    static final String ID_NUMBER = "310117197007070042";
    static final String HANDLER = "310101199009090037";
    static final String ORGANISATIONS = "/api/v1/organisations";

    private final Outside outside;
    private final Edge edge;

    Company(Outside outside) {
        this.outside = outside;
        this.edge = outside.edge;
    }

    /** Nobody represents it yet, and everybody around it is honest. */
    void begin() throws SQLException {
        outside.honest();
        outside.citizen("演示旁人", HANDLER, "19900000003");
        outside.representative(COMPANY, CODE, NAME, ID_NUMBER);
        try (Connection connection = edge.database.connect();
                var statement = connection.createStatement()) {
            statement.execute("delete from handler");
            statement.execute("delete from organisation");
        }
    }

    static String[] with(JsonNode pair, String key) {
        return Stream.concat(Stream.of(bearer(pair)), Stream.of("Idempotency-Key", key))
                .toArray(String[]::new);
    }

    static String registration(String name, String idNumber) {
        return """
                {"name":"%s","creditCode":"%s","representative":{"name":"%s","idType":"ID_CARD","idNumber":"%s"}}""".formatted(COMPANY, CODE, name, idNumber);
    }

    HttpResponse<String> register(JsonNode pair) {
        return edge.post(
                ORGANISATIONS,
                registration(NAME, ID_NUMBER),
                with(pair, UUID.randomUUID().toString()));
    }

    String registered(JsonNode pair) {
        HttpResponse<String> answer = register(pair);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("id").asString();
    }

    static String authority(LocalDate from, LocalDate until) {
        return """
                {"name":"演示旁人","idType":"ID_CARD","idNumber":"%s","from":"%s","until":"%s"}""".formatted(HANDLER, from, until);
    }

    HttpResponse<String> appoint(JsonNode pair, String organisation, LocalDate from, LocalDate until) {
        return edge.post(
                ORGANISATIONS + "/" + organisation + "/handlers",
                authority(from, until),
                with(pair, UUID.randomUUID().toString()));
    }

    static LocalDate today() {
        return LegalCalendar.dateOf(Clock.systemUTC().instant());
    }

    JsonNode refreshed(JsonNode pair) {
        HttpResponse<String> answer = outside.refresh(pair);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }
}
