package court.gateway.route;

import static court.gateway.support.Edge.bearer;
import static court.gateway.support.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import court.gateway.support.Edge;
import court.gateway.support.StubService;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts of an upload flow through the gateway as they come; what is said about them passes untouched. */
class ResumableUploadIT {

    private static final int PIECE = 1024 * 1024;
    private static final int PIECES = 60;

    private final Edge edge = Edge.shared();
    private final String[] token = bearer(edge.party(Edge.ID_NUMBER));

    @Test
    void aPartOfSixtyMegabytesFlowsThroughWithoutBeingHeld() throws Exception {
        String path = "/api/v1/filings/1/uploads/flowing";
        CountDownLatch firstArrived = new CountDownLatch(1);
        AtomicLong received = new AtomicLong();
        edge.service("filing").on(path, exchange -> {
            InputStream body = exchange.getRequestBody();
            received.addAndGet(body.readNBytes(PIECE).length);
            firstArrived.countDown();
            received.addAndGet(body.transferTo(OutputStream.nullOutputStream()));
            exchange.getResponseHeaders().set("Upload-Offset", Long.toString(received.get()));
            exchange.sendResponseHeaders(204, -1);
        });

        try (Socket socket = new Socket("127.0.0.1", edge.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head(path, (long) PIECE * PIECES));
            out.write(new byte[PIECE]);
            out.write(new byte[PIECE]);
            out.flush();
            // the service has the first megabyte while fifty-eight are still to be sent
            assertThat(firstArrived.await(10, TimeUnit.SECONDS)).isTrue();
            for (int i = 2; i < PIECES; i++) {
                out.write(new byte[PIECE]);
            }
            out.flush();
            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 204")
                    .containsIgnoringCase("Upload-Offset: " + (long) PIECE * PIECES);
        }
    }

    @Test
    void whatCameIsWithTheServiceWhenTheSenderIsCut() throws Exception {
        String path = "/api/v1/filings/1/uploads/cut";
        AtomicLong received = new AtomicLong();
        CountDownLatch over = new CountDownLatch(1);
        edge.service("filing").on(path, exchange -> {
            byte[] part = new byte[8192];
            try (InputStream body = exchange.getRequestBody()) {
                for (int size = body.read(part); size >= 0; size = body.read(part)) {
                    received.addAndGet(size);
                }
            } catch (IOException cut) {
                received.addAndGet(0);
            } finally {
                over.countDown();
            }
        });

        try (Socket socket = new Socket("127.0.0.1", edge.port())) {
            socket.getOutputStream().write(head(path, 10L * PIECE));
            socket.getOutputStream().write(new byte[PIECE]);
            socket.getOutputStream().flush();
            while (received.get() < PIECE) {
                Thread.sleep(20);
            }
        }

        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(received).hasValue(PIECE);
    }

    @ParameterizedTest
    @ValueSource(ints = {409, 410, 412, 423})
    void aRefusalOfTheServicePassesWithItsHeaders(int status) {
        String path = "/api/v1/filings/1/uploads/refused" + status;
        edge.service("filing").on(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Tus-Resumable", "1.0.0");
            StubService.answer(exchange, status, "application/problem+json", "{\"code\":\"upload.x\"}");
        });

        HttpResponse<String> answer = patch(path, BodyPublishers.ofByteArray(new byte[1000]));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("upload.x");
        assertThat(answer.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        assertThat(edge.service("filing").last(path).headers().getFirst("Upload-Offset"))
                .isEqualTo("0");
    }

    @Test
    void aPartBeyondWhatAFileMayBeIsRefusedAtTheEdge() {
        byte[] chunk = new byte[PIECE];

        assertProblem(
                patch(
                        "/api/v1/filings/1/uploads/huge",
                        BodyPublishers.ofByteArrays(java.util.Collections.nCopies(202, chunk))),
                413,
                "edge.body_too_large");
    }

    private HttpResponse<String> patch(String path, java.net.http.HttpRequest.BodyPublisher body) {
        return Edge.send(
                edge.request(path, token)
                        .header("Content-Type", "application/offset+octet-stream")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Offset", "0")
                        .method("PATCH", body)
                        .build(),
                BodyHandlers.ofString());
    }

    private byte[] head(String path, long length) {
        return ("PATCH " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: " + token[1]
                        + "\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nContent-Length: "
                        + length
                        + "\r\n\r\n")
                .getBytes(US_ASCII);
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
