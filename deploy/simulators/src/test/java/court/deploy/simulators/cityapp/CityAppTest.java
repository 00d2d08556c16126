package court.deploy.simulators.cityapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import court.deploy.simulators.verification.Register;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

/** The city app, asked over HTTP as its user's phone and the gateway ask it. */
@SpringBootTest(
        classes = CityAppTest.CityAppAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "court.simulators.gateway-secret=a secret",
            "court.simulators.parties=../local/demo/parties.json",
            "court.simulators.verification-secret=a-verification-secret"
        })
class CityAppTest {

    @SpringBootApplication(scanBasePackageClasses = {CityAppController.class, Register.class})
    static class CityAppAlone {}

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private HttpResponse<String> leave(String account, Flaw flaw) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at("/script/cityapp/hand-overs"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"account\":\"%s\",\"flaw\":\"%s\"}".formatted(account, flaw)))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private String token(Flaw flaw) throws Exception {
        return JsonMapper.shared()
                .readTree(leave("applicant", flaw).body())
                .get("token")
                .asString();
    }

    private boolean verifies(SignedJWT token) throws Exception {
        JWK key = JWKSet.parse(get("/cityapp/jwks.json").body())
                .getKeyByKeyId(token.getHeader().getKeyID());
        return key instanceof ECKey ec && token.verify(new ECDSAVerifier(ec));
    }

    @Test
    void aUserLeavesWithASignedTokenForAShortTime() throws Exception {
        SignedJWT token = SignedJWT.parse(token(Flaw.NONE));
        JWTClaimsSet claims = token.getJWTClaimsSet();

        assertThat(verifies(token)).isTrue();
        assertThat(token.getHeader().getType().getType()).isEqualTo("hand-over+jwt");
        assertThat(claims.getIssuer()).isEqualTo("suishenban-demo");
        assertThat(claims.getAudience()).containsExactly("court-enforcement-demo");
        assertThat(claims.getStringClaim("name")).isEqualTo("演示申请人");
        assertThat(claims.getStringClaim("idNumber")).isEqualTo("310117198001010019");
        assertThat(claims.getStringClaim("phone")).isEqualTo("19900000001");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isLessThanOrEqualTo(Duration.ofMinutes(5));
        assertThat(claims.getJWTID())
                .isNotEqualTo(
                        SignedJWT.parse(token(Flaw.NONE)).getJWTClaimsSet().getJWTID());
    }

    @Test
    void theTokenStandsBehindTheHashOfTheAddressAndInNoLog() throws Exception {
        String address = JsonMapper.shared()
                .readTree(leave("applicant", Flaw.NONE).body())
                .get("address")
                .asString();

        assertThat(address).startsWith("http://127.0.0.1:8080/#/suishenban/ey");
    }

    @Test
    void keysAreGivenWithoutTheirPrivateHalf() throws Exception {
        JWKSet keys = JWKSet.parse(get("/cityapp/jwks.json").body());

        assertThat(keys.getKeys()).hasSize(1).noneMatch(JWK::isPrivate);
    }

    @Test
    void whatIsWrongByScriptIsWrong() throws Exception {
        assertThat(JWTParser.parse(token(Flaw.UNSIGNED))).isInstanceOf(PlainJWT.class);
        assertThat(verifies(SignedJWT.parse(token(Flaw.WRONG_KEY)))).isFalse();
        assertThat(verifies(SignedJWT.parse(token(Flaw.UNKNOWN_KEY)))).isFalse();
        JWTClaimsSet expired = SignedJWT.parse(token(Flaw.EXPIRED)).getJWTClaimsSet();
        assertThat(Objects.requireNonNull(expired.getExpirationTime()).toInstant())
                .isBefore(java.time.Instant.now());
        assertThat(SignedJWT.parse(token(Flaw.NO_ID)).getJWTClaimsSet().getJWTID())
                .isNull();
        assertThat(SignedJWT.parse(token(Flaw.NO_PHONE)).getJWTClaimsSet().getClaim("phone"))
                .isNull();
    }

    @Test
    void thePageListsTheUsersAndAStrangerHasNoPhone() throws Exception {
        assertThat(get("/script/cityapp").body()).contains("随申办模拟台");
        assertThat(get("/script/cityapp/users").body()).contains("演示申请人").doesNotContain("310117198001010019");
        assertThat(leave("nobody", Flaw.NONE).statusCode()).isEqualTo(404);
    }
}
