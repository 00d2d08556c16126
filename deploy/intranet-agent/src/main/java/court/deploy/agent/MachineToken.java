package court.deploy.agent;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The platform token of this machine, fetched anew before it runs out. */
final class MachineToken {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long EARLIER = Duration.ofSeconds(60).toNanos();

    private final Settings.Http settings;
    private final HttpClient client;
    private String token = "";
    private long good;

    MachineToken(Settings.Http settings, HttpClient client) {
        this.settings = settings;
        this.client = client;
    }

    String get() throws IOException {
        if (token.isEmpty() || System.nanoTime() - good > 0) {
            fetch();
        }
        return token;
    }

    void forget() {
        token = "";
    }

    private void fetch() throws IOException {
        String pair = settings.clientId() + ":" + settings.clientSecret();
        HttpRequest request = HttpRequest.newBuilder(URI.create(settings.gateway() + "/api/v1/sessions/machine"))
                .timeout(Duration.ofSeconds(10))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.noBody())
                .build();
        HttpResponse<String> answer = HttpLetterbox.exchange(client, request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("no token for " + settings.clientId() + ": " + answer.statusCode());
        }
        try {
            JsonNode body = JSON.readTree(answer.body());
            token = body.path("accessToken").asString("");
            good = System.nanoTime() + body.path("expiresIn").asLong(0) * 1_000_000_000L - EARLIER;
        } catch (JacksonException noJson) {
            throw new IOException("the token is no JSON");
        }
    }
}
