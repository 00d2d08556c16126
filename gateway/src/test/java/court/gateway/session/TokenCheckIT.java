package court.gateway.session;

import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import court.gateway.support.Edge;
import court.platform.vault.KeyPort;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens made with the gateway's own key, right in all but one thing: so each refusal has one reason. */
class TokenCheckIT {

    private final Edge edge = Edge.shared();

    private static JWTClaimsSet.Builder good() {
        return new JWTClaimsSet.Builder()
                .issuer(Edge.ISSUER)
                .subject("songjiang-judge-1")
                .audience("court-platform")
                .claim("roles", List.of("ENFORCEMENT_JUDGE"))
                .claim("court", "沪0117")
                .claim("sid", UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(900)));
    }

    /** The gateway's signing key, taken out of its safe as only a test may. */
    private ECKey key() throws Exception {
        try (var connection = edge.database.connect();
                var rows = connection
                        .createStatement()
                        .executeQuery("select id, wrapped_key from signing_key where retired_at is null")) {
            rows.next();
            byte[] context = ("gateway signing key " + rows.getString(1)).getBytes(StandardCharsets.UTF_8);
            return ECKey.parse(
                    new String(edge.bean(KeyPort.class).unwrap(rows.getBytes(2), context), StandardCharsets.UTF_8));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private String signed(String type, UnaryOperator<JWTClaimsSet.Builder> change, ECKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(new JOSEObjectType(type))
                        .keyID(key.getKeyID())
                        .build(),
                change.apply(good()).build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }

    private void assertRefused(String token) {
        assertProblem(edge.get("/api/v1/filings", bearer(token)), 401, "access.token_invalid");
    }

    @Test
    void aTokenRightInEverythingIsTaken() throws Exception {
        assertThat(edge.get("/api/v1/filings", bearer(signed("at+jwt", it -> it, key())))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void withoutATokenOneIsAskedToSignIn() {
        var answer = edge.get("/api/v1/filings");

        assertProblem(answer, 401, "access.sign_in_needed");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "bearer two parts", "Bearer =", "Bearer a,b", "Basic YTpi", "Token"})
    void whatIsNoTokenIsRefused(String sent) {
        assertProblem(edge.get("/api/v1/filings", "Authorization", sent), 401, "access.token_invalid");
    }

    @Test
    void theSchemeIsKnownInAnyCase() throws Exception {
        String token = signed("at+jwt", it -> it, key());

        assertThat(edge.get("/api/v1/filings", "Authorization", "bEARER " + token)
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "id+jwt", "rt+jwt"})
    void anotherTypeIsRefused(String type) throws Exception {
        assertRefused(signed(type, it -> it, key()));
    }

    @Test
    void anotherAudienceIsRefused() throws Exception {
        assertRefused(signed("at+jwt", it -> it.audience("court-services"), key()));
        assertRefused(signed("at+jwt", it -> it.audience((String) null), key()));
    }

    @Test
    void anotherIssuerIsRefused() throws Exception {
        assertRefused(signed("at+jwt", it -> it.issuer("http://elsewhere"), key()));
    }

    @Test
    void anExpiredOrEndlessTokenIsRefused() throws Exception {
        assertRefused(
                signed("at+jwt", it -> it.expirationTime(Date.from(Instant.now().minusSeconds(120))), key()));
        assertRefused(signed("at+jwt", it -> it.expirationTime(null), key()));
    }

    @Test
    void aTokenWithoutSessionIsRefused() throws Exception {
        assertRefused(signed("at+jwt", it -> it.claim("sid", null), key()));
        assertRefused(signed("at+jwt", it -> it.claim("sid", "no uuid"), key()));
    }

    @Test
    void anotherKeyIsRefusedEvenUnderTheSameName() throws Exception {
        assertRefused(signed(
                "at+jwt",
                it -> it,
                new ECKeyGenerator(Curve.P_256).keyID(key().getKeyID()).generate()));
    }

    @Test
    void anUnsignedTokenIsRefused() {
        assertRefused(new PlainJWT(good().build()).serialize());
    }

    @Test
    void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .type(new JOSEObjectType("at+jwt"))
                        .keyID(key().getKeyID())
                        .build(),
                good().build());
        token.sign(new MACSigner(key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));

        assertRefused(token.serialize());
    }

    @Test
    void rubbishIsRefused() {
        assertRefused("rubbish");
    }
}
