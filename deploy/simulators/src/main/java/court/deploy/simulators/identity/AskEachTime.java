package court.deploy.simulators.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Sends the person back to the gateway and forgets them. A real provider would keep them signed in; here one
 * browser plays several people in turn, so the next sign-in must ask again.
 */
class AskEachTime implements AuthenticationSuccessHandler {

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        response.sendRedirect(back((OAuth2AuthorizationCodeRequestAuthenticationToken) authentication));
    }

    // RFC 6749 §4.1.2: code, and the state exactly as it was received
    private static String back(OAuth2AuthorizationCodeRequestAuthenticationToken answer) {
        String code = Objects.requireNonNull(answer.getAuthorizationCode()).getTokenValue();
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString(Objects.requireNonNull(answer.getRedirectUri()))
                .queryParam("code", UriUtils.encode(code, StandardCharsets.UTF_8));
        String state = answer.getState();
        if (state != null && !state.isEmpty()) {
            uri.queryParam("state", UriUtils.encode(state, StandardCharsets.UTF_8));
        }
        return uri.build(true).toUriString();
    }
}
