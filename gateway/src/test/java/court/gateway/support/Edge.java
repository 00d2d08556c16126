package court.gateway.support;

import court.gateway.GatewayApplication;
import court.platform.support.RealPostgres;
import court.platform.support.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A gateway as people meet it, with a real database, stub services behind it and a fake identity provider beside it. Ends
 * with the test run: closing one would take the event loops that all share.
 */
public final class Edge {

    public static final String ISSUER = "http://gateway.test";
    public static final String ID_NUMBER = "11010519491231002X";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path folder;
    private final ConfigurableApplicationContext context;
    public final RealPostgres.Database database;
    public final Map<String, StubService> services;
    public final FakeProvider provider;

    private Edge(
            RealPostgres.Database database,
            Path folder,
            Map<String, StubService> services,
            FakeProvider provider,
            Map<String, Object> more) {
        this.database = database;
        this.folder = folder;
        this.services = services;
        this.provider = provider;
        Map<String, Object> properties = new HashMap<>(database.properties());
        properties.put("server.port", "0");
        properties.put("management.server.port", "0");
        properties.put("logging.structured.format.console", "");
        properties.put("court.data.keys", folder.resolve("keys"));
        properties.put("court.token.issuer", ISSUER);
        // told to every process by the launcher; the gateway must not ask itself over HTTP
        properties.put("court.token.keys", "http://127.0.0.1:9/unused");
        properties.put("court.oidc.issuer", provider.issuer());
        properties.put("court.oidc.client-secret", "secret");
        properties.put("court.signin.development", "true");
        properties.put("court.clients.filing", "filing-secret");
        properties.put("court.clients.empty", "");
        properties.put("court.machines.intranet.secret", "intranet-secret");
        properties.put("court.machines.intranet.court", "沪0117");
        properties.put("court.route.answer-within", "3s");
        properties.put("court.limit.sign-in-burst", "100000");
        services.forEach((name, service) -> properties.put("court.peers." + name, service.address()));
        properties.putAll(more);
        context = new SpringApplicationBuilder(GatewayApplication.class)
                .web(WebApplicationType.REACTIVE)
                .registerShutdownHook(false)
                .run(properties.entrySet().stream()
                        .map(it -> "--" + it.getKey() + "=" + it.getValue())
                        .toArray(String[]::new));
    }

    private static final class Shared {
        static final Edge EDGE = start(Map.of());
    }

    /** One for all tests that need nothing special. */
    public static Edge shared() {
        return Shared.EDGE;
    }

    public static Edge start(Map<String, Object> more) {
        Map<String, StubService> services = new TreeMap<>();
        for (String name : new String[] {"filing", "interaction", "asset", "ledger", "archive"}) {
            services.put(name, new StubService(name));
        }
        return new Edge(RealPostgres.fresh(), RunningService.folder("gateway"), services, new FakeProvider(), more);
    }

    /** A second gateway on the same database and keys. */
    public Edge another(Map<String, Object> more) {
        return new Edge(database, folder, services, provider, more);
    }

    public StubService service(String name) {
        return Objects.requireNonNull(services.get(name));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public int port() {
        return Integer.parseInt(Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port")));
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** One exchange; the answer's body is JSON or empty. */
    public static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request, body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> delete(String path, String... headers) {
        return send(request(path, headers).DELETE().build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send(
                request(path, headers)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** Signs a party in; gives accessToken and refreshToken. */
    public JsonNode party(String idNumber) {
        return json(post("/api/v1/sessions/development", claim(idNumber)));
    }

    public static String claim(String idNumber) {
        return "{\"name\":\"演示申请人\",\"idType\":\"ID_CARD\",\"idNumber\":\"" + idNumber
                + "\",\"phone\":\"13800000000\"}";
    }

    public static String[] bearer(JsonNode pair) {
        return bearer(pair.get("accessToken").asString());
    }

    public static String[] bearer(String token) {
        return new String[] {"Authorization", "Bearer " + token};
    }
}
