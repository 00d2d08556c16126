package court.platform.security;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.security.web.server.firewall.ServerWebExchangeFirewall;
import org.springframework.security.web.server.firewall.StrictServerWebExchangeFirewall;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/**
 * Every service checks the gateway's token itself: fixed algorithm and key set; issuer, audience, type and expiry
 * required. The gateway, which has the key, puts its own decoder and chain in place of these.
 */
@AutoConfiguration
@EnableWebFluxSecurity
public class CallerConfiguration {

    /** Audience of people's tokens. */
    public static final String PLATFORM = "court-platform";

    /** Audience of the services' own tokens, good for {@code /internal/**} only. */
    public static final String SERVICES = "court-services";

    @Bean
    Memberships memberships(DatabaseClient database, Clock clock) {
        return new Memberships(database, clock);
    }

    @Bean
    @ConditionalOnProperty("court.token.keys")
    @ConditionalOnMissingBean
    ReactiveJwtDecoder platformTokens(
            @Value("${court.token.keys}") String keys, @Value("${court.token.issuer}") String issuer, Clock clock) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .validateType(false)
                .build();
        OAuth2TokenValidator<Jwt> rules = TokenRules.claims(issuer, clock, PLATFORM, SERVICES);
        decoder.setJwtValidator(rules);
        return new RememberedTokens(decoder, rules, System::nanoTime);
    }

    /** A request is observed as a whole; to observe each filter, check and decision besides costs more than they do. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Paths with tricks in them (dot segments, encoded slashes) are no addresses. */
    @Bean
    ServerExchangeRejectedHandler trickyPaths() {
        return (exchange, rejected) -> Mono.error(new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** As strict as ever. What is plain ASCII, as nearly every header is, is not matched with a pattern first. */
    @Bean
    ServerWebExchangeFirewall firewall() {
        StrictServerWebExchangeFirewall firewall = new StrictServerWebExchangeFirewall();
        firewall.setAllowedHeaderValues(
                value -> isPlain(value) || StrictServerWebExchangeFirewall.ALLOWED_HEADER_VALUES.test(value));
        return firewall;
    }

    /** @param open paths that anybody may read without a token */
    @Bean
    @ConditionalOnProperty("court.token.keys")
    @ConditionalOnMissingBean
    SecurityWebFilterChain callers(ServerHttpSecurity http, @Value("${court.open:}") String[] open) {
        return TokenRules.bearerOnly(http)
                .authorizeExchange(spec -> spec.pathMatchers(readable(open))
                        .permitAll()
                        .pathMatchers("/internal/**")
                        .access(audience(SERVICES))
                        .anyExchange()
                        .access(audience(PLATFORM)))
                .build();
    }

    private static boolean isPlain(@Nullable String value) {
        for (int i = 0; value != null && i < value.length(); i++) {
            if (value.charAt(i) < ' ' || value.charAt(i) > '~') {
                return false;
            }
        }
        return true;
    }

    private static List<String> audienceOf(Jwt token) {
        List<String> audience = token.getAudience();
        return audience == null ? List.of() : audience;
    }

    private static String[] readable(String[] open) {
        return Stream.concat(Stream.of("/actuator/**", "/v3/api-docs/**"), Stream.of(open))
                .toArray(String[]::new);
    }

    private static ReactiveAuthorizationManager<AuthorizationContext> audience(String wanted) {
        // an empty answer would not refuse but ask the next rule
        return (caller, context) -> caller.map(it -> it.getPrincipal() instanceof Jwt token
                        && audienceOf(token).contains(wanted))
                .defaultIfEmpty(false)
                .map(AuthorizationDecision::new);
    }
}
