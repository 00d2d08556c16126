package court.gateway.organisation;

import static court.gateway.organisation.Company.CODE;
import static court.gateway.organisation.Company.COMPANY;
import static court.gateway.organisation.Company.HANDLER;
import static court.gateway.organisation.Company.ID_NUMBER;
import static court.gateway.organisation.Company.NAME;
import static court.gateway.organisation.Company.ORGANISATIONS;
import static court.gateway.organisation.Company.registration;
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
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OrganisationIT {

    private final Outside outside = Outside.shared();
    private final Edge edge = outside.edge;
    private final Company company = new Company(outside);

    @BeforeEach
    void nobodyRepresentsTheCompanyYet() throws SQLException {
        company.begin();
    }

    @Test
    void theLegalRepresentativeActsForTheCompanyFromTheNextTokenOn() {
        JsonNode pair = edge.party(ID_NUMBER);
        assertThat(actsFor(pair)).isEmpty();
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = edge.post(ORGANISATIONS, registration(NAME, ID_NUMBER), with(pair, key));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        HttpResponse<String> again = edge.post(ORGANISATIONS, registration(NAME, ID_NUMBER), with(pair, key));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(company.registered(pair)).isEqualTo(json(first).get("id").asString());
        assertThat(actsFor(company.refreshed(pair))).hasSize(1);
        assertThat(actsFor(edge.party(ID_NUMBER))).hasSize(1);
    }

    @Test
    void nobodyBecomesRepresentativeByTheirOwnWord() {
        JsonNode stranger = edge.party(HANDLER);

        assertProblem(company.register(stranger), 403, "organisation.not_yourself");
        assertProblem(
                edge.post(ORGANISATIONS, registration("演示旁人", HANDLER), with(stranger, "k1")),
                422,
                "verification.not_representative");
        assertProblem(
                edge.post(
                        ORGANISATIONS,
                        registration(NAME, ID_NUMBER).replace(CODE, "91310117MA1DEM0A9X"),
                        with(stranger, "k2")),
                422,
                "identity.credit_code_check_character");
        assertProblem(
                edge.post(ORGANISATIONS, "{\"name\":\"甲\"}", with(stranger, "k3")), 422, "identity.number_missing");
        assertProblem(
                edge.post(ORGANISATIONS, "{\"name\":\"甲\",\"creditCode\":\"" + CODE + "\"}", with(stranger, "k4")),
                400,
                "organisation.person_incomplete");
        assertProblem(
                edge.post(ORGANISATIONS, registration(NAME, ID_NUMBER), bearer(stranger)), 400, "edge.key_missing");
        assertProblem(edge.post(ORGANISATIONS, registration(NAME, ID_NUMBER)), 401, "access.sign_in_needed");
        assertThat(actsFor(edge.party(HANDLER))).isEmpty();
    }

    @Test
    void toOthersTheCompanyDoesNotExist() {
        JsonNode representative = edge.party(ID_NUMBER);
        String organisation = company.registered(representative);
        String handler = json(company.appoint(representative, organisation, today(), today()))
                .get("id")
                .asString();
        JsonNode stranger = edge.party(HANDLER);
        String path = ORGANISATIONS + "/" + organisation + "/handlers";

        assertProblem(company.appoint(stranger, organisation, today(), today()), 404, "access.not_yours");
        assertProblem(edge.get(path, bearer(stranger)), 404, "access.not_yours");
        assertProblem(edge.delete(path + "/" + handler, bearer(stranger)), 404, "access.not_yours");
        assertProblem(edge.delete(path + "/" + UUID.randomUUID(), bearer(representative)), 404, "access.not_yours");
    }

    @Test
    void aNewLegalRepresentativeTakesThePlaceOfTheOldOne() {
        JsonNode before = edge.party(ID_NUMBER);
        String organisation = company.registered(before);
        outside.representative(COMPANY, CODE, "演示旁人", HANDLER);
        JsonNode after = edge.party(HANDLER);

        HttpResponse<String> taken = edge.post(ORGANISATIONS, registration("演示旁人", HANDLER), with(after, "taken"));

        outside.noRepresentative(COMPANY, CODE, "演示旁人", HANDLER);
        assertThat(json(taken).get("id").asString()).isEqualTo(organisation);
        assertProblem(edge.get("/api/v1/sessions/current", bearer(before)), 401, "access.token_invalid");
        assertThat(actsFor(edge.party(ID_NUMBER))).isEmpty();
        assertThat(actsFor(company.refreshed(after))).hasSize(1);
    }

    @Test
    void neitherCompanyNorPersonIsStoredInTheClear() throws SQLException {
        JsonNode representative = edge.party(ID_NUMBER);
        company.appoint(representative, company.registered(representative), today(), today());

        assertThat(outside.stored())
                .noneMatch(row -> row.contains(COMPANY)
                        || row.contains(CODE)
                        || row.contains(NAME)
                        || row.contains(ID_NUMBER)
                        || row.contains(HANDLER));
    }
}
