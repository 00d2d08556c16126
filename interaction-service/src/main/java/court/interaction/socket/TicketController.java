package court.interaction.socket;

import court.interaction.socket.Tickets.Ticket;
import court.interaction.stream.Bookmarks;
import court.platform.security.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Tickets by HTTP. A ticket is a secret: no answer to it is kept, so it takes no {@code Idempotency-Key}. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/socket-tickets")
class TicketController {

    private final Bookmarks streams;
    private final Tickets tickets;

    TicketController(Bookmarks streams, Tickets tickets) {
        this.streams = streams;
        this.tickets = tickets;
    }

    @PostMapping
    Mono<ResponseEntity<Ticket>> issue(
            Actor actor,
            @AuthenticationPrincipal Jwt token,
            @PathVariable UUID caseId,
            @RequestParam(required = false) @Nullable String reader) {
        return streams.open(actor, caseId, reader, null)
                .flatMap(reading -> tickets.issue(token, reading))
                .map(ticket -> ResponseEntity.status(HttpStatus.CREATED)
                        .cacheControl(CacheControl.noStore())
                        .body(ticket));
    }
}
