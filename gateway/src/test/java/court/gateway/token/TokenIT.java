package court.gateway.token;

import static court.gateway.support.Edge.json;
import static court.gateway.support.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import court.gateway.support.Edge;
import court.platform.support.RealPostgres;
import court.platform.vault.KeyPort;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

class TokenIT {

    private final Edge edge = Edge.shared();

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aServiceGetsATokenForTheInternalPathsOfOthers() throws Exception {
        HttpResponse<String> answer =
                edge.post("/internal/v1/tokens", "", "Authorization", basic("filing:filing-secret"));

        assertThat(answer.statusCode()).isEqualTo(200);
        SignedJWT token = SignedJWT.parse(json(answer).get("accessToken").asString());
        JWKSet published = JWKSet.parse(edge.get("/.well-known/jwks.json").body());
        assertThat(token.verify(new ECDSAVerifier(
                        published.getKeyByKeyId(token.getHeader().getKeyID()).toECKey())))
                .isTrue();
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("court-services");
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("filing");
        assertThat(token.getJWTClaimsSet().getStringListClaim("roles")).containsExactly("SERVICE");
        assertProblem(edge.get("/api/v1/filings", Edge.bearer(token.serialize())), 401, "access.token_invalid");
    }

    @Test
    void wrongCredentialsOfAServiceAreRefused() {
        for (String pair :
                List.of("filing:wrong", "filing:", "nobody:", "empty:", "filing", "filing:filing-secret:x")) {
            assertProblem(
                    edge.post("/internal/v1/tokens", "", "Authorization", basic(pair)),
                    401,
                    "client.credentials_wrong");
        }
        assertProblem(edge.post("/internal/v1/tokens", ""), 401, "client.credentials_wrong");
        assertProblem(
                edge.post("/internal/v1/tokens", "", "Authorization", "Basic %%%"), 401, "client.credentials_wrong");
    }

    @Test
    void onlyPublicHalvesArePublished() throws Exception {
        JWKSet published = JWKSet.parse(edge.get("/.well-known/jwks.json").body());

        assertThat(published.getKeys()).hasSize(1).noneMatch(it -> it.isPrivate());
        assertThat(published.getKeys().getFirst().toECKey().getAlgorithm().getName())
                .isEqualTo("ES256");
    }

    @Test
    void gatewaysStartingAtOnceAgreeOnOneKey() {
        RealPostgres.Database database = RealPostgres.fresh();
        Flyway.configure()
                .dataSource(database.jdbcUrl(), "postgres", "postgres")
                .locations("classpath:db/platform", "classpath:db/service")
                .load()
                .migrate();
        DatabaseClient client =
                DatabaseClient.create(ConnectionFactories.get(ConnectionFactoryOptions.parse(database.r2dbcUrl())
                        .mutate()
                        .option(ConnectionFactoryOptions.USER, "postgres")
                        .option(ConnectionFactoryOptions.PASSWORD, "postgres")
                        .build()));
        KeyPort safe = edge.bean(KeyPort.class);

        List<String> ids = Flux.fromStream(IntStream.range(0, 8).boxed())
                .flatMap(it -> new SigningKeys(client, safe, Clock.systemUTC()).current(), 8)
                .map(it -> it.getKeyID())
                .collectList()
                .block();

        assertThat(ids).hasSize(8);
        assertThat(ids.stream().distinct()).hasSize(1);
    }

    @Test
    void thePrivateHalfIsNotInTheDatabase() throws Exception {
        try (var connection = edge.database.connect();
                var rows = connection.createStatement().executeQuery("""
                        select public_key, encode(wrapped_key, 'escape') from signing_key""")) {
            rows.next();
            assertThat(rows.getString(1)).doesNotContain("\"d\"");
            assertThat(rows.getString(2)).startsWith("AES1.").doesNotContain("\"d\"");
        }
    }
}
