package court.deploy.simulators.cityapp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import court.deploy.simulators.verification.Register.Citizen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Makes the tokens that hand a user over to the court: signed, for two minutes, good once. */
final class HandOvers {

    static final String TYPE = "hand-over+jwt";
    private static final Duration LAST = Duration.ofMinutes(2);

    private final CityAppKey key;
    private final String issuer;
    private final String audience;
    private final Clock clock;

    HandOvers(CityAppKey key, String issuer, String audience, Clock clock) {
        this.key = key;
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    String of(Citizen user, Flaw flaw) {
        JWTClaimsSet claims = claims(user, flaw);
        if (flaw == Flaw.UNSIGNED) {
            return new PlainJWT(claims).serialize();
        }
        ECKey signing = flaw == Flaw.WRONG_KEY || flaw == Flaw.UNKNOWN_KEY ? key.kept() : key.published();
        ECKey named = flaw == Flaw.UNKNOWN_KEY ? key.kept() : key.published();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(flaw == Flaw.OTHER_TYPE ? "JWT" : TYPE))
                .keyID(named.getKeyID())
                .build();
        return signed(new SignedJWT(header, claims), signing);
    }

    private JWTClaimsSet claims(Citizen user, Flaw flaw) {
        Instant issued = clock.instant().minus(flaw == Flaw.EXPIRED ? Duration.ofMinutes(6) : Duration.ZERO);
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(flaw == Flaw.FOREIGN_AUDIENCE ? "parking" : audience)
                .issueTime(Date.from(issued))
                .expirationTime(Date.from(issued.plus(flaw == Flaw.LONG ? Duration.ofDays(1) : LAST)))
                .claim("name", user.name())
                .claim("idType", user.idType())
                .claim("idNumber", user.idNumber());
        if (flaw != Flaw.NO_ID) {
            claims.jwtID(UUID.randomUUID().toString());
        }
        return (flaw == Flaw.NO_PHONE ? claims : claims.claim("phone", user.phone())).build();
    }

    private static String signed(SignedJWT token, ECKey with) {
        try {
            token.sign(new ECDSASigner(with));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
