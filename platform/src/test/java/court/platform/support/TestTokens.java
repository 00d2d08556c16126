package court.platform.support;

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
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays the gateway for one service under test: signs platform tokens and serves the public key. */
public final class TestTokens {

    public static final String ISSUER = "http://issuer.test";

    private final ECKey key;
    private final HttpServer server;
    private final Duration lasts;

    public TestTokens() {
        this(Duration.ofMinutes(15));
    }

    /** For tests that move the clock: tokens that are good for as long as this. */
    public TestTokens(Duration lasts) {
        this.lasts = lasts;
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException failed) {
            throw new IllegalStateException(failed);
        }
        byte[] keys = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        server.createContext("/jwks", exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
        });
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
    }

    /** What a service needs to be told to trust these tokens. */
    public Map<String, Object> properties() {
        return Map.of(
                "court.token.issuer",
                ISSUER,
                "court.token.keys",
                "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks");
    }

    public String staff(String id, String court, String... roles) {
        return sign(claims(id, List.of(roles)).claim("court", court), "court-platform");
    }

    public String party(String personKey) {
        return sign(
                claims(
                                UUID.nameUUIDFromBytes(personKey.getBytes(StandardCharsets.UTF_8))
                                        .toString(),
                                List.of("PARTY"))
                        .claim("person", personKey),
                "court-platform");
    }

    /** A person who signed in through a WeChat account, sealed. */
    public String through(String personKey, String weChat) {
        return sign(
                claims(
                                UUID.nameUUIDFromBytes(personKey.getBytes(StandardCharsets.UTF_8))
                                        .toString(),
                                List.of("PARTY"))
                        .claim("person", personKey)
                        .claim("wechat", weChat),
                "court-platform");
    }

    /** A person in a session that was opened this way. */
    public String via(String personKey, String via) {
        return sign(
                claims(
                                UUID.nameUUIDFromBytes(personKey.getBytes(StandardCharsets.UTF_8))
                                        .toString(),
                                List.of("PARTY"))
                        .claim("person", personKey)
                        .claim("via", via),
                "court-platform");
    }

    /** A person who acts for organisations. */
    public String acting(String personKey, String... organisations) {
        return sign(
                claims(
                                UUID.nameUUIDFromBytes(personKey.getBytes(StandardCharsets.UTF_8))
                                        .toString(),
                                List.of("PARTY"))
                        .claim("person", personKey)
                        .claim("acts_for", List.of(organisations)),
                "court-platform");
    }

    public String operations() {
        return sign(claims("ops", List.of("OPS")), "court-platform");
    }

    public String service(String id) {
        return sign(claims(id, List.of("SERVICE")), "court-services");
    }

    private JWTClaimsSet.Builder claims(String subject, List<String> roles) {
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(ISSUER)
                .claim("roles", roles)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(lasts)));
    }

    private String sign(JWTClaimsSet.Builder claims, @Nullable String audience) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType("at+jwt"))
                            .keyID("test")
                            .build(),
                    claims.audience(audience).build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
