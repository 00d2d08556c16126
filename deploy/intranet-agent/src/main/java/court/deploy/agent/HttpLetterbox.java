package court.deploy.agent;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches over the platform's gateway; a download that was cut goes on where it was (RFC 9110 §14). */
final class HttpLetterbox implements Letterbox {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern BEGINS = Pattern.compile("bytes ([0-9]{1,18})-.*");
    private static final int AT_ONCE = 20;
    private static final int MOST_BYTES = 8 << 20;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final Settings.Http settings;
    private final MachineToken token;

    HttpLetterbox(Settings.Http settings) {
        this.settings = settings;
        this.token = new MachineToken(settings, client);
    }

    @Override
    public String name() {
        return settings.gateway().toString();
    }

    @Override
    public List<byte[]> notes(long after) throws IOException {
        try {
            JsonNode listing = JSON.readTree(small("/api/v1/bundles?after=" + after + "&limit=" + AT_ONCE));
            List<byte[]> notes = new ArrayList<>();
            listing.path("items")
                    .forEach(it -> notes.add(it.path("note").asString("").getBytes(StandardCharsets.UTF_8)));
            return notes;
        } catch (JacksonException noJson) {
            throw new IOException("the list of bundles is no JSON");
        }
    }

    @Override
    public Content content(long number, long from, String sha256) throws IOException {
        HttpRequest.Builder request = request("/api/v1/bundles/" + number + "/content");
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-").header("If-Range", "\"" + sha256 + "\"");
        }
        HttpResponse<InputStream> answer = send(request);
        long begins = answer.statusCode() == 206 ? begin(answer) : 0;
        return new Content(begins, new Stall(answer.body(), PATIENCE));
    }

    private static long begin(HttpResponse<InputStream> answer) throws IOException {
        Matcher range =
                BEGINS.matcher(answer.headers().firstValue("Content-Range").orElse(""));
        if (!range.matches()) {
            answer.body().close();
            throw new IOException("a part of a package, nobody says which");
        }
        return Long.parseLong(range.group(1));
    }

    @Override
    public byte[] proof(long number) throws IOException {
        return small("/api/v1/bundles/" + number + "/proof");
    }

    @Override
    public void handIn(long number, byte[] acknowledgement) throws IOException {
        send(request("/api/v1/bundles/acknowledgements")
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .POST(BodyPublishers.ofByteArray(acknowledgement)))
                .body()
                .close();
    }

    /** The other side keeps what it sent. */
    @Override
    public void done(long number) {}

    private byte[] small(String path) throws IOException {
        try (InputStream bytes = new Stall(send(request(path)).body(), PATIENCE)) {
            return bytes.readNBytes(MOST_BYTES);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(settings.gateway() + path)).timeout(PATIENCE);
    }

    private HttpResponse<InputStream> send(HttpRequest.Builder request) throws IOException {
        request.setHeader("Authorization", "Bearer " + token.get());
        HttpResponse<InputStream> answer = exchange(client, request.build(), BodyHandlers.ofInputStream());
        if (answer.statusCode() / 100 == 2) {
            return answer;
        }
        String problem = problem(answer);
        if (answer.statusCode() == 401) {
            token.forget();
        }
        boolean forGood = answer.statusCode() == 409 || answer.statusCode() == 422 || answer.statusCode() == 400;
        throw forGood ? new Refused(problem) : new IOException(problem);
    }

    private static String problem(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream bytes = answer.body()) {
            String text = new String(bytes.readNBytes(2000), StandardCharsets.UTF_8);
            return answer.request().method() + " " + answer.uri().getPath() + ": " + answer.statusCode() + " " + text;
        }
    }

    static <T> HttpResponse<T> exchange(HttpClient client, HttpRequest request, BodyHandler<T> body)
            throws IOException {
        try {
            return client.send(request, body);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stop);
        }
    }
}
