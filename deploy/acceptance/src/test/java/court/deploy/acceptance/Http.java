package court.deploy.acceptance;

import java.io.ByteArrayOutputStream;
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
import java.util.Map;
import java.util.UUID;

/** A plain caller of the gateway. */
final class Http {

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI gateway;

    Http(URI gateway) {
        this.gateway = gateway;
    }

    /** A command with what goes along; empty means left out. */
    record Sent(String token, String path, String etag, String key) {

        static Sent of(String token, String path) {
            return new Sent(token, path, "", UUID.randomUUID().toString());
        }

        Sent seen(String version) {
            return new Sent(token, path, version, key);
        }

        Sent under(String other) {
            return new Sent(token, path, etag, other);
        }
    }

    /** A file with its form fields. */
    record Upload(String name, byte[] content, Map<String, String> fields) {}

    Answer get(String token, String path) {
        return send(request(Sent.of(token, path).under("")).GET());
    }

    Answer get(String token, String path, String header, String value) {
        return send(
                request(Sent.of(token, path).under("")).header(header, value).GET());
    }

    /** Past the gateway. */
    Answer getAbsolute(URI address, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        set(request, "Authorization", token.isEmpty() ? "" : "Bearer " + token);
        return send(request.GET());
    }

    Answer putAbsolute(URI address, String json) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }

    Answer postAbsolute(URI address, String json) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    Answer post(String token, String path, String json) {
        return post(Sent.of(token, path), json);
    }

    Answer post(Sent command, String json) {
        return send(json(command).POST(BodyPublishers.ofString(json)));
    }

    Answer put(Sent command, String json) {
        return send(json(command).PUT(BodyPublishers.ofString(json)));
    }

    Answer method(String method, Sent command) {
        return send(request(command).method(method, BodyPublishers.noBody()));
    }

    /** A command under a trace that the caller began. */
    Answer traced(Sent command, String traceparent) {
        return send(json(command).header("traceparent", traceparent).POST(BodyPublishers.noBody()));
    }

    Answer upload(Sent command, Upload upload) {
        return upload(command, Map.of("file", upload), upload.fields());
    }

    /** Several files, each under the name of its part. */
    Answer upload(Sent command, Map<String, Upload> files, Map<String, String> fields) {
        String boundary = "b" + UUID.randomUUID();
        return send(request(command)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(multipart(boundary, fields, files))));
    }

    private static byte[] multipart(String boundary, Map<String, String> fields, Map<String, Upload> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        fields.forEach((name, value) -> out.writeBytes(
                utf8("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n", boundary, name, value)));
        files.forEach((part, file) -> {
            out.writeBytes(utf8(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                            + "Content-Type: application/octet-stream\r\n\r\n",
                    boundary, part, file.name()));
            out.writeBytes(file.content());
            out.writeBytes(utf8("\r\n"));
        });
        out.writeBytes(utf8("--%s--\r\n", boundary));
        return out.toByteArray();
    }

    private static byte[] utf8(String text, Object... values) {
        return text.formatted(values).getBytes(StandardCharsets.UTF_8);
    }

    /** A request without its method, for what reads the answer in another way. */
    HttpRequest.Builder request(Sent command) {
        HttpRequest.Builder request = HttpRequest.newBuilder(gateway.resolve(command.path()));
        set(request, "Authorization", command.token().isEmpty() ? "" : "Bearer " + command.token());
        set(request, "If-Match", command.etag());
        set(request, "Idempotency-Key", command.key());
        return request;
    }

    private HttpRequest.Builder json(Sent command) {
        return request(command).header("Content-Type", "application/json");
    }

    private static void set(HttpRequest.Builder request, String name, String value) {
        if (!value.isEmpty()) {
            request.header(name, value);
        }
    }

    HttpClient client() {
        return client;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer =
                    client.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
