package court.gateway.token;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;

/** The public halves of the signing keys, as everybody may have them (RFC 7517). */
public record PublicKeys(List<JWK> keys) {

    public PublicKeys {
        keys = keys.stream().map(JWK::toPublicJWK).toList();
    }

    String json() {
        return new JWKSet(keys).toString();
    }
}
