package court.deploy.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static Map<String, String> enough() {
        return new HashMap<>(Map.of(
                "COURT_AGENT_COURT", "沪0117",
                "COURT_AGENT_DATA", "data",
                "COURT_AGENT_KEY", "key.pem",
                "COURT_AGENT_TRUSTED", "trusted",
                "COURT_AGENT_INBOX", "in",
                "COURT_AGENT_OUTBOX", "out"));
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> Settings.of(Map.of("COURT_AGENT_GATEWAY", "http://gateway")))
                .isInstanceOf(Settings.Incomplete.class)
                .hasMessageContainingAll(
                        "COURT_AGENT_COURT",
                        "COURT_AGENT_DATA",
                        "COURT_AGENT_KEY",
                        "COURT_AGENT_TRUSTED",
                        "COURT_AGENT_CLIENTID",
                        "COURT_AGENT_CLIENTSECRET");
    }

    @Test
    void thereMustBeAWayAcross() {
        Map<String, String> environment = enough();
        environment.remove("COURT_AGENT_INBOX");

        assertThatThrownBy(() -> Settings.of(environment)).hasMessageContaining("nowhere to fetch from");
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        Map<String, String> environment = enough();
        environment.put("COURT_AGENT_COURT", "???0117");
        environment.put("SERVER_PORT", "many");

        assertThatThrownBy(() -> Settings.of(environment))
                .hasMessageContainingAll("COURT_AGENT_COURT", "UTF-8", "SERVER_PORT is no number");
    }

    @Test
    void theRestHasDefaults() {
        Settings settings = Settings.of(enough());

        assertThat(settings.status()).isEqualTo(new Settings.Address("127.0.0.1", 8091));
        assertThat(settings.health()).isEqualTo(new Settings.Address("127.0.0.1", 9091));
        assertThat(settings.poll()).hasMillis(1000);
        assertThat(settings.http()).isEmpty();
    }

    @Test
    void theOwnKeyIsReadFromItsFileAlone(@TempDir Path folder) throws Exception {
        Sender sender = new Sender(folder);

        assertThat(OwnKey.read(folder.resolve("agent.pem"), "沪0117").key().vkey())
                .isEqualTo(sender.agentKey().vkey());
        Files.writeString(folder.resolve("agent.pem"), "nonsense");
        assertThatThrownBy(() -> OwnKey.read(folder.resolve("agent.pem"), "沪0117"))
                .hasMessageContaining("PKCS #8");
    }

    @Test
    void secretsAreNotPrinted() {
        Map<String, String> environment = enough();
        environment.putAll(Map.of(
                "COURT_AGENT_GATEWAY", "http://gateway",
                "COURT_AGENT_CLIENTID", "intranet",
                "COURT_AGENT_CLIENTSECRET", "very-secret"));

        assertThat(Settings.of(environment).toString()).doesNotContain("very-secret");
    }
}
