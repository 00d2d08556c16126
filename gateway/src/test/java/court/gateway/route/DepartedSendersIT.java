package court.gateway.route;

import static court.gateway.support.Edge.bearer;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import court.gateway.support.Edge;
import court.gateway.support.HeardLog;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody on a train begins an upload and is gone. */
class DepartedSendersIT {

    private static final int PIECE = 1024 * 1024;

    private final Edge edge = Edge.shared();
    private final String token = bearer(edge.party(Edge.ID_NUMBER))[1];
    private final HeardLog log = new HeardLog(DepartedSenders.class);

    @AfterEach
    void listenNoMore() {
        log.close();
    }

    @ParameterizedTest
    @CsvSource({"PATCH, /api/v1/filings/1/uploads/left", "POST, /api/v1/cases/1/files"})
    void whoLeavesAnUploadIsOneLineWithoutATrace(String method, String path) throws Exception {
        for (boolean reset : new boolean[] {false, true}) {
            leave(method, path, reset);
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> log.lines(path).size() == 2);
        await().during(Duration.ofSeconds(1)).until(() -> log.lines(path).size() == 2);
        assertThat(log.lines(path)).allMatch(it -> it.getLevel() == Level.INFO);
        assertThat(log.loud()).isEmpty();
    }

    /** Sends a tenth of what was announced; the service has it and learns that no more comes. */
    private void leave(String method, String path, boolean reset) throws Exception {
        AtomicLong received = new AtomicLong();
        CountDownLatch over = new CountDownLatch(1);
        edge.service(path.contains("filings") ? "filing" : "interaction").on(path, exchange -> {
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
            socket.getOutputStream().write(head(method, path));
            socket.getOutputStream().write(new byte[PIECE]);
            socket.getOutputStream().flush();
            await().atMost(Duration.ofSeconds(10)).until(() -> received.get() == PIECE);
            if (reset) {
                socket.setSoLinger(true, 0);
            }
        }
        assertThat(over.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private byte[] head(String method, String path) {
        return (method + " " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: " + token
                        + "\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nContent-Length: "
                        + 10L * PIECE
                        + "\r\n\r\n")
                .getBytes(US_ASCII);
    }
}
