package court.gateway.token;

import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Edge.json;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.SignedJWT;
import court.gateway.support.Edge;
import court.gateway.token.MachineClients.Machine;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MachineTokenIT {

    private final Edge edge = Edge.shared();

    private HttpResponse<String> ask(String pair) {
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return edge.post("/api/v1/sessions/machine", "", "Authorization", "Basic " + basic);
    }

    @Test
    void aCourtsMachineGetsATokenForItsCourtAndNothingElse() throws Exception {
        HttpResponse<String> answer = ask("intranet:intranet-secret");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(json(answer).get("expiresIn").asInt()).isEqualTo(900);
        String token = json(answer).get("accessToken").asString();
        SignedJWT read = SignedJWT.parse(token);
        assertThat(read.getJWTClaimsSet().getAudience()).containsExactly("court-platform");
        assertThat(read.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("ARCHIVE_SYNC");
        assertThat(read.getJWTClaimsSet().getStringClaim("court")).isEqualTo("沪0117");
        HttpResponse<String> me = edge.get("/api/v1/sessions/current", bearer(token));
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(json(me).get("id").asString()).isEqualTo("intranet");
    }

    @Test
    void wrongCredentialsAreRefused() {
        for (String pair : List.of("intranet:wrong", "intranet:", "nobody:", "filing:filing-secret", "intranet")) {
            assertProblem(ask(pair), 401, "client.credentials_wrong");
        }
        assertProblem(edge.post("/api/v1/sessions/machine", ""), 401, "client.credentials_wrong");
    }

    @Test
    void aMachineIsNoService() {
        String basic = Base64.getEncoder().encodeToString("intranet:intranet-secret".getBytes(StandardCharsets.UTF_8));

        assertProblem(
                edge.post("/internal/v1/tokens", "", "Authorization", "Basic " + basic),
                401,
                "client.credentials_wrong");
    }

    @Test
    void aMachineWithoutSecretOrCourtStopsTheStart() {
        assertThatThrownBy(() -> new MachineClients(Map.of("intranet", new Machine("", "沪0117"))))
                .hasMessageContaining("court.machines.intranet");
        assertThatThrownBy(() -> new MachineClients(Map.of("intranet", new Machine("secret", "songjiang"))))
                .hasMessageContaining("court.machines.intranet");
    }
}
