package court.gateway.token;

import com.nimbusds.jose.jwk.ECKey;
import court.platform.vault.KeyPort;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/** Reads or makes the signing key before the first request is taken; without a key the gateway does not start. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Bean
    @DependsOnDatabaseInitialization
    SigningKeys tokenKeys(DatabaseClient database, KeyPort safe, Clock clock) {
        return new SigningKeys(database, safe, clock);
    }

    @Bean
    TokenMint tokenMint(SigningKeys keys, @Value("${court.token.issuer}") String issuer, Clock clock) {
        ECKey key = Objects.requireNonNull(keys.current().block(PATIENCE));
        return new TokenMint(key, issuer, clock);
    }

    /** After the mint, so that the key it signs with is among them. */
    @Bean
    PublicKeys publicKeys(SigningKeys keys, TokenMint mint) {
        return new PublicKeys(Objects.requireNonNull(keys.published().block(PATIENCE)));
    }
}
