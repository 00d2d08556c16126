package court.gateway.signin;

import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Edge.json;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import court.gateway.support.Edge;
import court.gateway.support.FakeProvider;
import court.platform.vault.KeyPort;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaffSignInIT {

    private static final String PATH = "/api/v1/sessions/staff";
    private final Edge edge = Edge.shared();

    /** A sign-in that was begun: where the browser was sent, and the cookie it keeps. */
    private record Begun(URI location, String cookie) {
        String state() {
            return FakeProvider.form(location.getRawQuery()).getOrDefault("state", "");
        }
    }

    private Begun begin() {
        HttpResponse<String> answer = edge.get(PATH);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return new Begun(
                URI.create(answer.headers().firstValue("Location").orElseThrow()),
                answer.headers().firstValue("Set-Cookie").orElseThrow());
    }

    private HttpResponse<String> callback(String code, String state, String cookie) {
        return edge.get(PATH + "/callback?code=" + code + "&state=" + state, "Cookie", cookie.split(";", 2)[0]);
    }

    private HttpResponse<String> signIn(UnaryOperator<JWTClaimsSet.Builder> claims) {
        edge.provider.claims = claims;
        Begun begun = begin();
        return callback(edge.provider.signIn(begun.location()), begun.state(), begun.cookie());
    }

    @AfterEach
    void honestAgain() {
        edge.provider.claims = it -> it;
        edge.provider.algorithm = "RS256";
    }

    @Test
    void aJudgeSignsInAndIsKnownByRoleAndCourt() throws Exception {
        HttpResponse<String> answer = signIn(it -> it);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(json(answer).propertyNames())
                .containsExactlyInAnyOrder("accessToken", "refreshToken", "tokenType", "expiresIn");
        JWTClaimsSet claims =
                SignedJWT.parse(json(answer).get("accessToken").asString()).getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo("songjiang-judge-1");
        assertThat(claims.getStringClaim("court")).isEqualTo("沪0117");
        assertThat(claims.getStringListClaim("roles")).containsExactly("ENFORCEMENT_JUDGE");
        assertThat(claims.getAudience()).containsExactly("court-platform");
        assertThat(claims.getClaims()).doesNotContainKeys("name", "person");
        assertThat(edge.get("/api/v1/sessions/current", bearer(json(answer))).body())
                .contains("songjiang-judge-1", "沪0117");
    }

    @Test
    void theBrowserIsSentWithStateNonceAndChallengeAndAFixedWayBack() {
        Begun begun = begin();

        Map<String, String> request = FakeProvider.form(begun.location().getRawQuery());
        assertThat(request)
                .containsEntry("response_type", "code")
                .containsEntry("client_id", "gateway")
                .containsEntry("scope", "openid")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", Edge.ISSUER + PATH + "/callback")
                .containsKeys("state", "nonce", "code_challenge");
        assertThat(begun.cookie()).contains("HttpOnly", "SameSite=Lax", "Max-Age=600", "Path=" + PATH);
        assertThat(begun.cookie()).doesNotContain(begun.state());
    }

    @Test
    void aBrowserGetsAPageThatNothingKeepsAndNoAddressHoldsATokenIn() {
        Begun begun = begin();
        String code = edge.provider.signIn(begun.location());

        HttpResponse<String> answer = browserCallback(code, begun);
        HttpResponse<String> again = browserCallback(code, begun);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.body()).containsPattern("data-access=\"ey[^\"]+\"");
        assertThat(again.statusCode()).isEqualTo(401);
        assertThat(again.body()).contains("data-access=\"\"").contains("统一身份认证没有确认您的身份");
    }

    private HttpResponse<String> browserCallback(String code, Begun begun) {
        return edge.get(
                PATH + "/callback?code=" + code + "&state=" + begun.state(),
                "Cookie",
                begun.cookie().split(";", 2)[0],
                "Accept",
                "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    @Test
    void operationsSignInWithoutACourt() {
        HttpResponse<String> answer =
                signIn(it -> it.subject("ops").claim("roles", List.of("OPS")).claim("court", null));

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void anotherStateIsRefused() {
        Begun begun = begin();
        String code = edge.provider.signIn(begun.location());

        assertProblem(callback(code, "another", begun.cookie()), 401, "signin.not_confirmed");
        assertProblem(
                edge.get(
                        PATH + "/callback?code=" + code,
                        "Cookie",
                        begun.cookie().split(";", 2)[0]),
                401,
                "signin.not_confirmed");
    }

    @Test
    void anotherNonceIsRefused() {
        assertProblem(signIn(it -> it.claim("nonce", "another")), 401, "signin.not_confirmed");
        assertProblem(signIn(it -> it.claim("nonce", null)), 401, "signin.not_confirmed");
    }

    @Test
    void aCodeShownTwiceIsRefused() {
        Begun begun = begin();
        String code = edge.provider.signIn(begun.location());
        assertThat(callback(code, begun.state(), begun.cookie()).statusCode()).isEqualTo(200);

        assertProblem(callback(code, begun.state(), begun.cookie()), 401, "signin.not_confirmed");
    }

    @Test
    void aCodeFromAnotherSignInIsRefused() {
        Begun mine = begin();
        Begun theirs = begin();

        assertProblem(
                callback(edge.provider.signIn(theirs.location()), mine.state(), mine.cookie()),
                401,
                "signin.not_confirmed");
    }

    @Test
    void aCallbackInAnotherBrowserIsRefused() {
        Begun begun = begin();
        String code = edge.provider.signIn(begun.location());

        assertProblem(edge.get(PATH + "/callback?code=" + code + "&state=" + begun.state()), 400, "signin.start_again");
        assertProblem(callback(code, begun.state(), "staff-sign-in=QUVTMS4x"), 400, "signin.start_again");
        assertProblem(callback(code, begun.state(), "staff-sign-in=%%%"), 400, "signin.start_again");
    }

    @Test
    void aSignInBegunTooLongAgoIsRefused() {
        Begun begun = begin();
        String code = edge.provider.signIn(begun.location());
        String old = "{\"state\":\"" + begun.state()
                + "\",\"nonce\":\"n\",\"verifier\":\"v\",\"until\":\"2020-01-01T00:00:00Z\"}";
        byte[] sealed = edge.bean(KeyPort.class)
                .wrap(old.getBytes(StandardCharsets.UTF_8), "gateway staff sign-in".getBytes(StandardCharsets.UTF_8));

        assertProblem(
                callback(
                        code,
                        begun.state(),
                        "staff-sign-in="
                                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed)),
                400,
                "signin.start_again");
    }

    @Test
    void theProvidersOwnRefusalIsTold() {
        Begun begun = begin();

        assertProblem(
                edge.get(
                        PATH + "/callback?error=access_denied&state=" + begun.state(),
                        "Cookie",
                        begun.cookie().split(";", 2)[0]),
                401,
                "signin.not_confirmed");
        assertProblem(
                edge.get(
                        PATH + "/callback?state=" + begun.state(),
                        "Cookie",
                        begun.cookie().split(";", 2)[0]),
                400,
                "signin.start_again");
    }

    @Test
    void anExpiredIdTokenIsRefused() {
        assertProblem(
                signIn(it -> it.issueTime(Date.from(Instant.now().minusSeconds(900)))
                        .expirationTime(Date.from(Instant.now().minusSeconds(600)))),
                401,
                "signin.not_confirmed");
    }

    @Test
    void anIdTokenOfAnotherIssuerOrForAnotherClientIsRefused() {
        assertProblem(signIn(it -> it.issuer("http://elsewhere")), 401, "signin.not_confirmed");
        assertProblem(signIn(it -> it.audience("another")), 401, "signin.not_confirmed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "other"})
    void anIdTokenSignedOtherwiseIsRefused(String algorithm) {
        edge.provider.algorithm = algorithm;

        assertProblem(signIn(it -> it), 401, "signin.not_confirmed");
    }

    @Test
    void aRoleThatIsNoneOfTheCourtsIsRefused() {
        for (List<String> roles : List.of(
                List.of("ADMIN"), List.of("PARTY"), List.of("SERVICE"), List.of("CLERK", "ADMIN"), List.<String>of())) {
            assertProblem(signIn(it -> it.claim("roles", roles)), 403, "signin.role_unknown");
        }
        assertProblem(signIn(it -> it.claim("roles", "CLERK")), 403, "signin.role_unknown");
        assertProblem(signIn(it -> it.claim("roles", null)), 403, "signin.role_unknown");
    }

    @Test
    void aJudgeWithoutACourtIsRefused() {
        assertProblem(signIn(it -> it.claim("court", null)), 403, "signin.role_unknown");
        assertProblem(signIn(it -> it.claim("court", "x' or 1=1")), 403, "signin.role_unknown");
    }

    @Test
    void theGatewayStartsWithoutTheProviderAndSaysThatItIsAway() {
        Edge alone = edge.another(Map.of("court.oidc.issuer", "http://127.0.0.1:9"));

        assertProblem(alone.get(PATH), 503, "signin.provider_away");
        assertThat(alone.party(Edge.ID_NUMBER).has("accessToken")).isTrue();
    }
}
