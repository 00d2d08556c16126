package court.deploy.simulators.cityapp;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** The app's own key: made when it starts, as after a change of keys. */
final class CityAppKey {

    private final ECKey published = fresh();
    private final ECKey kept = fresh();

    /** The key it signs with. */
    ECKey published() {
        return published;
    }

    /** A key that nobody was told of. */
    ECKey kept() {
        return kept;
    }

    /** The public half, as anybody may read it (RFC 7517). */
    String publicKeys() {
        return new JWKSet(published).toString(true);
    }

    private static ECKey fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
