package court.gateway.session;

import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Edge.json;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import court.gateway.support.Edge;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SessionIT {

    private final Edge edge = Edge.shared();

    private HttpResponse<String> refresh(JsonNode pair) {
        return edge.post(
                "/api/v1/sessions/refresh",
                "{\"refreshToken\":\"" + pair.get("refreshToken").asString() + "\"}");
    }

    @Test
    void whoIsSignedInIsToldWithoutAnythingProtected() {
        JsonNode pair = edge.party(Edge.ID_NUMBER);

        HttpResponse<String> me = edge.get("/api/v1/sessions/current", bearer(pair));

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(json(me).propertyNames()).containsExactlyInAnyOrder("id", "roles");
        assertThat(json(me).get("roles").get(0).asString()).isEqualTo("PARTY");
        assertThat(me.body()).doesNotContain(Edge.ID_NUMBER);
    }

    @Test
    void aRefreshTokenGivesTheNextPairOnce() {
        JsonNode first = edge.party(Edge.ID_NUMBER);

        HttpResponse<String> second = refresh(first);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(json(second).get("refreshToken")).isNotEqualTo(first.get("refreshToken"));
        assertThat(json(second).get("expiresIn").asInt()).isEqualTo(900);
        assertThat(edge.get("/api/v1/sessions/current", bearer(json(second))).statusCode())
                .isEqualTo(200);
    }

    @Test
    void anOldRefreshTokenComingBackEndsTheWholeSession() {
        JsonNode first = edge.party(Edge.ID_NUMBER);
        JsonNode second = json(refresh(first));

        assertProblem(refresh(first), 401, "session.ended");

        assertProblem(refresh(second), 401, "session.ended");
        assertProblem(edge.get("/api/v1/sessions/current", bearer(second)), 401, "access.token_invalid");
    }

    @Test
    void ofManyRefreshesAtOnceOneWinsAndTheSessionEnds() throws Exception {
        JsonNode pair = edge.party(Edge.ID_NUMBER);

        long won;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            won = threads
                    .invokeAll(IntStream.range(0, 8)
                            .<Callable<HttpResponse<String>>>mapToObj(it -> () -> refresh(pair))
                            .toList())
                    .stream()
                    .filter(it -> {
                        try {
                            return it.get().statusCode() == 200;
                        } catch (InterruptedException | ExecutionException failed) {
                            throw new IllegalStateException(failed);
                        }
                    })
                    .count();
        }

        assertThat(won).isEqualTo(1);
        assertProblem(edge.get("/api/v1/sessions/current", bearer(pair)), 401, "access.token_invalid");
    }

    @Test
    void anUnknownOrMissingRefreshTokenIsRefused() {
        assertProblem(edge.post("/api/v1/sessions/refresh", "{\"refreshToken\":\"x\"}"), 401, "session.ended");
        assertProblem(edge.post("/api/v1/sessions/refresh", "{}"), 401, "session.ended");
        assertProblem(edge.post("/api/v1/sessions/refresh", "{\"a\":1}"), 400, "edge.unknown_field");
        assertProblem(edge.post("/api/v1/sessions/refresh", "{"), 400, "edge.unreadable_json");
    }

    @Test
    void aSessionPastItsEndIsNotRefreshed() throws SQLException {
        JsonNode pair = edge.party("11010519491231002X");
        try (var connection = edge.database.connect();
                var statement = connection.createStatement()) {
            statement.execute("update session set ends_at = now() - interval '1 second'"
                    + " where id = (select max(id::text)::uuid from session)");
        }

        assertProblem(refresh(pair), 401, "session.ended");
    }

    @Test
    void signingOutEndsAccessAndRefreshAtOnce() {
        JsonNode pair = edge.party(Edge.ID_NUMBER);

        assertThat(edge.delete("/api/v1/sessions/current", bearer(pair)).statusCode())
                .isEqualTo(204);

        assertProblem(edge.get("/api/v1/sessions/current", bearer(pair)), 401, "access.token_invalid");
        assertProblem(edge.get("/api/v1/filings", bearer(pair)), 401, "access.token_invalid");
        assertProblem(refresh(pair), 401, "session.ended");
    }

    @Test
    void anotherGatewayRefusesWhatEndedHereWithinFiveSeconds() throws InterruptedException {
        Edge other = edge.another(Map.of());
        JsonNode pair = edge.party(Edge.ID_NUMBER);
        assertThat(other.get("/api/v1/sessions/current", bearer(pair)).statusCode())
                .isEqualTo(200);

        edge.delete("/api/v1/sessions/current", bearer(pair));

        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (other.get("/api/v1/sessions/current", bearer(pair)).statusCode() == 200) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(50);
        }
        assertProblem(other.get("/api/v1/sessions/current", bearer(pair)), 401, "access.token_invalid");
    }

    @Test
    void onlyTheDigestOfARefreshTokenIsStored() throws SQLException {
        JsonNode pair = edge.party(Edge.ID_NUMBER);

        try (var connection = edge.database.connect();
                var statement = connection.prepareStatement(
                        "select count(*) filter (where sha256 = ?), count(*) filter (where sha256 = encode(sha256(?::bytea), 'hex')) from refresh_token")) {
            statement.setString(1, pair.get("refreshToken").asString());
            statement.setString(2, pair.get("refreshToken").asString());
            var row = statement.executeQuery();
            row.next();
            assertThat(row.getInt(1)).isZero();
            assertThat(row.getInt(2)).isEqualTo(1);
        }
    }
}
