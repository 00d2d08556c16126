package court.gateway.cityapp;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import court.platform.outside.OutsideParty;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * The public keys of the city app. They are asked for anew when they are old, so that a key taken back is not believed for
 * long, and when a token names one we have not seen, but not more often than every few seconds: anybody can make up names.
 */
final class CityAppKeys {

    static final Duration FRESH = Duration.ofMinutes(10);
    static final Duration PAUSE = Duration.ofSeconds(10);

    private final OutsideParty app;
    private final Clock clock;
    private volatile Known known = new Known(List.of(), Instant.EPOCH);

    CityAppKeys(String address, Clock clock) {
        this.app = new OutsideParty("the city app", address, CityAppRefusal.AWAY);
        this.clock = clock;
    }

    private record Known(List<ECKey> keys, Instant at) {

        boolean has(String id) {
            return keys.stream().anyMatch(key -> key.getKeyID().equals(id));
        }

        /** A clock that was set back makes nothing new. */
        boolean isNew(Instant now, Duration patience) {
            return !now.isBefore(at) && now.isBefore(at.plus(patience));
        }

        ECKey get(String id) {
            return keys.stream()
                    .filter(key -> key.getKeyID().equals(id))
                    .findFirst()
                    .orElseThrow(CityAppRefusal.KEY_UNKNOWN::because);
        }
    }

    /** The key of this name; refuses names that the app does not publish. */
    Mono<ECKey> get(String id) {
        Known known = this.known;
        return known.isNew(clock.instant(), known.has(id) ? FRESH : PAUSE)
                ? Mono.fromCallable(() -> known.get(id))
                : learn().map(learnt -> learnt.get(id));
    }

    private Mono<Known> learn() {
        return app.get("").map(this::keys).map(keys -> {
            Known learnt = new Known(keys, clock.instant());
            known = learnt;
            return learnt;
        });
    }

    private List<ECKey> keys(JsonNode answer) {
        try {
            return JWKSet.parse(answer.toString()).getKeys().stream()
                    .filter(key -> key instanceof ECKey ec
                            && ec.getKeyID() != null
                            && Curve.P_256.equals(ec.getCurve())
                            && (ec.getKeyUse() == null || KeyUse.SIGNATURE.equals(ec.getKeyUse())))
                    .map(ECKey.class::cast)
                    .toList();
        } catch (ParseException unreadable) {
            throw app.unusable("no key set");
        }
    }
}
