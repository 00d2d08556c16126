package court.gateway.cityapp;

import static court.gateway.support.CityAppOutside.AUDIENCE;
import static court.gateway.support.CityAppOutside.ISSUER;
import static court.gateway.support.CityAppOutside.claims;
import static court.gateway.support.CityAppOutside.freshKey;
import static court.gateway.support.CityAppOutside.sign;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import court.platform.identity.IdType;
import court.platform.model.Refusal;
import court.platform.model.Refused;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandOverTest {

    private static final String NUMBER = "11010519491231002X";
    private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    private static final ECKey KEY = freshKey("app");

    private final HandOverRules rules = new HandOverRules(ISSUER, AUDIENCE);

    private HandOver read(String text, Instant now) {
        return rules.check(HandOverToken.parse(text).open(KEY.toPublicJWK()), now);
    }

    private static String token(UnaryOperator<JWTClaimsSet.Builder> change) {
        return sign(change.apply(claims(NUMBER, NOW)).build(), KEY, "app", "hand-over+jwt");
    }

    private static String token() {
        return token(it -> it);
    }

    @Test
    void aTokenTellsWhoIsHandedOver() {
        HandOver read = read(token(), NOW);

        assertThat(read.name()).isEqualTo("演示市民");
        assertThat(read.idType()).isEqualTo(IdType.ID_CARD);
        assertThat(read.idNumber()).isEqualTo(NUMBER);
        assertThat(read.phone()).isEqualTo("13812345678");
        assertThat(read.until()).isEqualTo(NOW.plusSeconds(120));
        assertThat(read.sha256()).matches("[0-9a-f]{64}");
        assertThat(read.toString()).doesNotContain(NUMBER, "演示市民");
    }

    @Test
    void aTokenThatIsNotSignedIsNotBelieved() {
        String unsigned = new PlainJWT(claims(NUMBER, NOW).build()).serialize();

        refused(CityAppRefusal.ALGORITHM_WRONG, () -> HandOverToken.parse(unsigned));
    }

    @Test
    void thePublicKeyIsNotTakenForASharedSecret() throws JOSEException {
        SignedJWT forged = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("app").build(),
                claims(NUMBER, NOW).build());
        forged.sign(new MACSigner(KEY.toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));

        refused(CityAppRefusal.ALGORITHM_WRONG, () -> HandOverToken.parse(forged.serialize()));
    }

    @Test
    void aTokenSignedWithAnotherKeyOrChangedOnTheWayIsNotBelieved() {
        String foreign = sign(claims(NUMBER, NOW).build(), freshKey("app"), "app", "hand-over+jwt");
        String[] parts = token().split("\\.");
        String[] other = token(it -> it.claim("idNumber", "440524188001010014")).split("\\.");

        refused(CityAppRefusal.SIGNATURE_WRONG, () -> read(foreign, NOW));
        refused(CityAppRefusal.SIGNATURE_WRONG, () -> read(parts[0] + "." + other[1] + "." + parts[2], NOW));
    }

    @Test
    void aTokenOfAnotherTypeIsNoHandOver() {
        refused(
                CityAppRefusal.TYPE_WRONG,
                () -> HandOverToken.parse(sign(claims(NUMBER, NOW).build(), KEY, "app", "at+jwt")));
    }

    @Test
    void aTokenThatNamesNoKeyIsNotTriedWithAny() {
        String nameless = sign(claims(NUMBER, NOW).build(), KEY, null, "hand-over+jwt");

        refused(CityAppRefusal.KEY_UNKNOWN, () -> HandOverToken.parse(nameless));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "a.b.c", "{}", "ey..", "....", "eyJhbGciOiJFUzI1NiJ9.e30"})
    void whatIsNoTokenIsRefused(String text) {
        refused(text.isBlank() ? CityAppRefusal.TOKEN_MISSING : CityAppRefusal.TOKEN_UNREADABLE, () -> read(text, NOW));
    }

    @Test
    void aVeryLongTokenIsNotEvenRead() {
        refused(
                CityAppRefusal.TOKEN_UNREADABLE,
                () -> HandOverToken.parse(token(it -> it.claim("name", "名".repeat(2_000)))));
    }

    @Test
    void onlyTheAppMaySayItAndOnlyToUs() {
        refused(CityAppRefusal.ISSUER_WRONG, () -> read(token(it -> it.issuer("https://other.test")), NOW));
        refused(CityAppRefusal.AUDIENCE_WRONG, () -> read(token(it -> it.audience("parking")), NOW));
        refused(CityAppRefusal.AUDIENCE_WRONG, () -> read(token(it -> it.audience(List.of(AUDIENCE, "parking"))), NOW));
        refused(CityAppRefusal.AUDIENCE_WRONG, () -> read(token(it -> it.audience((String) null)), NOW));
    }

    @Test
    @DisplayName("a token is good for five minutes at most, from when it was made until its end, not a second longer")
    void aTokenHasItsTime() {
        assertThat(read(token(), NOW.plusSeconds(119)).until()).isEqualTo(NOW.plusSeconds(120));
        assertThat(read(token(), NOW).hasEnded(NOW.plusSeconds(119))).isFalse();
        assertThat(read(token(), NOW).hasEnded(NOW.plusSeconds(120))).isTrue();
        assertThat(read(token(it -> it.expirationTime(Date.from(NOW.plusSeconds(300)))), NOW)
                        .until())
                .isEqualTo(NOW.plusSeconds(300));
        refused(
                CityAppRefusal.LASTS_TOO_LONG,
                () -> read(token(it -> it.expirationTime(Date.from(NOW.plusSeconds(301)))), NOW));
        assertThat(read(token(), NOW.minusSeconds(30)).name()).isNotEmpty();
        refused(CityAppRefusal.NOT_YET_VALID, () -> read(token(), NOW.minusSeconds(31)));
        refused(
                CityAppRefusal.NOT_YET_VALID,
                () -> read(token(it -> it.notBeforeTime(Date.from(NOW.plusSeconds(31)))), NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "exp", "iat", "jti", "name", "idType", "idNumber", "phone"})
    void everyClaimIsNeeded(String claim) {
        refused(CityAppRefusal.CLAIM_MISSING, () -> read(token(it -> it.claim(claim, null)), NOW));
    }

    @Test
    void aClaimOfAnotherKindIsAsGoodAsMissing() {
        refused(CityAppRefusal.CLAIM_MISSING, () -> read(token(it -> it.claim("phone", 13812345678L)), NOW));
        refused(CityAppRefusal.CLAIM_MISSING, () -> read(token(it -> it.claim("idType", "LIBRARY_CARD")), NOW));
        refused(CityAppRefusal.CLAIM_MISSING, () -> read(token(it -> it.jwtID(" ")), NOW));
        refused(CityAppRefusal.CLAIM_MISSING, () -> read(token(it -> it.jwtID("x".repeat(129))), NOW));
    }

    private static void refused(Refusal refusal, ThrowingCallable step) {
        assertThatThrownBy(step)
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.refusal()).isEqualTo(refusal));
    }
}
