package court.gateway.route;

import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Edge.json;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import court.gateway.support.Edge;
import court.gateway.support.StubService;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leads where, what is not there, and what is said and heard at the door. */
class RouteIT {

    private final Edge edge = Edge.shared();
    private final String[] token = bearer(edge.party(Edge.ID_NUMBER));

    private static String[] with(String[] token, String... more) {
        String[] all = java.util.Arrays.copyOf(token, token.length + more.length);
        System.arraycopy(more, 0, all, token.length, more.length);
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/filings, filing",
        "/api/v1/filings/1/materials/2, filing",
        "/api/v1/cases, interaction",
        "/api/v1/cases/1/room, interaction",
        "/api/v1/cases/1/messages, interaction",
        "/api/v1/cases/1/files/2, interaction",
        "/api/v1/cases/1/respondents, interaction",
        "/api/v1/cases/1/leaves, ledger",
        "/api/v1/cases/1/verification, ledger",
        "/api/v1/ledger/checkpoint, ledger",
        "/api/v1/cases/1/timeline, archive",
        "/api/v1/cases/1/entries, archive",
        "/api/v1/cases/1/consistency, archive",
        "/api/v1/cases/1/accesses, archive",
        "/api/v1/operations/filing/parked, filing",
        "/api/v1/operations/dossier/parked, archive"
    })
    void eachPathLeadsToItsService(String path, String service) {
        HttpResponse<String> answer = edge.get(path + "?q=%E6%9D%BE", token);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("service").asString()).isEqualTo(service);
        assertThat(edge.service(service).last(path).headers().getFirst("Authorization"))
                .isEqualTo(token[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/page/",
                "/page",
                "/internal/v1/cases/1/leaves",
                "/internal/v1/cases/1/facts",
                "/actuator",
                "/actuator/health",
                "/actuator/gateway/routes",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/v3/api-docs/swagger-config",
                "/swagger-ui.html",
                "/api/v1/cases/1",
                "/api/v1/cases/1/unknown",
                "/api/v1/operations/gateway/parked",
                "/api/v2/filings",
                "/index.html"
            })
    void whatIsNotMeantToBeReachedIsNotThere(String path) {
        assertProblem(edge.get(path, token), 404, "edge.no_such_address");
        assertProblem(edge.post(path, "{}", token), 404, "edge.no_such_address");
    }

    @Test
    void ofAllFilesOnlyThoseOfThePageAreGivenOut() {
        assertProblem(edge.get("/page/application.yml", token), 404, "edge.no_such_address");
        assertProblem(edge.get("/page/..%2Fapplication.yml", token), 404, "edge.no_such_address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/filings/../../../internal/v1/cases/1/leaves",
                "/api/v1/filings/%2e%2e/%2e%2e/%2e%2e/internal/v1/x",
                "/api/v1/filings/..%2f..%2finternal",
                "//internal/v1/cases/1/leaves",
                "/api/v1//filings",
                "/api/v1/filings;x=1/../cases"
            })
    void aPathWithTricksIsNoAddress(String path) throws IOException {
        int before = heard();
        try (Socket socket = new Socket("127.0.0.1", edge.port())) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: " + token[1]
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 404").contains("edge.no_such_address");
        }
        assertThat(heard()).isEqualTo(before);
    }

    private int heard() {
        return edge.services.values().stream().mapToInt(it -> it.heard.size()).sum();
    }

    @Test
    void aServiceIsNotReachedWithoutAToken() {
        int before = heard();

        assertProblem(edge.get("/api/v1/filings"), 401, "access.sign_in_needed");
        assertProblem(edge.post("/api/v1/cases/1/messages", "{}"), 401, "access.sign_in_needed");

        assertThat(heard()).isEqualTo(before);
    }

    @Test
    void whatVerifiesAProofIsForEverybodyButABadTokenIsNot() {
        assertThat(edge.get("/api/v1/ledger/checkpoint").statusCode()).isEqualTo(200);
        assertProblem(edge.get("/api/v1/ledger/checkpoint", bearer("bad")), 401, "access.token_invalid");
    }

    @Test
    void aMethodTheGatewayDoesNotKnowIsAProblem() {
        assertProblem(edge.post("/api/v1/sessions/current", "{}", token), 405, "edge.method_not_allowed");
        assertProblem(edge.delete("/api/v1/sessions/development", token), 405, "edge.method_not_allowed");
    }

    @Test
    void aServicesOwnProblemPassesUntouched() {
        String problem = "{\"type\":\"urn:court:problem:filing.closed\",\"status\":409,\"code\":\"filing.closed\"}";
        edge.service("filing")
                .on(
                        "/api/v1/filings/problem",
                        exchange -> StubService.answer(exchange, 409, "application/problem+json", problem));
        edge.service("filing")
                .on(
                        "/api/v1/filings/broken",
                        exchange -> StubService.answer(exchange, 503, "application/problem+json", problem));

        assertThat(edge.get("/api/v1/filings/problem", token).body()).isEqualTo(problem);
        assertThat(edge.get("/api/v1/filings/problem", token).statusCode()).isEqualTo(409);
        assertThat(edge.get("/api/v1/filings/broken", token).statusCode()).isEqualTo(503);
        assertThat(edge.get("/api/v1/filings/broken", token).body()).isEqualTo(problem);
    }

    @Test
    void whatTheOutsideMayNotSayIsNotHeard() {
        edge.get(
                "/api/v1/filings/headers",
                with(
                        token,
                        "X-Forwarded-For",
                        "203.0.113.9",
                        "x-forwarded-proto",
                        "https",
                        "Forwarded",
                        "for=203.0.113.9",
                        "X-Real-IP",
                        "203.0.113.9",
                        "X-Court-Actor",
                        "judge",
                        "Idempotency-Key",
                        "k1",
                        "If-Match",
                        "\"3\""));

        var headers = edge.service("filing").last("/api/v1/filings/headers").headers();
        assertThat(headers.keySet().stream().map(String::toLowerCase))
                .noneMatch(it -> it.startsWith("x-forwarded") || it.startsWith("x-court"))
                .doesNotContain("forwarded", "x-real-ip");
        assertThat(headers.getFirst("Idempotency-Key")).isEqualTo("k1");
        assertThat(headers.getFirst("If-Match")).isEqualTo("\"3\"");
    }

    @Test
    void aTraceGoesOnAndAMalformedOneStartsAnew() {
        String trace = "0af7651916cd43dd8448eb211c80319c";

        edge.get("/api/v1/filings/trace", with(token, "traceparent", "00-" + trace + "-b7ad6b7169203331-01"));
        edge.get("/api/v1/filings/trace2", with(token, "traceparent", "00-" + trace + "-XYZ-01"));

        StubService filing = edge.service("filing");
        assertThat(filing.last("/api/v1/filings/trace").headers().getFirst("traceparent"))
                .startsWith("00-" + trace + "-")
                .doesNotContain("b7ad6b7169203331");
        assertThat(filing.last("/api/v1/filings/trace2").headers().getFirst("traceparent"))
                .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]")
                .doesNotContain(trace);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/filings", "/api/v1/sessions/current", "/api/v1/cases/1/unknown", "/nowhere"})
    void everyAnswerCarriesTheSecurityHeaders(String path) {
        var headers = edge.get(path, token).headers();

        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
        assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        assertThat(headers.allValues("X-Content-Type-Options")).hasSize(1);
    }
}
