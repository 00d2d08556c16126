package court.gateway.limit;

import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Edge.claim;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import court.gateway.support.Edge;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SignInLimitIT {

    @Test
    void whoTriesTooOftenIsToldToWait() {
        Edge edge =
                Edge.shared().another(Map.of("court.limit.sign-in-burst", "3", "court.limit.sign-in-per-minute", "1"));
        JsonNode known = Edge.shared().party(Edge.ID_NUMBER);
        for (int i = 0; i < 3; i++) {
            edge.post("/api/v1/sessions/development", claim("123"));
        }

        // pretending to come from elsewhere changes nothing
        HttpResponse<String> answer =
                edge.post("/api/v1/sessions/development", claim("123"), "X-Forwarded-For", "203.0.113.9");

        assertProblem(answer, 429, "limit.too_many_attempts");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(30, 61);
        assertProblem(edge.post("/internal/v1/tokens", ""), 429, "limit.too_many_attempts");
        assertProblem(edge.post("/api/v1/sessions/wechat", "{}"), 429, "limit.too_many_attempts");
        assertProblem(edge.post("/api/v1/sessions/wechat/identity", "{}"), 429, "limit.too_many_attempts");
        assertProblem(edge.post("/api/v1/organisations", "{}", bearer(known)), 429, "limit.too_many_attempts");
        assertProblem(edge.get("/api/v1/sessions/current"), 401, "access.sign_in_needed");
    }
}
