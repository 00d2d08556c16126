package court.gateway.organisation;

import static court.gateway.organisation.Company.HANDLER;
import static court.gateway.organisation.Company.ID_NUMBER;
import static court.gateway.organisation.Company.ORGANISATIONS;
import static court.gateway.organisation.Company.authority;
import static court.gateway.organisation.Company.today;
import static court.gateway.organisation.Company.with;
import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Edge.json;
import static court.gateway.support.Outside.actsFor;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import court.gateway.support.Edge;
import court.gateway.support.Outside;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who acts for a company by its letter of authority, from when and until when. */
class HandlerIT {

    private final Outside outside = Outside.shared();
    private final Edge edge = outside.edge;
    private final Company company = new Company(outside);

    @BeforeEach
    void nobodyRepresentsTheCompanyYet() throws SQLException {
        company.begin();
    }

    @AfterEach
    void clockIsRight() {
        outside.clock(Duration.ZERO);
    }

    @Test
    void aHandlerActsWithinTheTermAndNoMoreOnceRevoked() {
        JsonNode representative = edge.party(ID_NUMBER);
        String organisation = company.registered(representative);
        HttpResponse<String> appointed = company.appoint(representative, organisation, today(), today().plusDays(30));
        assertThat(appointed.statusCode()).as(appointed.body()).isEqualTo(201);
        JsonNode handler = edge.party(HANDLER);
        assertThat(actsFor(handler)).isEqualTo(actsFor(edge.party(ID_NUMBER)));
        String path = ORGANISATIONS + "/" + organisation + "/handlers";

        HttpResponse<String> revoked =
                edge.delete(path + "/" + json(appointed).get("id").asString(), bearer(representative));

        assertThat(revoked.statusCode()).isEqualTo(204);
        assertProblem(edge.get("/api/v1/sessions/current", bearer(handler)), 401, "access.token_invalid");
        assertProblem(outside.refresh(handler), 401, "session.ended");
        JsonNode private_ = edge.party(HANDLER);
        assertThat(actsFor(private_)).isEmpty();
        assertThat(edge.delete(path + "/" + json(appointed).get("id").asString(), bearer(representative))
                        .statusCode())
                .isEqualTo(204);
        assertThat(edge.get("/api/v1/sessions/current", bearer(private_)).statusCode())
                .isEqualTo(200);
        JsonNode line = json(edge.get(path, bearer(representative))).at("/items/0");
        assertThat(line.propertyNames()).containsExactlyInAnyOrder("id", "from", "until", "appointedAt", "revokedAt");
    }

    @Test
    void aHandlersTokenEndsWithTheTermAndTheNextOneDoesNotActForTheCompany() {
        JsonNode representative = edge.party(ID_NUMBER);
        company.appoint(representative, company.registered(representative), today(), today());
        Instant end = HandlerTerm.end(today());
        outside.clock(Duration.between(Clock.systemUTC().instant(), end).minusSeconds(60));

        JsonNode handler = edge.party(HANDLER);

        assertThat(actsFor(handler)).hasSize(1);
        assertThat(handler.get("expiresIn").asInt()).isBetween(1, 60);
        outside.clock(Duration.between(Clock.systemUTC().instant(), end).plusSeconds(1));
        assertProblem(edge.get("/api/v1/sessions/current", bearer(handler)), 401, "access.token_invalid");
        assertThat(actsFor(company.refreshed(handler))).isEmpty();
    }

    @Test
    void anAuthorityThatBeginsLaterIsNoneYet() {
        JsonNode representative = edge.party(ID_NUMBER);

        company.appoint(representative, company.registered(representative), today().plusDays(1), today().plusDays(2));

        assertThat(actsFor(edge.party(HANDLER))).isEmpty();
        outside.clock(Duration.ofDays(1));
        assertThat(actsFor(edge.party(HANDLER))).hasSize(1);
    }

    @Test
    void twoTermsOfOneHandlerDoNotOverlap() {
        JsonNode representative = edge.party(ID_NUMBER);
        String organisation = company.registered(representative);
        company.appoint(representative, organisation, today(), today().plusDays(5));

        assertProblem(
                company.appoint(representative, organisation, today().plusDays(5), today().plusDays(9)),
                409,
                "organisation.term_overlaps");
        assertThat(company.appoint(representative, organisation, today().plusDays(6), today().plusDays(9))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void aMistypedHandlerIsNobody() {
        JsonNode representative = edge.party(ID_NUMBER);
        String organisation = company.registered(representative);

        assertProblem(
                edge.post(
                        ORGANISATIONS + "/" + organisation + "/handlers",
                        authority(today(), today()).replace(HANDLER, "11010519491231002X"),
                        with(representative, "k")),
                422,
                "verification.facts_wrong");
    }

    @Test
    void aSessionBeingOpenedDuringTheRevocationIsCutToo() throws Exception {
        JsonNode representative = edge.party(ID_NUMBER);
        String organisation = company.registered(representative);
        String handler = json(company.appoint(representative, organisation, today(), today()))
                .get("id")
                .asString();
        JsonNode known = edge.party(HANDLER);
        UUID session = UUID.randomUUID();

        try (Connection opening = edge.database.connect();
                var statement = opening.createStatement()) {
            opening.setAutoCommit(false);
            statement.execute("select * from handler where id = '" + handler + "' for share");
            CompletableFuture<HttpResponse<String>> revocation = CompletableFuture.supplyAsync(() ->
                    edge.delete(ORGANISATIONS + "/" + organisation + "/handlers/" + handler, bearer(representative)));
            awaitWaiting();
            statement.execute("""
                    insert into session (id, actor, roles, person_key, opened_at, ends_at)
                    select '%s', actor, roles, person_key, opened_at, ends_at from session
                    where id = '%s'""".formatted(session, sid(known)));
            opening.commit();
            assertThat(revocation.get().statusCode()).isEqualTo(204);
        }

        try (Connection connection = edge.database.connect();
                var row = connection
                        .createStatement()
                        .executeQuery("select revoked_because from session where id = '" + session + "'")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("HANDLER_REVOKED");
        }
    }

    @Test
    void aSignInDuringTheRevocationWaitsForItAndGrantsNothing() throws Exception {
        JsonNode representative = edge.party(ID_NUMBER);
        String handler = json(company.appoint(representative, company.registered(representative), today(), today()))
                .get("id")
                .asString();

        CompletableFuture<JsonNode> signIn;
        try (Connection revoking = edge.database.connect();
                var statement = revoking.createStatement()) {
            revoking.setAutoCommit(false);
            statement.execute("update handler set revoked_at = now() where id = '" + handler + "'");
            signIn = CompletableFuture.supplyAsync(() -> edge.party(HANDLER));
            awaitWaiting();
            revoking.commit();
        }

        assertThat(actsFor(signIn.get())).isEmpty();
    }

    private static String sid(JsonNode pair) throws java.text.ParseException {
        return com.nimbusds.jwt.SignedJWT.parse(pair.get("accessToken").asString())
                .getJWTClaimsSet()
                .getStringClaim("sid");
    }

    /** Until somebody waits for a lock. */
    private void awaitWaiting() throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        try (Connection connection = edge.database.connect();
                var statement = connection.createStatement()) {
            while (true) {
                try (var rows = statement.executeQuery(
                        "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        return;
                    }
                }
                assertThat(System.nanoTime()).as("nobody waits").isLessThan(deadline);
                Thread.sleep(20);
            }
        }
    }
}
