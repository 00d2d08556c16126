package court.gateway.support;

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
import court.platform.time.CourtClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plays the city app: its keys over HTTP, and tokens right or wrong. */
public final class CityAppOutside {

    public static final String ISSUER = "https://cityapp.test";
    public static final String AUDIENCE = "the-court";
    public static final String PATH = "/api/v1/sessions/suishenban";
    private static final String KEYS = "/keys";

    public final StubService app = new StubService("city app");
    public final Edge edge;
    private final Path offset;
    private ECKey key = freshKey("first");

    private CityAppOutside() {
        publish(key);
        try {
            offset = Files.createTempFile("offset", "");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Map<String, Object> told = new HashMap<>(properties());
        told.put("court.clock.offset-file", offset);
        edge = Edge.start(told);
    }

    private static final class Shared {
        static final CityAppOutside OUTSIDE = new CityAppOutside();
    }

    public static CityAppOutside shared() {
        return Shared.OUTSIDE;
    }

    /** Moves the clock of the gateway. */
    public void clock(Duration moved) {
        try {
            Files.writeString(offset, moved.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Now by the gateway's clock. */
    public Instant now() {
        return new CourtClock(offset).instant();
    }

    /** What the gateway is told of this app. */
    public Map<String, Object> properties() {
        return Map.of(
                "court.city-app.issuer",
                ISSUER,
                "court.city-app.audience",
                AUDIENCE,
                "court.city-app.keys",
                app.address() + KEYS);
    }

    public static ECKey freshKey(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public ECKey key() {
        return key;
    }

    /** From now on the app signs with this one and publishes no other. */
    public void publish(ECKey next) {
        key = next;
        String keys = new JWKSet(next).toString(true);
        app.on(KEYS, exchange -> StubService.answer(exchange, 200, "application/json", keys));
    }

    /** The app answers nothing usable. */
    public void away() {
        app.on(KEYS, exchange -> StubService.answer(exchange, 503, "text/plain", ""));
    }

    public long asked() {
        return app.count(KEYS);
    }

    /** What the app says of this person now. */
    public static JWTClaimsSet.Builder claims(String idNumber, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(120)))
                .jwtID(UUID.randomUUID().toString())
                .claim("name", "演示市民")
                .claim("idType", "ID_CARD")
                .claim("idNumber", idNumber)
                .claim("phone", "13812345678");
    }

    /** How many used tokens the gateway remembers. */
    public long spent() throws SQLException {
        try (Connection connection = edge.database.connect();
                var rows = connection.createStatement().executeQuery("select count(*) from spent_hand_over")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** A token for this person, as the app makes it now. */
    public String token(String idNumber) {
        return token(claims(idNumber, now()));
    }

    public String token(JWTClaimsSet.Builder claims) {
        return sign(claims.build(), key, key.getKeyID(), "hand-over+jwt");
    }

    public static String sign(JWTClaimsSet claims, ECKey with, @Nullable String keyId, String type) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .type(new JOSEObjectType(type))
                            .keyID(keyId)
                            .build(),
                    claims);
            token.sign(new ECDSASigner(with));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Somebody brings this token to the gateway. */
    public HttpResponse<String> bring(String token) {
        return bring(edge, token);
    }

    public static HttpResponse<String> bring(Edge edge, String token) {
        return edge.post(PATH, "{\"token\":\"" + token + "\"}");
    }
}
