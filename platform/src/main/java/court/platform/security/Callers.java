package court.platform.security;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reads the caller off the platform token of a request. */
public final class Callers {

    private Callers() {}

    /** Who is calling; refuses when nobody is known. */
    public static Mono<Actor> of(ServerWebExchange exchange) {
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .map(token -> of(token.getToken()))
                .switchIfEmpty(Mono.error(AccessRefusal.SIGN_IN_NEEDED::because));
    }

    public static Actor of(Jwt token) {
        return new Actor(
                Objects.requireNonNull(token.getSubject()),
                roles(token),
                token.getClaimAsString("court"),
                token.getClaimAsString("person"),
                actsFor(token),
                token.getClaimAsString("wechat"),
                Via.told(token.getClaimAsString("via")));
    }

    private static Set<String> actsFor(Jwt token) {
        List<String> organisations = token.getClaimAsStringList("acts_for");
        return organisations == null ? Set.of() : Set.copyOf(organisations);
    }

    private static Set<Role> roles(Jwt token) {
        List<String> names = token.getClaimAsStringList("roles");
        return names == null ? Set.of() : names.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
