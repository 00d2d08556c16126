package court.gateway.token;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives a service its own token for its client id and secret. Served by the gateway itself, on its own port, because only
 * the gateway signs; it is no route, and an ingress in front of the gateway passes {@code /api/**} only.
 */
@RestController
class ServiceTokenController {

    private final ServiceClients clients;
    private final TokenMint mint;

    ServiceTokenController(ServiceClients clients, TokenMint mint) {
        this.clients = clients;
        this.mint = mint;
    }

    /** @param expiresIn seconds */
    record ServiceToken(String accessToken, String tokenType, long expiresIn) {}

    @PostMapping("/internal/v1/tokens")
    ServiceToken issue(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String credentials) {
        String client = clients.known(credentials == null ? "" : credentials)
                .orElseThrow(ClientRefusal.CREDENTIALS_WRONG::because);
        return new ServiceToken(mint.service(client), "Bearer", TokenMint.LASTS.toSeconds());
    }
}
