package court.filing.filing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain HTTP caller: what comes back is status, headers and JSON. */
final class Http {

    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;

    Http(String base) {
        this.base = base;
    }

    record Answer(int status, HttpResponse<String> response) {

        JsonNode body() {
            return JSON.readTree(response.body());
        }

        String text(String field) {
            return body().path(field).asString();
        }

        String etag() {
            return response.headers().firstValue("ETag").orElse("");
        }
    }

    Answer get(String token, String path) {
        return send(request(token, path).GET());
    }

    Answer post(String token, String path, String etag, String body) {
        return post(token, path, etag, UUID.randomUUID().toString(), body);
    }

    Answer post(String token, String path, String etag, String key, String body) {
        HttpRequest.Builder request = request(token, path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return send(conditions(request, etag, key));
    }

    Answer put(String token, String path, String etag, String body) {
        HttpRequest.Builder request = request(token, path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        return send(conditions(request, etag, UUID.randomUUID().toString()));
    }

    Answer delete(String token, String path, String etag) {
        return send(conditions(
                request(token, path).DELETE(), etag, UUID.randomUUID().toString()));
    }

    Answer upload(String token, String path, String etag, String kind, String name, byte[] bytes) {
        String boundary = "b" + UUID.randomUUID();
        HttpRequest.Builder request = request(token, path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(boundary, kind, name, bytes)));
        return send(conditions(request, etag, UUID.randomUUID().toString()));
    }

    private static byte[] multipart(String boundary, String kind, String name, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\n" + kind + "\r\n--"
                        + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        out.writeBytes(bytes);
        out.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static HttpRequest.Builder conditions(HttpRequest.Builder request, String etag, String key) {
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        return etag.isEmpty() ? request : request.header("If-Match", etag);
    }

    private HttpRequest.Builder request(String token, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
