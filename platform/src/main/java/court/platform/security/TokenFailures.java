package court.platform.security;

import court.platform.model.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.server.ServerWebExchange;

/** Which refusal a failed sign-in check is. */
final class TokenFailures {

    private TokenFailures() {}

    static Refused refusal(ServerWebExchange exchange, AuthenticationException failure) {
        if (failure instanceof AuthenticationServiceException) {
            return AccessRefusal.CHECK_UNAVAILABLE.because();
        }
        boolean tokenSent = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
        return (tokenSent ? AccessRefusal.TOKEN_INVALID : AccessRefusal.SIGN_IN_NEEDED).because();
    }
}
