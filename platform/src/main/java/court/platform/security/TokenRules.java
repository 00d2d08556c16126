package court.platform.security;

import java.time.Clock;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What a platform token must fulfil, and how its absence is told; the same at the gateway and in every service. */
public final class TokenRules {

    private static final String SCHEME = "Bearer ";

    private TokenRules() {}

    /** Issuer, type, expiry, and one of these audiences; each is required. */
    public static OAuth2TokenValidator<Jwt> claims(String issuer, Clock clock, String... audiences) {
        JwtTimestampValidator time = new JwtTimestampValidator();
        time.setClock(clock);
        time.setAllowEmptyExpiryClaim(false);
        List<String> wanted = List.of(audiences);
        return new DelegatingOAuth2TokenValidator<Jwt>(List.of(
                time,
                new JwtIssuerValidator(issuer),
                new JwtTypeValidator("at+jwt"),
                new JwtClaimValidator<List<String>>(
                        "aud", audience -> audience != null && audience.stream().anyMatch(wanted::contains))));
    }

    /** Bearer tokens only: no session, no form, no basic, no CSRF because no cookie tells who calls. */
    public static ServerHttpSecurity bearerOnly(ServerHttpSecurity http) {
        ServerAuthenticationEntryPoint unknown =
                (exchange, failure) -> Mono.error(TokenFailures.refusal(exchange, failure));
        ServerAccessDeniedHandler denied = (exchange, failure) -> Mono.error(AccessRefusal.ROLE_MISSING.because());
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .requestCache(ServerHttpSecurity.RequestCacheSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .exceptionHandling(
                        spec -> spec.authenticationEntryPoint(unknown).accessDeniedHandler(denied))
                .oauth2ResourceServer(spec -> spec.authenticationEntryPoint(unknown)
                        .accessDeniedHandler(denied)
                        .bearerTokenConverter(TokenRules::bearer)
                        .jwt(jwt -> {}));
    }

    /** What is sent as a token (RFC 6750 §2.1), whatever it is: whether it is one the decoder finds out, which knows most by sight. */
    private static Mono<Authentication> bearer(ServerWebExchange exchange) {
        return Mono.justOrEmpty(exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION))
                .filter(sent -> sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(sent -> sent.substring(SCHEME.length()))
                .filter(token -> !token.isBlank())
                .map(BearerTokenAuthenticationToken::new);
    }
}
