package court.gateway.session;

import static court.gateway.support.Edge.bearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.gateway.support.Edge;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A socket through the gateway is closed, and its end told, when the session of its ticket ends. */
class EndedSocketIT {

    private record Close(int code, String reason) {}

    private static final class Client implements WebSocket.Listener {

        private final CompletableFuture<String> heard = new CompletableFuture<>();
        private final CompletableFuture<Close> closed = new CompletableFuture<>();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            heard.complete(text.toString());
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(new Close(code, reason));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable cut) {
            closed.complete(new Close(1006, cut.toString()));
        }
    }

    private final AtomicInteger open = new AtomicInteger();
    private final DisposableServer room = HttpServer.create()
            .host("127.0.0.1")
            .port(0)
            .route(routes -> routes.ws("/api/v1/cases/{id}/socket", (in, out) -> {
                open.incrementAndGet();
                return out.sendString(in.receive().asString())
                        .then()
                        .then(Mono.<Void>never())
                        .takeUntilOther(in.receiveCloseStatus())
                        .doFinally(how -> open.decrementAndGet());
            }))
            .bindNow();
    private final Edge edge =
            Edge.shared().another(Map.of("court.peers.interaction", "http://127.0.0.1:" + room.port()));

    @AfterEach
    void stop() {
        room.disposeNow();
    }

    @Test
    void whoSignsOutIsToldWhyTheSocketCloses() {
        JsonNode pair = edge.party(Edge.ID_NUMBER);
        Client client = new Client();
        WebSocket socket = connect(sessionOf(pair) + ".secret", client);
        socket.sendText("在吗", true).join();
        assertThat(client.heard.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo("在吗");

        edge.delete("/api/v1/sessions/current", bearer(pair));

        await().atMost(Duration.ofSeconds(5)).until(client.closed::isDone);
        assertThat(client.closed.join()).isEqualTo(new Close(4401, "access.token_invalid"));
        await().atMost(Duration.ofSeconds(5)).until(() -> open.get() == 0);
    }

    @Test
    void anothersSessionEndsNothing() {
        JsonNode stays = edge.party(Edge.ID_NUMBER);
        JsonNode leaves = edge.party(Edge.ID_NUMBER);
        Client client = new Client();
        WebSocket socket = connect(sessionOf(stays) + ".secret", client);
        edge.delete("/api/v1/sessions/current", bearer(leaves));

        await().during(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(5)).until(() -> !client.closed.isDone());
        socket.abort();
        await().atMost(Duration.ofSeconds(5)).until(() -> open.get() == 0);
    }

    private WebSocket connect(String ticket, Client client) {
        String address = edge.at("/api/v1/cases/1/socket?ticket=" + ticket).toString();
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address.replaceFirst("^http", "ws")), client)
                .join();
    }

    private static String sessionOf(JsonNode pair) {
        String claims = pair.get("accessToken").asString().split("\\.")[1];
        return new JsonMapper()
                .readTree(Base64.getUrlDecoder().decode(claims))
                .get("sid")
                .asString();
    }
}
