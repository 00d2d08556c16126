package court.platform.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a token at one instance of the service. */
public record Caller(String address, String token) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** What came back. */
    public record Answer(int status, byte[] body, Map<String, List<String>> headers) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String code() {
            return json().path("code").asString("");
        }

        public String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }
    }

    public Caller at(String other) {
        return new Caller(other, token);
    }

    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    /** Posts JSON under a new key. */
    public Answer post(String path, Object body, String... headers) {
        return postKeyed(UUID.randomUUID().toString(), path, JSON.writeValueAsString(body), headers);
    }

    public Answer postKeyed(String key, String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Uploads a file with form fields under a new key. */
    public Answer upload(String path, String fileName, byte[] bytes, Map<String, String> fields) {
        return upload(UUID.randomUUID().toString(), path, fileName, bytes, fields);
    }

    public Answer upload(String key, String path, String fileName, byte[] bytes, Map<String, String> fields) {
        return upload(key, path, List.of(new FilePart("file", fileName, bytes)), fields);
    }

    /** A file in a form. */
    public record FilePart(String name, String fileName, byte[] bytes) {}

    public Answer upload(String key, String path, List<FilePart> files, Map<String, String> fields) {
        List<byte[]> parts = new ArrayList<>();
        fields.forEach((name, value) ->
                parts.add(("--XX\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        files.forEach(file -> {
            parts.add(("--XX\r\nContent-Disposition: form-data; name=\"" + file.name() + "\"; filename=\""
                            + file.fileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            parts.add(file.bytes());
            parts.add("\r\n".getBytes(StandardCharsets.UTF_8));
        });
        parts.add("--XX--\r\n".getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "multipart/form-data; boundary=XX")
                .POST(BodyPublishers.ofByteArrays(parts))
                .build());
    }

    public HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    public static HttpClient http() {
        return HTTP;
    }

    private static Answer send(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = HTTP.send(request, BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(), response.body(), response.headers().map());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
