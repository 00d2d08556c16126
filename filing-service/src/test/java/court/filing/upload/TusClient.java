package court.filing.upload;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks tus as a plain HTTP caller, well and badly. */
record TusClient(String base, String token) {

    static final String BYTES = "application/offset+octet-stream";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** What came back. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        JsonNode body() {
            return JSON.readTree(response.body());
        }

        String code() {
            return body().path("code").asString();
        }
    }

    /** A new draft; its address. */
    String draft() {
        Answer answer = send("POST", "/api/v1/filings", "{}".getBytes(UTF_8), "Content-Type", "application/json");
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return "/api/v1/filings/" + answer.body().path("id").asString();
    }

    Answer filing(String filing) {
        return send("GET", filing, new byte[0]);
    }

    Answer begin(String filing, String name, long length) {
        return begin(filing, metadata(name, "执行依据"), Long.toString(length));
    }

    Answer begin(String filing, String metadata, String length) {
        return tus("POST", filing + "/uploads", new byte[0], "Upload-Metadata", metadata, "Upload-Length", length);
    }

    /** Begins one that must be taken; its address. */
    String begun(String filing, String name, long length) {
        Answer answer = begin(filing, name, length);
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(201);
        return answer.header("Location");
    }

    Answer patch(String upload, long offset, byte[] bytes) {
        return tus("PATCH", upload, bytes, "Upload-Offset", Long.toString(offset), "Content-Type", BYTES);
    }

    Answer look(String upload) {
        return tus("HEAD", upload, new byte[0]);
    }

    long offset(String upload) {
        return Long.parseLong(look(upload).header("Upload-Offset"));
    }

    Answer form(String upload, long offset, byte[] bytes) {
        String boundary = "b" + UUID.randomUUID();
        byte[] head = ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nx\r\n--" + boundary
                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"part\"\r\n\r\n")
                .getBytes(US_ASCII);
        byte[] body = new byte[head.length + bytes.length + boundary.length() + 8];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(bytes, 0, body, head.length, bytes.length);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(US_ASCII);
        System.arraycopy(tail, 0, body, head.length + bytes.length, tail.length);
        String type = "multipart/form-data; boundary=" + boundary;
        return tus("POST", upload, body, "Upload-Offset", Long.toString(offset), "Content-Type", type);
    }

    Answer tus(String method, String path, byte[] body, String... headers) {
        return send(
                method,
                path,
                body,
                Stream.concat(Stream.of("Tus-Resumable", "1.0.0"), Stream.of(headers))
                        .toArray(String[]::new));
    }

    Answer send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Authorization", "Bearer " + token)
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (method.equals("POST")) {
            request.header("Idempotency-Key", UUID.randomUUID().toString());
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Announces {@code told} bytes, sends fewer; the connection stays open until the caller cuts it. */
    Socket stopHalfway(String upload, long offset, long told, byte[] sent) throws IOException {
        URI uri = URI.create(base);
        Socket socket = new Socket(uri.getHost(), uri.getPort());
        OutputStream out = socket.getOutputStream();
        out.write(("PATCH " + upload + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                        + "\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: " + offset + "\r\nContent-Type: " + BYTES
                        + "\r\nContent-Length: " + told + "\r\n\r\n")
                .getBytes(US_ASCII));
        out.write(sent);
        out.flush();
        return socket;
    }

    static String metadata(String name, String kind) {
        return "filename " + base64(name) + ",kind " + base64(kind);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
