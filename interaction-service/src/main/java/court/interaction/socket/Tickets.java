package court.interaction.socket;

import court.interaction.stream.Bookmarks.Bookmark;
import court.platform.outbox.TextDigests;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Objects;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tickets that open sockets, because browsers and mini-programs cannot send a token with the handshake: each for one reader of
 * one case, good once and for {@value #SECONDS} seconds, kept only as a digest.
 */
@Repository
class Tickets {

    static final int SECONDS = 30;

    private static final JsonMapper PLAIN = new JsonMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DatabaseClient database;
    private final WriteUnit unit;
    private final Clock clock;

    Tickets(DatabaseClient database, WriteUnit unit, Clock clock) {
        this.database = database;
        this.unit = unit;
        this.clock = clock;
    }

    /** A ticket as it is handed out. */
    record Ticket(String ticket, Instant expiresAt) {}

    /**
     * What a ticket opens.
     *
     * @param until when the session's token ends, and the socket with it
     */
    record Pass(Actor actor, UUID caseId, String reader, Instant until) {}

    private record Row(String reader, String actor, Instant until) {}

    /** A ticket for who holds this token; begins with the session's id, by which the gateway ends the socket with the session. */
    Mono<Ticket> issue(Jwt token, Bookmark reading) {
        String ticket = Objects.requireNonNullElse(token.getClaimAsString("sid"), "") + "." + random();
        Instant expires = clock.instant().plusSeconds(SECONDS);
        return unit.run(() -> database.sql("delete from socket_ticket where expires_at < :now")
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .then()
                        .then(database.sql("""
                                insert into socket_ticket (sha256, case_id, reader, actor, until, expires_at)
                                values (:sha256, :case, :reader, :actor, :until, :expires)""")
                                .bind("sha256", TextDigests.of(ticket).sha256())
                                .bind("case", reading.caseId())
                                .bind("reader", reading.reader())
                                .bind("actor", PLAIN.writeValueAsString(reading.actor()))
                                .bind("until", end(token).atOffset(ZoneOffset.UTC))
                                .bind("expires", expires.atOffset(ZoneOffset.UTC))
                                .then())
                        .thenReturn(true))
                .thenReturn(new Ticket(ticket, expires));
    }

    /** Takes a ticket; refuses one that is not there, was taken, is too old or is for another case. */
    Mono<Pass> take(UUID caseId, String ticket) {
        return unit.run(() -> database.sql("""
                        delete from socket_ticket where sha256 = :sha256 and case_id = :case and expires_at > :now
                        returning reader, actor, until""")
                        .bind("sha256", TextDigests.of(ticket).sha256())
                        .bind("case", caseId)
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .mapProperties(Row.class)
                        .one())
                .map(row -> new Pass(PLAIN.readValue(row.actor(), Actor.class), caseId, row.reader(), row.until()))
                .switchIfEmpty(Mono.error(SocketRefusal.TICKET_INVALID::because));
    }

    private static Instant end(Jwt token) {
        Instant end = token.getExpiresAt();
        return end == null ? Instant.EPOCH : end;
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
