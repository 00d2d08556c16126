package court.gateway.cityapp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;

/**
 * A token of the city app as it came: one algorithm, one type, and a key of its own that is named (RFC 8725 §§3.1, 3.11).
 * Nothing it says is read before its signature was found right.
 */
final class HandOverToken {

    static final JWSAlgorithm ALGORITHM = JWSAlgorithm.ES256;
    static final String TYPE = "hand-over+jwt";
    private static final int LONGEST = 4_096;

    private final SignedJWT token;
    private final String keyId;

    private HandOverToken(SignedJWT token, String keyId) {
        this.token = token;
        this.keyId = keyId;
    }

    /** Refuses what is no token of the agreed kind, whoever made it. */
    static HandOverToken parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw CityAppRefusal.TOKEN_MISSING.because();
        }
        if (text.length() > LONGEST) {
            throw CityAppRefusal.TOKEN_UNREADABLE.because();
        }
        SignedJWT token = signed(text);
        JWSHeader header = token.getHeader();
        if (!ALGORITHM.equals(header.getAlgorithm())) {
            throw CityAppRefusal.ALGORITHM_WRONG.because();
        }
        if (header.getType() == null || !TYPE.equals(header.getType().getType())) {
            throw CityAppRefusal.TYPE_WRONG.because();
        }
        if (header.getKeyID() == null) {
            throw CityAppRefusal.KEY_UNKNOWN.because();
        }
        return new HandOverToken(token, header.getKeyID());
    }

    private static SignedJWT signed(String text) {
        try {
            if (JWTParser.parse(text) instanceof SignedJWT token) {
                return token;
            }
        } catch (ParseException unreadable) {
            throw CityAppRefusal.TOKEN_UNREADABLE.because();
        }
        throw CityAppRefusal.ALGORITHM_WRONG.because();
    }

    /** The key it says it is signed with. */
    String keyId() {
        return keyId;
    }

    /** What it says, once its signature was found right. */
    JWTClaimsSet open(ECKey key) {
        try {
            if (!token.verify(new ECDSAVerifier(key))) {
                throw CityAppRefusal.SIGNATURE_WRONG.because();
            }
            return token.getJWTClaimsSet();
        } catch (JOSEException otherCurve) {
            throw CityAppRefusal.SIGNATURE_WRONG.because();
        } catch (ParseException unreadable) {
            throw CityAppRefusal.TOKEN_UNREADABLE.because();
        }
    }
}
