package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The room's socket through the gateway, by the JDK's own WebSocket. */
class SocketIT {

    /** Hears and acknowledges nothing. */
    private static final class Heard implements WebSocket.Listener {

        private final List<String> frames = new CopyOnWriteArrayList<>();
        private volatile int closed;

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            frames.add(text.toString());
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            closed = status;
            return null;
        }

        boolean has(String part) {
            return frames.stream().anyMatch(frame -> frame.contains(part));
        }
    }

    private static WebSocket open(CourtCase room, String ticket, Heard heard) {
        URI gateway = HTTP.request(Http.Sent.of("", room.path("/socket?ticket=" + ticket)))
                .GET()
                .build()
                .uri();
        return HTTP.client()
                .newWebSocketBuilder()
                .subprotocols("casegroup.v1+json")
                .buildAsync(URI.create(gateway.toString().replaceFirst("^http", "ws")), heard)
                .join();
    }

    @Test
    void aSocketGoesThroughTheGatewayAndEndsWithItsSession() {
        CourtCase room = CourtCase.open();
        String token = room.applicant().signIn().ok().text("accessToken");
        String ticket = HTTP.post(token, room.path("/socket-tickets"), "{}").text("ticket");
        Heard heard = new Heard();
        WebSocket socket = open(room, ticket, heard);

        socket.sendText("{\"type\":\"hello\",\"after\":0}", true).join();
        await().atMost(CourtCase.SOON).until(() -> heard.has("\"welcome\""));
        socket.sendText("{\"type\":\"post\",\"clientMsgId\":\"m-1\",\"text\":\"请查封车辆\"}", true)
                .join();
        await().atMost(CourtCase.SOON).until(() -> heard.has("\"posted\"") && heard.has("请查封车辆"));

        HTTP.method("DELETE", Http.Sent.of(token, "/api/v1/sessions/current"));
        long signedOut = System.nanoTime();
        await().atMost(CourtCase.SOON).until(() -> heard.closed != 0);

        assertThat(Duration.ofNanos(System.nanoTime() - signedOut)).isLessThan(Duration.ofSeconds(5));
        assertThat(heard.closed).isEqualTo(4401);
    }

    @Test
    void aTicketThatIsNotGoodIsToldThroughTheGatewayToo() {
        CourtCase room = CourtCase.open();
        Heard heard = new Heard();
        open(room, "x", heard);

        await().atMost(CourtCase.SOON).until(() -> heard.closed != 0);
        assertThat(heard.closed).isEqualTo(4401);
        assertThat(heard.has("socket.ticket_invalid")).isTrue();
    }
}
