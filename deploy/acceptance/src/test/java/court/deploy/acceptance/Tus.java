package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.acceptance.Http.Sent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.function.Supplier;

/** An upload that can be resumed (tus 1.0), as a phone on a bad line sends it. */
record Tus(String address) {

    private static final String BYTES = "application/offset+octet-stream";

    /** Begins one for a filing. */
    static Tus begin(String token, Filing filing, Http.Upload file) {
        HttpResponse<Void> begun = send(HTTP.request(Sent.of(token, filing.path() + "/uploads"))
                .header("Upload-Length", Integer.toString(file.content().length))
                .header(
                        "Upload-Metadata",
                        "filename " + base64(file.name()) + ",kind "
                                + base64(file.fields().get("kind")))
                .POST(BodyPublishers.noBody()));
        assertThat(begun.statusCode()).isEqualTo(201);
        return new Tus(begun.headers().firstValue("Location").orElseThrow());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** Sends from the offset, and loses the line after so many bytes. */
    void sendAndLoseTheLine(String token, byte[] whole, int after) {
        InputStream cut = new SequenceInputStream(new ByteArrayInputStream(whole, 0, after), new LostLine());
        assertThat(catching(() -> patch(token, 0, whole.length, cut))).isTrue();
    }

    private static boolean catching(Supplier<?> work) {
        try {
            work.get();
            return false;
        } catch (UncheckedIOException lost) {
            return true;
        }
    }

    /** What the court has of it so far. */
    int offset(String token) {
        HttpResponse<Void> told =
                send(HTTP.request(Sent.of(token, address).under("")).method("HEAD", BodyPublishers.noBody()));
        assertThat(told.statusCode()).isEqualTo(200);
        return Integer.parseInt(told.headers().firstValue("Upload-Offset").orElseThrow());
    }

    /** Sends the rest, from wherever it stopped. */
    void resume(String token, byte[] whole) {
        int from = offset(token);
        int length = whole.length - from;
        var rest = new ByteArrayInputStream(whole, from, length);
        assertThat(patch(token, from, length, rest).statusCode()).isEqualTo(204);
    }

    private HttpResponse<Void> patch(String token, int offset, int length, InputStream bytes) {
        BodyPublisher body = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> bytes), length);
        return send(HTTP.request(Sent.of(token, address).under(""))
                .header("Content-Type", BYTES)
                .header("Upload-Offset", Integer.toString(offset))
                .method("PATCH", body));
    }

    private static HttpResponse<Void> send(HttpRequest.Builder request) {
        try {
            return HTTP.client().send(request.header("Tus-Resumable", "1.0.0").build(), BodyHandlers.discarding());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Ends in the middle. */
    private static final class LostLine extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("the line is lost");
        }
    }
}
