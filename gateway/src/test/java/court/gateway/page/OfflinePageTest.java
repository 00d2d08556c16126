package court.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class OfflinePageTest {

    @Test
    void itHoldsAllItNeedsAndMayAskNobody() throws IOException {
        OfflinePage page = OfflinePage.assemble();
        Files.writeString(Path.of("target", "offline.html"), page.html());

        assertThat(page.html())
                .contains("doVerifySignature", "createSM3", "parseProof", page.policy())
                .doesNotContain("{{", " src=", "<link", "\nimport ", "\nexport ");
        assertThat(page.policy())
                .startsWith("default-src 'none'; script-src 'sha256-")
                .contains("connect-src 'none'")
                .doesNotContain("unsafe-inline", "'self'", "'unsafe-eval'");
    }
}
