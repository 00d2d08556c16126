package court.deploy.simulators.institution;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A court that asks the simulated institutions over HTTP, and the simulators themselves, started and stopped. */
final class Court implements AutoCloseable {

    static final String RESPONDENT = "310115197505150026";
    private static final JsonMapper JSON = JsonMapper.shared();

    final Path folder;
    private final KeyPair ours = pair();
    private final Map<String, PublicKey> theirs = new HashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private ConfigurableApplicationContext simulators;
    private int port;

    Court(Path folder) throws IOException {
        this.folder = folder;
        for (JsonNode institution : JSON.readTree(Path.of("../local/demo/institutions.json"))) {
            String id = institution.get("id").stringValue();
            KeyPair pair = pair();
            theirs.put(id, pair.getPublic());
            Files.writeString(folder.resolve(id + ".pem"), pem(pair.getPrivate()));
        }
        start();
    }

    /** An answer, with whether the institution signed exactly these bytes. */
    record Reply(int status, JsonNode json, boolean signed) {

        String text(String pointer) {
            return json.at(pointer).asString();
        }
    }

    void start() {
        simulators = SpringApplication.run(
                court.deploy.simulators.SimulatorsApplication.class,
                "--server.port=0",
                "--management.server.port=0",
                "--court.simulators.gateway-secret=a secret",
                "--court.simulators.staff=../local/demo/staff.json",
                "--court.simulators.parties=../local/demo/parties.json",
                "--court.simulators.wechat-app-id=wx-demo",
                "--court.simulators.wechat-secret=a secret",
                "--court.simulators.verification-secret=a secret",
                "--court.simulators.sms-templates=../local/demo/sms-templates.json",
                "--court.simulators.sms-key-id=court",
                "--court.simulators.sms-secret=a secret",
                "--court.simulators.institutions=" + folder,
                "--court.simulators.books=../local/demo/institutions.json",
                "--court.simulators.officers=../local/demo/courts.json",
                "--court.simulators.court-key=" + raw(ours.getPublic()));
        port = java.util.Objects.requireNonNull(((WebServerApplicationContext) simulators).getWebServer())
                .getPort();
    }

    void restart() {
        simulators.close();
        start();
    }

    Reply query(String institution, String number, String idNumber) throws Exception {
        return post(institution, "queries", number, """
                {"requestNumber":"%s","caseNumber":"（2026）沪0117执1号","court":"上海市松江区人民法院","officer":%s,
                 "subject":{"name":"演示被执行人","idType":"ID_CARD","idNumber":"%s"}}""".formatted(number, officer(), idNumber));
    }

    Reply freeze(String institution, String number, String assetId, String amount) throws Exception {
        return post(institution, "freezes", number, freezeBody(number, assetId, amount));
    }

    static String freezeBody(String number, String assetId, String amount) {
        return """
                {"requestNumber":"%s","caseNumber":"（2026）沪0117执1号","court":"上海市松江区人民法院","officer":%s,
                 "subject":{"name":"演示被执行人","idType":"ID_CARD","idNumber":"310115197505150026"},
                 "assetId":"%s","amount":"%s","until":"2099-12-31",
                 "ruling":{"number":"（2026）沪0117执1号之一","sha256":"%s"},"notice":{"sha256":"%s"}}""".formatted(number, officer(), assetId, amount, "0".repeat(64), "1".repeat(64));
    }

    Reply unfreeze(String institution, String number, String freeze, String assetId, String amount) throws Exception {
        return post(institution, "unfreezes", number, """
                {"requestNumber":"%s","freezeRequestNumber":"%s","caseNumber":"（2026）沪0117执1号",
                 "court":"上海市松江区人民法院","officer":%s,"assetId":"%s","amount":"%s"}""".formatted(number, freeze, officer(), assetId, amount));
    }

    Reply lookUp(String institution, String number) throws Exception {
        URI address = at("/institutions/" + institution + "/requests/" + number);
        return send(institution, HttpRequest.newBuilder(address).build());
    }

    Reply post(String institution, String kind, String number, String body) throws Exception {
        return send(institution, request(institution, kind, number, body, sign(body)));
    }

    HttpRequest request(String institution, String kind, String number, String body, String signature) {
        return HttpRequest.newBuilder(at("/institutions/" + institution + "/" + kind))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("X-Request-Number", number)
                .header("X-Court-Signature", signature)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    Reply send(String institution, HttpRequest request) throws Exception {
        HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
        String signature =
                answer.headers().firstValue("X-Institution-Signature").orElse("");
        return new Reply(
                answer.statusCode(),
                JSON.readTree(answer.body()),
                verifies(theirs.get(institution), answer.body(), signature));
    }

    /** The bank has another account of the respondent's. */
    void account(String assetId, String balance) throws Exception {
        assertOk(put("/script/institutions/bank/assets", asset(assetId, balance)));
    }

    static String asset(String assetId, String balance) {
        return """
                {"owner":{"name":"演示被执行人","idType":"ID_CARD","idNumber":"310115197505150026"},"assetId":"%s",
                 "kind":"DEPOSIT","description":"测试账户","balance":"%s","available":"%s","priorFreezes":[]}""".formatted(assetId, balance, balance);
    }

    /** What the bank would still freeze of it. */
    String available(String assetId) throws Exception {
        Reply all = query("bank", number(), RESPONDENT);
        return all.json()
                .get("assets")
                .valueStream()
                .filter(it -> it.get("assetId").stringValue().equals(assetId))
                .map(it -> it.get("available").stringValue())
                .findFirst()
                .orElseThrow();
    }

    void script(String institution, String script) throws Exception {
        assertOk(put("/script/institutions/" + institution, script));
    }

    HttpResponse<String> put(String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(at(path)).build(), BodyHandlers.ofString());
    }

    String sign(String body) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(ours.getPrivate());
        signature.update(body.getBytes(UTF_8));
        return Base64.getEncoder().encodeToString(signature.sign());
    }

    static String number() {
        return UUID.randomUUID().toString();
    }

    int port() {
        return port;
    }

    private static String officer() {
        return """
                {"staffId":"songjiang-judge-1","workPermit":"沪0117-工-0101","officialPermit":"沪0117-公-0101"}""";
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static void assertOk(HttpResponse<String> answer) {
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }

    private static boolean verifies(PublicKey key, byte[] body, String signature) throws Exception {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(key);
        check.update(body);
        return !signature.isEmpty() && check.verify(Base64.getDecoder().decode(signature));
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (java.security.GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
    }

    private static String pem(PrivateKey key) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    }

    @Override
    public void close() {
        client.close();
        simulators.close();
    }
}
