package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.acceptance.Http.Sent;
import java.time.LocalDate;
import java.time.ZoneId;
import tools.jackson.databind.JsonNode;

/** A company whose legal representative says who acts for it. */
record Company(String id, String handlerId) {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** The representative shows who they are, takes back what was given before, and authorises the handler. */
    static Company authorise(Person representative, Person handler) {
        String token = representative.signIn().ok().text("accessToken");
        String id = HTTP.post(
                        token, "/api/v1/organisations", """
                        {"name":"演示置业有限公司","creditCode":"91310117MA1DEM0A9T",
                         "representative":{"name":"%s","idType":"ID_CARD","idNumber":"%s"}}""".formatted(representative.name(), representative.idNumber()))
                .ok()
                .text("id");
        String handlers = "/api/v1/organisations/" + id + "/handlers";
        for (JsonNode line : CourtCase.all(token, handlers, "cursor")) {
            HTTP.method(
                            "DELETE",
                            Sent.of(token, handlers + "/" + line.path("id").asString()))
                    .ok();
        }
        LocalDate today = LocalDate.now(SHANGHAI);
        String handlerId = HTTP.post(
                        token, handlers, """
                        {"name":"%s","idType":"ID_CARD","idNumber":"%s","from":"%s","until":"%s"}""".formatted(handler.name(), handler.idNumber(), today, today.plusMonths(1)))
                .ok()
                .text("id");
        return new Company(id, handlerId);
    }

    /** The representative takes the authority back. */
    void revoke(Person representative) {
        String token = representative.signIn().ok().text("accessToken");
        Answer gone = HTTP.method("DELETE", Sent.of(token, "/api/v1/organisations/" + id + "/handlers/" + handlerId));
        assertThat(gone.status()).isEqualTo(204);
    }
}
