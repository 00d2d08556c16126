package court.platform.signing;

import court.platform.outbox.WriteUnit;
import court.platform.vault.KeyPort;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** For services with keys; who asks for one has a table {@code signing_key}. */
@AutoConfiguration
public class SigningConfiguration {

    @Bean
    @ConditionalOnProperty("court.data.keys")
    SigningKeys signingKeys(WriteUnit unit, DatabaseClient database, KeyPort safe, Clock clock) {
        return new SigningKeys(unit, database, safe, clock);
    }
}
