package court.interaction.reading;

import court.interaction.stream.Bookmarks.Bookmark;
import court.platform.security.Membership;
import court.platform.security.Memberships.Place;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How far everybody has read. Per person, because two who stand for one party read apart; a position never goes back. */
@Repository
class ReadPositions {

    private final DatabaseClient database;
    private final Clock clock;

    ReadPositions(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Where somebody stands in their stream.
     *
     * @param read the last place they have read; 0 for none
     * @param last the last place there is
     * @param unread entries after it that others sent
     */
    @Schema(name = "ReadStanding")
    record Standing(String reader, long read, long last, long unread) {}

    /**
     * How far a member has read, for the court's eyes.
     *
     * @param memberId staff id, party id or agent id
     * @param reader COURT or party id
     */
    record Receipt(String memberId, String role, String reader, long seq, Instant at) {}

    /** Whether this is further than before. Inside a write unit. */
    Mono<Boolean> advance(Membership member, Bookmark mark, long seq) {
        Place place = place(member, mark);
        String id = place.isCourt() ? place.member() : place.agentId().isEmpty() ? place.partyId() : place.agentId();
        return database.sql("""
                        insert into read_position (case_id, reader, person, member_id, role, seq, at)
                        values (:case, :reader, :me, :id, :role, :seq, :now)
                        on conflict (case_id, reader, person) do update
                        set seq = excluded.seq, at = excluded.at, member_id = excluded.member_id, role = excluded.role
                        where read_position.seq < excluded.seq""")
                .bind("case", mark.caseId())
                .bind("reader", mark.reader())
                .bind("me", mark.actor().memberName())
                .bind("id", id)
                .bind("role", place.role())
                .bind("seq", seq)
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    private static Place place(Membership member, Bookmark mark) {
        return member.places().stream()
                .filter(it -> it.isCourt() || it.partyId().equals(mark.reader()))
                .findFirst()
                .orElseThrow();
    }

    Mono<Standing> standing(Bookmark mark) {
        return database.sql("select :reader as reader, coalesce((select seq from read_position"
                        + " where case_id = :case and reader = :reader and person = :me), 0) as read,"
                        + " coalesce((select last from reader where case_id = :case and reader = :reader), 0) as last,"
                        + Unread.count(":case", ":reader") + " as unread")
                .bind("reader", mark.reader())
                .bind("case", mark.caseId())
                .bind("me", mark.actor().memberName())
                .mapProperties(Standing.class)
                .one();
    }

    Mono<List<Receipt>> of(UUID caseId) {
        return database.sql("""
                        select member_id, role, reader, seq, at from read_position
                        where case_id = :case order by role, member_id, at""")
                .bind("case", caseId)
                .mapProperties(Receipt.class)
                .all()
                .collectList();
    }
}
