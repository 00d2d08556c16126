package court.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsTest {

    @TempDir
    private Path data;

    @Test
    void aServiceIsToldItsAddressItsDatabaseAndItsPeers() {
        Place place = Place.of(data, 100);

        Map<String, String> told = new ServiceEnvironment(place, Part.FILING).variables();

        assertThat(told)
                .containsEntry("SERVER_ADDRESS", "127.0.0.1")
                .containsEntry("SERVER_PORT", "8181")
                .containsEntry("MANAGEMENT_SERVER_PORT", "9181")
                .containsEntry("SPRING_R2DBC_URL", "r2dbc:postgresql://127.0.0.1:15532/filing")
                .containsEntry("SPRING_FLYWAY_PASSWORD", place.secrets().database("filing"))
                .containsEntry("SPRING_KAFKA_BOOTSTRAPSERVERS", "127.0.0.1:19192")
                .containsEntry(
                        "COURT_CLOCK_OFFSETFILE", data.resolve("clock-offset").toString())
                .containsEntry("COURT_PEERS_ARCHIVE", "http://127.0.0.1:8184")
                .containsEntry("COURT_TOKEN_KEYS", "http://127.0.0.1:8180/.well-known/jwks.json")
                .doesNotContainKey("COURT_SIGNIN_DEVELOPMENT");
    }

    @Test
    void theGatewayKnowsWithWhatEachServiceIdentifiesItself() {
        Place place = Place.of(data, 0);

        Map<String, String> gateway = new ServiceEnvironment(place, Part.GATEWAY).variables();
        Map<String, String> ledger = new ServiceEnvironment(place, Part.LEDGER).variables();
        Map<String, String> provider = new ServiceEnvironment(place, Part.SIMULATORS).variables();

        assertThat(gateway.get("COURT_CLIENTS_LEDGER"))
                .isEqualTo(ledger.get("COURT_CLIENT_SECRET"))
                .isNotEmpty();
        assertThat(gateway.get("COURT_OIDC_CLIENTSECRET")).isEqualTo(provider.get("COURT_SIMULATORS_GATEWAYSECRET"));
        assertThat(provider).doesNotContainKeys("SPRING_R2DBC_PASSWORD", "COURT_DATA_KEYS");
    }

    @Test
    void aSecretStaysAndOnlyItsOwnerReadsIt() throws Exception {
        Path folder = data.resolve("secrets");
        String first = new Secrets(folder).get("one");

        assertThat(new Secrets(folder).get("one")).isEqualTo(first).hasSize(48);
        assertThat(new Secrets(folder).get("another")).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("one"))))
                .isEqualTo("rw-------");
    }

    @Test
    void whatIsTypedCountsMoreThanTheEnvironment() {
        Map<String, String> environment =
                Map.of("COURT_DATA", "/elsewhere", "COURT_PORT_OFFSET", "7", "COURT_PARTS", "broker");

        Options options = Options.parse(List.of("up", "--data", data.toString(), "--parts", "postgres"), environment);

        assertThat(options.words()).containsExactly("up");
        assertThat(options.parts()).containsExactly(Part.POSTGRES);
        assertThat(options.place().data()).isEqualTo(data);
        assertThat(options.place().ports().offset()).isEqualTo(7);
    }

    @Test
    void theOffsetIsRememberedWithTheData() throws Exception {
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("run/port-offset"), "5000\n");

        Options later = Options.parse(List.of("status", "--data", data.toString()), Map.of());
        Options other = Options.parse(List.of("up", "--data", data.toString(), "--port-offset", "1"), Map.of());

        assertThat(later.place().ports().offset()).isEqualTo(5000);
        assertThatThrownBy(other::place).isInstanceOf(Failure.class).hasMessageContaining("5000");
    }

    @Test
    void anUnknownPartIsNamedWithTheKnownOnes() {
        assertThatThrownBy(() -> Part.of("mail"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("mail")
                .hasMessageContaining("postgres, broker, simulators");
    }
}
