package court.gateway.organisation;

import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Edge.json;
import static court.gateway.support.Outside.actsFor;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import court.gateway.support.Edge;
import court.gateway.support.Outside;
import court.platform.calendar.LegalCalendar;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrganisationIT {

    private static final String COMPANY = "演示置业有限公司";
    private static final String CODE = "91310117MA1DEM0A9T";
    private static final String NAME = "演示法定代表人";
    private static final String ID_NUMBER = "310117197007070042";
    private static final String HANDLER = "310101199009090037";
    private static final String ORGANISATIONS = "/api/v1/organisations";

    private final Outside outside = Outside.shared();
    private final Edge edge = outside.edge;

    @BeforeEach
    void nobodyRepresentsTheCompanyYet() throws SQLException {
        outside.honest();
        outside.citizen("演示旁人", HANDLER, "19900000003");
        outside.representative(COMPANY, CODE, NAME, ID_NUMBER);
        try (Connection connection = edge.database.connect();
                var statement = connection.createStatement()) {
            statement.execute("delete from handler");
            statement.execute("delete from organisation");
        }
    }

    @AfterEach
    void clockIsRight() {
        outside.clock(Duration.ZERO);
    }

    private static String[] with(JsonNode pair, String key) {
        return Stream.concat(Stream.of(bearer(pair)), Stream.of("Idempotency-Key", key))
                .toArray(String[]::new);
    }

    private static String company(String name, String idNumber) {
        return """
                {"name":"%s","creditCode":"%s","representative":{"name":"%s","idType":"ID_CARD","idNumber":"%s"}}""".formatted(COMPANY, CODE, name, idNumber);
    }

    private HttpResponse<String> register(JsonNode pair) {
        return edge.post(
                ORGANISATIONS,
                company(NAME, ID_NUMBER),
                with(pair, UUID.randomUUID().toString()));
    }

    private String registered(JsonNode pair) {
        HttpResponse<String> answer = register(pair);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).get("id").asString();
    }

    private static String authority(LocalDate from, LocalDate until) {
        return """
                {"name":"演示旁人","idType":"ID_CARD","idNumber":"%s","from":"%s","until":"%s"}""".formatted(HANDLER, from, until);
    }

    private HttpResponse<String> appoint(JsonNode pair, String organisation, LocalDate from, LocalDate until) {
        return edge.post(
                ORGANISATIONS + "/" + organisation + "/handlers",
                authority(from, until),
                with(pair, UUID.randomUUID().toString()));
    }

    private static LocalDate today() {
        return LegalCalendar.dateOf(Clock.systemUTC().instant());
    }

    private JsonNode refreshed(JsonNode pair) {
        HttpResponse<String> answer = outside.refresh(pair);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    @Test
    void theLegalRepresentativeActsForTheCompanyFromTheNextTokenOn() {
        JsonNode pair = edge.party(ID_NUMBER);
        assertThat(actsFor(pair)).isEmpty();
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = edge.post(ORGANISATIONS, company(NAME, ID_NUMBER), with(pair, key));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        HttpResponse<String> again = edge.post(ORGANISATIONS, company(NAME, ID_NUMBER), with(pair, key));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(registered(pair)).isEqualTo(json(first).get("id").asString());
        assertThat(actsFor(refreshed(pair))).hasSize(1);
        assertThat(actsFor(edge.party(ID_NUMBER))).hasSize(1);
    }

    @Test
    void nobodyBecomesRepresentativeByTheirOwnWord() {
        JsonNode stranger = edge.party(HANDLER);

        assertProblem(register(stranger), 403, "organisation.not_yourself");
        assertProblem(
                edge.post(ORGANISATIONS, company("演示旁人", HANDLER), with(stranger, "k1")),
                422,
                "verification.not_representative");
        assertProblem(
                edge.post(
                        ORGANISATIONS,
                        company(NAME, ID_NUMBER).replace(CODE, "91310117MA1DEM0A9X"),
                        with(stranger, "k2")),
                422,
                "identity.credit_code_check_character");
        assertProblem(
                edge.post(ORGANISATIONS, "{\"name\":\"甲\"}", with(stranger, "k3")), 422, "identity.number_missing");
        assertProblem(
                edge.post(ORGANISATIONS, "{\"name\":\"甲\",\"creditCode\":\"" + CODE + "\"}", with(stranger, "k4")),
                400,
                "organisation.person_incomplete");
        assertProblem(edge.post(ORGANISATIONS, company(NAME, ID_NUMBER), bearer(stranger)), 400, "edge.key_missing");
        assertProblem(edge.post(ORGANISATIONS, company(NAME, ID_NUMBER)), 401, "access.sign_in_needed");
        assertThat(actsFor(edge.party(HANDLER))).isEmpty();
    }

    @Test
    void aHandlerActsWithinTheTermAndNoMoreOnceRevoked() {
        JsonNode representative = edge.party(ID_NUMBER);
        String organisation = registered(representative);
        HttpResponse<String> appointed = appoint(representative, organisation, today(), today().plusDays(30));
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
        appoint(representative, registered(representative), today(), today());
        Instant end = HandlerTerm.end(today());
        outside.clock(Duration.between(Clock.systemUTC().instant(), end).minusSeconds(60));

        JsonNode handler = edge.party(HANDLER);

        assertThat(actsFor(handler)).hasSize(1);
        assertThat(handler.get("expiresIn").asInt()).isBetween(1, 60);
        outside.clock(Duration.between(Clock.systemUTC().instant(), end).plusSeconds(1));
        assertProblem(edge.get("/api/v1/sessions/current", bearer(handler)), 401, "access.token_invalid");
        assertThat(actsFor(refreshed(handler))).isEmpty();
    }

    @Test
    void anAuthorityThatBeginsLaterIsNoneYet() {
        JsonNode representative = edge.party(ID_NUMBER);

        appoint(representative, registered(representative), today().plusDays(1), today().plusDays(2));

        assertThat(actsFor(edge.party(HANDLER))).isEmpty();
        outside.clock(Duration.ofDays(1));
        assertThat(actsFor(edge.party(HANDLER))).hasSize(1);
    }

    @Test
    void twoTermsOfOneHandlerDoNotOverlap() {
        JsonNode representative = edge.party(ID_NUMBER);
        String organisation = registered(representative);
        appoint(representative, organisation, today(), today().plusDays(5));

        assertProblem(
                appoint(representative, organisation, today().plusDays(5), today().plusDays(9)),
                409,
                "organisation.term_overlaps");
        assertThat(appoint(representative, organisation, today().plusDays(6), today().plusDays(9))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void toOthersTheCompanyDoesNotExist() {
        JsonNode representative = edge.party(ID_NUMBER);
        String organisation = registered(representative);
        String handler = json(appoint(representative, organisation, today(), today()))
                .get("id")
                .asString();
        JsonNode stranger = edge.party(HANDLER);
        String path = ORGANISATIONS + "/" + organisation + "/handlers";

        assertProblem(appoint(stranger, organisation, today(), today()), 404, "access.not_yours");
        assertProblem(edge.get(path, bearer(stranger)), 404, "access.not_yours");
        assertProblem(edge.delete(path + "/" + handler, bearer(stranger)), 404, "access.not_yours");
        assertProblem(edge.delete(path + "/" + UUID.randomUUID(), bearer(representative)), 404, "access.not_yours");
    }

    @Test
    void aMistypedHandlerIsNobody() {
        JsonNode representative = edge.party(ID_NUMBER);
        String organisation = registered(representative);

        assertProblem(
                edge.post(
                        ORGANISATIONS + "/" + organisation + "/handlers",
                        authority(today(), today()).replace(HANDLER, "11010519491231002X"),
                        with(representative, "k")),
                422,
                "verification.facts_wrong");
    }

    @Test
    void aNewLegalRepresentativeTakesThePlaceOfTheOldOne() {
        JsonNode before = edge.party(ID_NUMBER);
        String organisation = registered(before);
        outside.representative(COMPANY, CODE, "演示旁人", HANDLER);
        JsonNode after = edge.party(HANDLER);

        HttpResponse<String> taken = edge.post(ORGANISATIONS, company("演示旁人", HANDLER), with(after, "taken"));

        outside.noRepresentative(COMPANY, CODE, "演示旁人", HANDLER);
        assertThat(json(taken).get("id").asString()).isEqualTo(organisation);
        assertProblem(edge.get("/api/v1/sessions/current", bearer(before)), 401, "access.token_invalid");
        assertThat(actsFor(edge.party(ID_NUMBER))).isEmpty();
        assertThat(actsFor(refreshed(after))).hasSize(1);
    }

    @Test
    void aSessionBeingOpenedDuringTheRevocationIsCutToo() throws Exception {
        JsonNode representative = edge.party(ID_NUMBER);
        String organisation = registered(representative);
        String handler = json(appoint(representative, organisation, today(), today()))
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
        String handler = json(appoint(representative, registered(representative), today(), today()))
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

    @Test
    void neitherCompanyNorPersonIsStoredInTheClear() throws SQLException {
        JsonNode representative = edge.party(ID_NUMBER);
        appoint(representative, registered(representative), today(), today());

        assertThat(outside.stored())
                .noneMatch(row -> row.contains(COMPANY)
                        || row.contains(CODE)
                        || row.contains(NAME)
                        || row.contains(ID_NUMBER)
                        || row.contains(HANDLER));
    }
}
