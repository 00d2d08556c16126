package court.gateway.session;

import court.gateway.token.PublicKeys;
import court.gateway.token.TokenMint;
import court.platform.outbox.WriteUnit;
import court.platform.security.CallerConfiguration;
import court.platform.security.TokenRules;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.gateway.filter.WebsocketRoutingFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import reactor.core.publisher.Flux;

/**
 * Who calls: the gateway checks its own tokens with its own public keys (no look-up over HTTP), refuses those of ended
 * sessions, and lets nobody else past but on the paths where people sign in and what is public.
 */
@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    /** Anybody: signing in, the services' own credentials, what verifies a proof, and what describes the platform. */
    private static final String[] OPEN = {
        "/api/v1/sessions/staff",
        "/api/v1/sessions/staff/callback",
        "/api/v1/sessions/development",
        "/api/v1/sessions/wechat",
        "/api/v1/sessions/wechat/identity",
        "/api/v1/sessions/suishenban",
        "/api/v1/sessions/development/accounts",
        "/api/v1/sessions/refresh",
        "/api/v1/sessions/machine",
        // with a ticket, which the service behind checks
        "/api/v1/cases/*/socket",
        "/api/v1/openapi.json",
        "/api/v1/ledger/**",
        "/api/v1/bundles/keys",
        "/internal/v1/tokens",
        "/.well-known/jwks.json"
    };

    @Bean
    SessionRows sessionRows(DatabaseClient database, SessionTimes times) {
        return new SessionRows(database, times);
    }

    @Bean
    RevokedSessions revokedSessions() {
        return new RevokedSessions(System::nanoTime);
    }

    @Bean
    TokenPairs tokenPairs(SessionRows rows, Mandates mandates, TokenMint mint, Clock clock) {
        return new TokenPairs(rows, mandates, mint, clock);
    }

    @Bean
    Sessions sessions(SessionRows rows, RevokedSessions revoked, WriteUnit unit, TokenPairs pairs, Clock clock) {
        return new Sessions(rows, revoked, unit, pairs, clock);
    }

    @Bean
    ReactiveJwtDecoder ownTokens(
            PublicKeys keys, RevokedSessions revoked, @Value("${court.token.issuer}") String issuer, Clock clock) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(
                        token -> Flux.fromIterable(keys.keys()))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .validateType(false)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<Jwt>(
                TokenRules.claims(issuer, clock, CallerConfiguration.PLATFORM), new LiveSession(revoked, clock)));
        return decoder;
    }

    /** Sockets, which end with the session whose ticket opened them; the gateway's own filter of this kind is off. */
    @Bean
    WebsocketRoutingFilter sockets(ObjectProvider<List<HttpHeadersFilter>> headers, RevokedSessions revoked) {
        return new WebsocketRoutingFilter(LiveSockets.onwards(), new LiveSockets(revoked), headers);
    }

    @Bean
    SecurityWebFilterChain edge(ServerHttpSecurity http) {
        return TokenRules.bearerOnly(http)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeExchange(exchange -> exchange.pathMatchers(OPEN)
                        .permitAll()
                        .pathMatchers("/api/v1/**")
                        .authenticated()
                        // nothing is there: see route.DoorFilter
                        .anyExchange()
                        .permitAll())
                .build();
    }
}
