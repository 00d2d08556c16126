package court.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/** The server library once stopped reading a kept connection after a request that came before the last was done with. */
class KeptConnectionTest {

    @Test
    void aConnectionGoesOnAfterARequestThatCameAMomentEarly() throws IOException, InterruptedException {
        var server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> response.sendString(
                        request.uri().equals("/slow")
                                ? Mono.delay(Duration.ofMillis(50)).thenReturn("ok")
                                : Mono.just("ok")))
                .bindNow();
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.setSoTimeout(10_000);
            send(socket, "/slow");
            send(socket, "/early");
            assertAnswers(socket, 2);
            Thread.sleep(200);

            send(socket, "/next");

            assertAnswers(socket, 1);
        } finally {
            server.disposeNow();
        }
    }

    private static void send(Socket socket, String path) throws IOException {
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: court\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertAnswers(Socket socket, int expected) throws IOException {
        String text = "";
        byte[] buffer = new byte[4096];
        while (text.split("HTTP/1.1 200 OK", -1).length <= expected) {
            int count = socket.getInputStream().read(buffer);
            assertThat(count).isPositive();
            text += new String(buffer, 0, count, StandardCharsets.US_ASCII);
        }
    }
}
