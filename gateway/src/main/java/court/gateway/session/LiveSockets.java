package court.gateway.session;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.reactive.socket.client.ReactorNettyWebSocketClient;
import org.springframework.web.reactive.socket.client.WebSocketClient;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.server.WebsocketServerSpec;

/**
 * Sockets through the gateway. A ticket begins with the id of the session it was given to; when that session ends, so does the
 * socket, within about a second. Whether a ticket is good, the service behind decides.
 */
final class LiveSockets extends HandshakeWebSocketService {

    /** More than the service behind takes, so that it is the one to speak; in bytes. */
    private static final int LARGEST_FRAME = 256 * 1024;

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Pattern TICKET = Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\..+");
    private static final CloseStatus SIGNED_OUT = new CloseStatus(4401, "access.token_invalid");

    private final RevokedSessions revoked;

    LiveSockets(RevokedSessions revoked) {
        super(new ReactorNettyRequestUpgradeStrategy(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(LARGEST_FRAME)));
        this.revoked = revoked;
    }

    /** What speaks with the service behind. */
    static WebSocketClient onwards() {
        return new ReactorNettyWebSocketClient(
                HttpClient.create(), () -> WebsocketClientSpec.builder().maxFramePayloadLength(LARGEST_FRAME));
    }

    @Override
    public Mono<Void> handleRequest(ServerWebExchange exchange, WebSocketHandler handler) {
        String ticket = exchange.getRequest().getQueryParams().getFirst("ticket");
        Matcher named = TICKET.matcher(ticket == null ? "" : ticket);
        return named.matches()
                ? super.handleRequest(exchange, new Watched(handler, UUID.fromString(named.group(1))))
                : super.handleRequest(exchange, handler);
    }

    private final class Watched implements WebSocketHandler {

        private final WebSocketHandler handler;
        private final UUID session;

        Watched(WebSocketHandler handler, UUID session) {
            this.handler = handler;
            this.session = session;
        }

        @Override
        public List<String> getSubProtocols() {
            return handler.getSubProtocols();
        }

        /** Neither cuts the other off: a close that is being sent would be lost, and nobody told why. */
        @Override
        public Mono<Void> handle(WebSocketSession socket) {
            Sinks.Empty<Void> left = Sinks.empty();
            return Mono.when(
                    handler.handle(socket).doFinally(how -> left.tryEmitEmpty()),
                    ended().takeUntilOther(left.asMono()).flatMap(look -> socket.close(SIGNED_OUT)));
        }

        private Mono<Long> ended() {
            return Flux.interval(Duration.ZERO, LOOK)
                    .onBackpressureDrop()
                    .filter(look -> revoked.contains(session))
                    .next();
        }
    }
}
