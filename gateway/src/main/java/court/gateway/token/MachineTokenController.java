package court.gateway.token;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives a court's machine a platform token for its client id and secret. It has no session to go on with: when the token
 * runs out it asks again, and a machine struck off the configuration is out as soon as its last token is.
 */
@RestController
class MachineTokenController {

    private final MachineClients clients;
    private final TokenMint mint;

    MachineTokenController(MachineClients clients, TokenMint mint) {
        this.clients = clients;
        this.mint = mint;
    }

    /** @param expiresIn seconds */
    record MachineToken(String accessToken, String tokenType, long expiresIn) {}

    @PostMapping("/api/v1/sessions/machine")
    @Operation(summary = "内网归档机取得令牌", description = "HTTP Basic：机器编号与密钥；令牌 15 分钟有效，到期重新取得")
    @SecurityRequirements
    MachineToken issue(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String credentials) {
        return clients.known(credentials == null ? "" : credentials)
                .map(machine -> mint.person(machine, UUID.randomUUID()))
                .map(token -> new MachineToken(token, "Bearer", TokenMint.LASTS.toSeconds()))
                .orElseThrow(ClientRefusal.CREDENTIALS_WRONG::because);
    }
}
