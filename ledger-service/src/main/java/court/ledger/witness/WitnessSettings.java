package court.ledger.witness;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** Whom the ledger asks: {@code court.ledger.witnesses.<any id>.address} and {@code .key}. */
@ConfigurationProperties("court.ledger")
record WitnessSettings(@Nullable Map<String, Listed> witnesses) {

    /**
     * One witness.
     *
     * @param address the submission prefix of c2sp.org/tlog-witness
     * @param key its verifier key line, carried over by hand
     */
    record Listed(URI address, String key) {}
}
