package court.deploy.simulators.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole code flow, played over HTTP as the gateway and a browser would. */
@SpringBootTest(
        classes = StaffSignInTest.IdentityProviderAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "court.simulators.gateway-secret=a secret",
            "court.simulators.staff=../local/demo/staff.json"
        })
class StaffSignInTest {

    @SpringBootApplication
    static class IdentityProviderAlone {}

    private static final String CALLBACK = "http://127.0.0.1:8080/api/v1/sessions/staff/callback";
    private static final String VERIFIER = "a-verifier-of-the-length-that-rfc-7636-asks-for-0123456789";
    private static final Pattern TOKEN = Pattern.compile("name=\"(_csrf)\" value=\"([^\"]+)\"");

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Test
    void aJudgeSignsInAndTheGatewayLearnsWhoItIs() throws Exception {
        URI back = signIn("songjiang-judge-1", "demo", challenge());

        JWTClaimsSet claims = claims(exchange(code(back), VERIFIER, "a secret"));

        assertThat(query(back)).containsEntry("state", "a state+/=");
        assertThat(claims.getIssuer()).isEqualTo("http://127.0.0.1:8090");
        assertThat(claims.getAudience()).containsExactly("gateway");
        assertThat(claims.getSubject()).isEqualTo("songjiang-judge-1");
        assertThat(claims.getStringClaim("preferred_username")).isEqualTo("songjiang-judge-1");
        assertThat(claims.getStringClaim("name")).isEqualTo("松江执行法官一");
        assertThat(claims.getStringListClaim("roles")).containsExactly("ENFORCEMENT_JUDGE");
        assertThat(claims.getStringClaim("court")).isEqualTo("沪0117");
        assertThat(claims.getStringClaim("nonce")).isEqualTo("a nonce");
    }

    @Test
    void readinessIsToldWithoutSignIn() throws Exception {
        URI readiness = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");

        assertThat(send(HttpRequest.newBuilder(readiness)).body()).contains("UP");
    }

    @Test
    void operationsBelongToNoCourt() throws Exception {
        URI back = signIn("ops", "demo", challenge());

        JWTClaimsSet claims = claims(exchange(code(back), VERIFIER, "a secret"));

        assertThat(claims.getStringListClaim("roles")).containsExactly("OPS");
        assertThat(claims.getClaim("court")).isNull();
    }

    @Test
    void theNextSignInAsksAgain() throws Exception {
        signIn("songjiang-judge-1", "demo", challenge());

        assertThat(location(get(authorize(challenge())))).hasPath("/login");
    }

    @Test
    void aWrongPasswordIsToldInChinese() throws Exception {
        URI refused = signIn("songjiang-judge-1", "wrong", challenge());

        HttpResponse<String> page = get(refused);

        assertThat(refused).hasPath("/login").hasQuery("error");
        assertThat(page.body()).contains("账号或密码不正确");
    }

    @Test
    void aCodeIsWorthNothingWithoutTheVerifier() throws Exception {
        String code = code(signIn("songjiang-judge-1", "demo", challenge()));

        assertThat(exchange(code, VERIFIER + "-another", "a secret").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCodeIsWorthNothingWithoutTheGatewaysSecret() throws Exception {
        String code = code(signIn("songjiang-judge-1", "demo", challenge()));

        assertThat(exchange(code, VERIFIER, "a guess").statusCode()).isEqualTo(401);
    }

    @Test
    void aRequestWithoutProofKeyIsRefused() throws Exception {
        URI back = signIn("songjiang-judge-1", "demo", "");

        assertThat(query(back)).containsEntry("error", "invalid_request").doesNotContainKey("code");
    }

    private URI signIn(String account, String password, String challenge) throws Exception {
        HttpResponse<String> start = get(authorize(challenge));
        if (!"/login".equals(location(start).getPath())) {
            return location(start);
        }
        Matcher csrf = TOKEN.matcher(get(location(start)).body());
        assertThat(csrf.find()).isTrue();
        String form = form(Map.of("username", account, "password", password, csrf.group(1), csrf.group(2)));
        URI next = location(send(HttpRequest.newBuilder(at("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))));
        return "/login".equals(next.getPath()) ? next : location(get(next));
    }

    private URI authorize(String challenge) {
        String query = form(Map.of(
                "response_type", "code",
                "client_id", "gateway",
                "redirect_uri", CALLBACK,
                "scope", "openid profile",
                "state", "a state+/=",
                "nonce", "a nonce"));
        String proof = challenge.isEmpty() ? "" : "&code_challenge_method=S256&code_challenge=" + challenge;
        return at("/oauth2/authorize?" + query + proof);
    }

    private HttpResponse<String> exchange(String code, String verifier, String secret) throws Exception {
        String form = form(Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK, "code_verifier", verifier));
        String basic =
                Base64.getEncoder().encodeToString(("gateway:" + URLEncoder.encode(secret, UTF_8)).getBytes(UTF_8));
        return send(HttpRequest.newBuilder(at("/oauth2/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private JWTClaimsSet claims(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode tokens = json.readTree(answer.body());
        SignedJWT token = SignedJWT.parse(tokens.get("id_token").stringValue());
        JWKSet keys = JWKSet.parse(get(at("/oauth2/jwks")).body());
        var key = keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        return token.getJWTClaimsSet();
    }

    private static String challenge() throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }

    private static String code(URI back) {
        assertThat(back.toString()).startsWith(CALLBACK);
        return query(back).get("code");
    }

    private static Map<String, String> query(URI uri) {
        return List.of(uri.getRawQuery().split("&")).stream()
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> get(URI uri) throws Exception {
        return send(HttpRequest.newBuilder(uri).header("Accept", "text/html"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI location(HttpResponse<String> response) {
        String place = response.headers().firstValue("Location").orElseThrow();
        return response.uri().resolve(place);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
