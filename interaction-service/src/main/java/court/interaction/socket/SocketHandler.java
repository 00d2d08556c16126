package court.interaction.socket;

import court.interaction.socket.Conversation.Parts;
import court.platform.model.Refusal;
import court.platform.model.Refused;
import court.platform.web.Refusals;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.socket.CloseStatus;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens sockets for tickets, and closes them with a problem frame and a code that says why. */
@Component
class SocketHandler implements WebSocketHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SocketHandler.class);

    static final String PATH = "/api/v1/cases/{caseId}/socket";

    private static final UriTemplate ADDRESS = new UriTemplate(PATH);
    private static final CloseStatus AGAIN = new CloseStatus(1012);

    private final Tickets tickets;
    private final Parts parts;

    SocketHandler(Tickets tickets, Parts parts) {
        this.tickets = tickets;
        this.parts = parts;
    }

    @Override
    public List<String> getSubProtocols() {
        return List.of("casegroup.v1+json");
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        return pass(session)
                .map(pass -> new Conversation(pass, parts))
                .flatMap(conversation ->
                        Mono.when(conversation.in(session.receive()), speak(session, conversation.out())))
                .onErrorResume(Refused.class, refused -> speak(session, Flux.error(refused)))
                .onErrorResume(gone -> {
                    LOG.info("a socket ends early, its reader resumes: {}", gone.toString());
                    return session.close(CloseStatus.SERVER_ERROR);
                });
    }

    private Mono<Tickets.Pass> pass(WebSocketSession session) {
        var uri = session.getHandshakeInfo().getUri();
        String ticket =
                UriComponentsBuilder.fromUri(uri).build().getQueryParams().getFirst("ticket");
        UUID caseId = caseId(ADDRESS.match(uri.getPath()).getOrDefault("caseId", ""));
        return ticket == null ? Mono.error(SocketRefusal.TICKET_INVALID.because()) : tickets.take(caseId, ticket);
    }

    private static UUID caseId(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw SocketRefusal.TICKET_INVALID.because();
        }
    }

    /** Sends frames to the end, then the reason as the last of them, then closes. */
    private Mono<Void> speak(WebSocketSession session, Flux<ServerFrame> frames) {
        Closing closing = new Closing();
        return session.send(frames.onErrorResume(trouble -> {
                            closing.status = status(Refusals.of(trouble));
                            return Mono.just(parts.frames().refusing(null, trouble));
                        })
                        .map(frame -> session.textMessage(parts.frames().write(frame))))
                .then(Mono.defer(() -> session.close(closing.status)));
    }

    private static final class Closing {

        private volatile CloseStatus status = AGAIN;
    }

    /** RFC 6455 §7.4.2 leaves 4000 to 4999 to applications: the HTTP status that the reason would have. */
    private static CloseStatus status(Refused refused) {
        Refusal.Kind kind = refused.refusal().kind();
        int status = kind == Refusal.Kind.NOT_FOUND ? Refusal.Kind.FORBIDDEN.status() : kind.status();
        return new CloseStatus(4000 + status, refused.refusal().code());
    }
}
