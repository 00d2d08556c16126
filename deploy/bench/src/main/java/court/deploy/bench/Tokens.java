package court.deploy.bench;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;

/** Stands in for the gateway: signs platform tokens with a key made for this run and gives out its public half. */
final class Tokens {

    static final String ISSUER = "http://issuer.bench";

    private static final String AUDIENCE = "court-platform";
    private static final String KEY = "bench";
    private static final Duration LONGER_THAN_A_RUN = Duration.ofHours(12);

    private final ECKey key;
    private final HttpServer server;

    Tokens() throws JOSEException, IOException {
        key = new ECKeyGenerator(Curve.P_256).keyID(KEY).generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
    }

    /** Where the service fetches the public key. */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
    }

    String party(String personKey) throws JOSEException {
        String account = UUID.nameUUIDFromBytes(personKey.getBytes(StandardCharsets.UTF_8))
                .toString();
        return sign(claims(account, "PARTY").claim("person", personKey));
    }

    String filingJudge(String court) throws JOSEException {
        return sign(claims("bench-filing", "FILING_JUDGE").claim("court", court));
    }

    String judge(String staffId, String court) throws JOSEException {
        return sign(claims(staffId, "ENFORCEMENT_JUDGE").claim("court", court));
    }

    private static JWTClaimsSet.Builder claims(String subject, String role) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .claim("roles", List.of(role))
                .jwtID(UUID.randomUUID().toString())
                .claim("sid", UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LONGER_THAN_A_RUN)));
    }

    private String sign(JWTClaimsSet.Builder claims) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("at+jwt"))
                .keyID(KEY)
                .build();
        SignedJWT token = new SignedJWT(header, claims.build());
        token.sign(new ECDSASigner(key));
        return token.serialize();
    }
}
