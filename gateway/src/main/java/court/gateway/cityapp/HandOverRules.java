package court.gateway.cityapp;

import com.nimbusds.jwt.JWTClaimsSet;
import court.gateway.token.Sha256;
import court.platform.identity.IdType;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a signed token must say before it hands anybody over: by whom, to us alone, for how long, once, and about whom. */
final class HandOverRules {

    /** The longest a token may be good. */
    static final Duration AT_MOST = Duration.ofMinutes(5);

    /** How far the app's clock may be ahead of ours. Behind it may not be: an end is an end. */
    static final Duration AHEAD = Duration.ofSeconds(30);

    private static final int LONGEST_ID = 128;

    private final String issuer;
    private final String audience;

    HandOverRules(String issuer, String audience) {
        this.issuer = issuer;
        this.audience = audience;
    }

    HandOver check(JWTClaimsSet claims, Instant now) {
        if (!issuer.equals(needed("iss", claims.getIssuer()))) {
            throw CityAppRefusal.ISSUER_WRONG.because();
        }
        // for nobody else: who else got it could sign in with it here
        if (!List.of(audience).equals(claims.getAudience())) {
            throw CityAppRefusal.AUDIENCE_WRONG.because();
        }
        Instant until = time(claims, now);
        return new HandOver(
                once(claims),
                until,
                text(claims, "name"),
                idType(text(claims, "idType")),
                text(claims, "idNumber"),
                text(claims, "phone"));
    }

    private static Instant time(JWTClaimsSet claims, Instant now) {
        Instant until = needed("exp", instant(claims.getExpirationTime()));
        Instant issued = needed("iat", instant(claims.getIssueTime()));
        Instant from = claims.getNotBeforeTime() == null
                ? issued
                : claims.getNotBeforeTime().toInstant();
        if (now.plus(AHEAD).isBefore(issued) || now.plus(AHEAD).isBefore(from)) {
            throw CityAppRefusal.NOT_YET_VALID.because();
        }
        if (issued.plus(AT_MOST).isBefore(until)) {
            throw CityAppRefusal.LASTS_TOO_LONG.because();
        }
        return until;
    }

    private static String once(JWTClaimsSet claims) {
        String id = needed("jti", claims.getJWTID());
        if (id.isBlank() || id.length() > LONGEST_ID) {
            throw CityAppRefusal.CLAIM_MISSING.because("jti");
        }
        return HexFormat.of().formatHex(Sha256.of(id));
    }

    private static String text(JWTClaimsSet claims, String name) {
        try {
            String text = needed(name, claims.getStringClaim(name));
            if (!text.isBlank()) {
                return text;
            }
        } catch (ParseException noText) {
            // told below
        }
        throw CityAppRefusal.CLAIM_MISSING.because(name);
    }

    private static IdType idType(String name) {
        return Arrays.stream(IdType.values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> CityAppRefusal.CLAIM_MISSING.because("idType"));
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }

    private static <T> T needed(String claim, @Nullable T value) {
        if (value == null) {
            throw CityAppRefusal.CLAIM_MISSING.because(claim);
        }
        return value;
    }
}
