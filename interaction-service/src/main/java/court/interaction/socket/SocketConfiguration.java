package court.interaction.socket;

import court.interaction.message.Voice;
import court.interaction.socket.Conversation.Parts;
import court.interaction.stream.Bookmarks;
import court.interaction.stream.Following;
import java.time.Clock;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.handler.SimpleUrlHandlerMapping;
import org.springframework.web.reactive.socket.server.WebSocketService;
import org.springframework.web.reactive.socket.server.support.HandshakeWebSocketService;
import org.springframework.web.reactive.socket.server.upgrade.ReactorNettyRequestUpgradeStrategy;
import reactor.netty.http.server.WebsocketServerSpec;

/** Where sockets are opened, and the largest frame they take. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SocketSettings.class)
class SocketConfiguration {

    /** In bytes; a message has 5,000 characters at most. */
    private static final int LARGEST_FRAME = 64 * 1024;

    @Bean
    Parts conversationParts(
            Bookmarks streams,
            Following following,
            Voice messages,
            Frames frames,
            SocketSettings settings,
            Clock clock) {
        return new Parts(streams, following, messages, frames, settings, clock);
    }

    @Bean
    HandlerMapping sockets(SocketHandler handler) {
        return new SimpleUrlHandlerMapping(Map.of(SocketHandler.PATH, handler), -1);
    }

    @Bean
    WebSocketService webSocketService() {
        return new HandshakeWebSocketService(new ReactorNettyRequestUpgradeStrategy(
                () -> WebsocketServerSpec.builder().maxFramePayloadLength(LARGEST_FRAME)));
    }
}
