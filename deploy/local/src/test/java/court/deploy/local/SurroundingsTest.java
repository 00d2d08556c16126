package court.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SurroundingsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

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
                .containsEntry("COURT_PEERS_DOSSIER", "http://127.0.0.1:8184")
                .containsEntry("COURT_PEERS_ASSET", "http://127.0.0.1:8185")
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
    void theCourtAndTheInstitutionsKnowEachOthersKeys() throws Exception {
        Place place = Place.of(data, 0);

        Map<String, String> asset = new ServiceEnvironment(place, Part.ASSET).variables();
        Map<String, String> simulators = new ServiceEnvironment(place, Part.SIMULATORS).variables();

        JsonNode registry = JSON.readTree(Path.of(asset.get("COURT_INSTITUTIONS_REGISTRY")));
        assertThat(registry.valueStream().map(it -> it.get("id").stringValue()))
                .containsExactly("bank", "vehicle-registry", "real-estate-registry", "securities", "internet-payment");
        JsonNode bank = registry.get(0);
        assertThat(bank.get("address").stringValue()).isEqualTo("http://127.0.0.1:8090/institutions/bank");
        Path banksKey = Path.of(simulators.get("COURT_SIMULATORS_INSTITUTIONS"), "bank.pem");
        assertThat(signs(banksKey, bank.get("key").stringValue())).isTrue();
        assertThat(signs(
                        Path.of(asset.get("COURT_INSTITUTIONS_COURTKEY")), simulators.get("COURT_SIMULATORS_COURTKEY")))
                .isTrue();
        assertThat(signs(banksKey, simulators.get("COURT_SIMULATORS_COURTKEY"))).isFalse();
        assertThat(simulators).doesNotContainKey("COURT_INSTITUTIONS_COURTKEY");
    }

    @Test
    void keysStayWhenEverythingStartsAgain() throws Exception {
        Place place = Place.of(data, 0);
        String first = Files.readString(new Institutions(place).registry());
        String court = new Institutions(place).courtKey().publicKey();

        assertThat(Files.readString(new Institutions(place).registry())).isEqualTo(first);
        assertThat(new Institutions(place).courtKey().publicKey()).isEqualTo(court);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                        new Institutions(place).courtKey().file())))
                .isEqualTo("rw-------");
    }

    @Test
    void whoPromptsPeopleAndTheSimulatorsShareTheProvidersKey() {
        Place place = Place.of(data, 0);

        Map<String, String> filing = new ServiceEnvironment(place, Part.FILING).variables();
        Map<String, String> simulators = new ServiceEnvironment(place, Part.SIMULATORS).variables();

        assertThat(filing)
                .containsEntry("COURT_NOTIFICATION_SMS_ADDRESS", "http://127.0.0.1:8090/sms")
                .containsEntry("COURT_NOTIFICATION_SMS_KEYID", simulators.get("COURT_SIMULATORS_SMSKEYID"))
                .containsEntry("COURT_NOTIFICATION_SMS_SECRET", simulators.get("COURT_SIMULATORS_SMSSECRET"))
                .containsEntry("COURT_NOTIFICATION_WECHAT_APPID", simulators.get("COURT_SIMULATORS_WECHATAPPID"))
                .containsEntry("COURT_NOTIFICATION_WECHAT_SECRET", simulators.get("COURT_SIMULATORS_WECHATSECRET"));
        assertThat(Path.of(simulators.get("COURT_SIMULATORS_SMSTEMPLATES"))).exists();
    }

    @Test
    void theGatewayAndTheSimulatorsShareWhatWeChatAndTheVerifierAskFor() {
        Place place = Place.of(data, 0);

        Map<String, String> gateway = new ServiceEnvironment(place, Part.GATEWAY).variables();
        Map<String, String> simulators = new ServiceEnvironment(place, Part.SIMULATORS).variables();

        assertThat(gateway)
                .containsEntry("COURT_WECHAT_ADDRESS", "http://127.0.0.1:8090/wechat")
                .containsEntry("COURT_VERIFICATION_ADDRESS", "http://127.0.0.1:8090/identity")
                .containsEntry("COURT_WECHAT_APPID", simulators.get("COURT_SIMULATORS_WECHATAPPID"))
                .containsEntry("COURT_WECHAT_SECRET", simulators.get("COURT_SIMULATORS_WECHATSECRET"))
                .containsEntry("COURT_VERIFICATION_CLIENTID", simulators.get("COURT_SIMULATORS_VERIFICATIONCLIENT"))
                .containsEntry(
                        "COURT_VERIFICATION_CLIENTSECRET", simulators.get("COURT_SIMULATORS_VERIFICATIONSECRET"));
    }

    @Test
    void theGatewayAndTheCityAppKnowEachOther() {
        Place place = Place.of(data, 0);

        Map<String, String> gateway = new ServiceEnvironment(place, Part.GATEWAY).variables();
        Map<String, String> simulators = new ServiceEnvironment(place, Part.SIMULATORS).variables();

        assertThat(gateway)
                .containsEntry("COURT_CITYAPP_KEYS", "http://127.0.0.1:8090/cityapp/jwks.json")
                .containsEntry("COURT_CITYAPP_ISSUER", simulators.get("COURT_SIMULATORS_CITYAPPISSUER"))
                .containsEntry("COURT_CITYAPP_AUDIENCE", simulators.get("COURT_SIMULATORS_CITYAPPAUDIENCE"));
    }

    @Test
    void aNameWithHyphensReachesTheServiceAsItIs() {
        Settings settings = new Settings();
        settings.set("court.data.offset-file", "x");
        settings.setExactly("court.machines.intranet-songjiang.court", "沪0117");

        assertThat(settings.variables())
                .containsEntry("COURT_DATA_OFFSETFILE", "x")
                .containsEntry(
                        "SPRING_APPLICATION_JSON", "{\"court.machines.intranet-songjiang.court\":\"\\u6CAA0117\"}");
    }

    @Test
    void theAgentOfAnIntranetIsKnownToGatewayAndArchive() throws Exception {
        Place place = Place.of(data, 0);

        Map<String, String> agent = new ServiceEnvironment(place, Part.AGENT).variables();
        JsonNode gateway = JSON.readTree(
                new ServiceEnvironment(place, Part.GATEWAY).variables().get("SPRING_APPLICATION_JSON"));
        JsonNode archive = JSON.readTree(
                new ServiceEnvironment(place, Part.ARCHIVE).variables().get("SPRING_APPLICATION_JSON"));

        assertThat(agent)
                .containsEntry("COURT_AGENT_GATEWAY", "http://127.0.0.1:8080")
                .containsEntry("COURT_AGENT_CLIENTID", "intranet-songjiang")
                .containsEntry("COURT_AGENT_COURT", "沪0117")
                .containsEntry("SERVER_PORT", "8091")
                .containsEntry("MANAGEMENT_SERVER_PORT", "9091")
                .doesNotContainKeys("SPRING_R2DBC_PASSWORD", "COURT_DATA_KEYS", "COURT_DATA_BLOBS");
        assertThat(gateway.get("court.machines.intranet-songjiang.secret").stringValue())
                .isEqualTo(agent.get("COURT_AGENT_CLIENTSECRET"));
        assertThat(gateway.get("court.machines.intranet-songjiang.court").stringValue())
                .isEqualTo("沪0117");
        String[] key = archive.get("court.sync.agents.intranet-songjiang")
                .stringValue()
                .split("\\+", 3);
        assertThat(key[0]).isEqualTo("intranet-agent/沪0117");
        byte[] typed = Base64.getDecoder().decode(key[2]);
        String raw = Base64.getEncoder().encodeToString(Arrays.copyOfRange(typed, 1, typed.length));
        assertThat(signs(Path.of(agent.get("COURT_AGENT_KEY")), raw)).isTrue();
    }

    @Test
    void theWitnessAndTheLedgerKnowEachOther() throws Exception {
        Place place = Place.of(data, 0);

        Map<String, String> witness = new ServiceEnvironment(place, Part.WITNESS).variables();
        JsonNode ledger = JSON.readTree(
                new ServiceEnvironment(place, Part.LEDGER).variables().get("SPRING_APPLICATION_JSON"));

        assertThat(witness)
                .containsEntry("COURT_WITNESS_NAME", "mobile-micro-enforcement/witness")
                .containsEntry("SERVER_PORT", "8092")
                .doesNotContainKeys("SPRING_R2DBC_PASSWORD", "COURT_DATA_KEYS", "COURT_DATA_BLOBS");
        assertThat(ledger.get("court.ledger.witnesses.local.address").stringValue())
                .isEqualTo("http://127.0.0.1:8092");
        String[] key =
                ledger.get("court.ledger.witnesses.local.key").stringValue().split("\\+", 3);
        byte[] typed = Base64.getDecoder().decode(key[2]);
        String raw = Base64.getEncoder().encodeToString(Arrays.copyOfRange(typed, 1, typed.length));
        assertThat(key[0]).isEqualTo(witness.get("COURT_WITNESS_NAME"));
        assertThat(typed[0]).isEqualTo((byte) 0x04);
        assertThat(signs(Path.of(witness.get("COURT_WITNESS_KEY")), raw)).isTrue();
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

    private static boolean signs(Path privateKey, String publicKey) throws Exception {
        String pem = Files.readString(privateKey).replaceAll("-----[A-Z ]+-----|\\s", "");
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        signature.update(new byte[] {1});
        byte[] signed = signature.sign();
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] raw = Base64.getDecoder().decode(publicKey);
        byte[] spki = ByteBuffer.allocate(44).put(prefix).put(raw).array();
        signature.initVerify(keys.generatePublic(new X509EncodedKeySpec(spki)));
        signature.update(new byte[] {1});
        return signature.verify(signed);
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
