package court.platform.security;

import java.time.Clock;
import java.util.List;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import reactor.core.publisher.Mono;

/** What a platform token must fulfil, and how its absence is told; the same at the gateway and in every service. */
public final class TokenRules {

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
                        .jwt(jwt -> {}));
    }
}
