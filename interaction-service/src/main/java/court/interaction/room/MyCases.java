package court.interaction.room;

import court.interaction.reading.Unread;
import court.platform.calendar.LegalCalendar;
import court.platform.security.Actor;
import court.platform.security.Memberships;
import court.platform.web.EdgeRefusal;
import court.platform.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The cases somebody is in, newest first. */
@Repository
class MyCases {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final DatabaseClient database;
    private final Clock clock;

    MyCases(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One case of mine.
     *
     * @param roles what I am in it
     * @param lastMessageAt when something was last said that I may read
     * @param unread entries others sent that I have not read, in all streams I read in this case
     */
    record Line(
            UUID id,
            String caseNumber,
            String courtCode,
            List<String> roles,
            Instant openedAt,
            @Nullable Instant lastMessageAt,
            long unread) {}

    private record Row(
            UUID id,
            String number,
            String court,
            String roles,
            Instant opened,
            @Nullable Instant last,
            long unread) {

        Line line() {
            return new Line(id, number, court, Arrays.asList(roles.split(",", -1)), opened, last, unread);
        }
    }

    Mono<Page<Line>> list(Actor actor, @Nullable String cursor, int size) {
        return database.sql("""
                        select r.id, r.case_number as number, r.court, string_agg(distinct m.role, ',') as roles,
                               r.opened_at as opened, max(s.last_at) as last,
                               (select coalesce(sum(""" + Unread.count("r.id", "mine.reader") + """
                                ), 0)::bigint from (select distinct coalesce(nullif(m.party_id, ''), 'COURT') as reader
                                    from membership m where m.case_id = r.id and m.member in (:members)
                                      and (m.party_id = '') = :staff and""" + Memberships.IN_FORCE + """
                                ) mine) as unread
                        from membership m
                        join room r on r.id = m.case_id
                        left join reader s on s.case_id = r.id and s.reader = coalesce(nullif(m.party_id, ''), 'COURT')
                        where m.member in (:members) and (m.party_id = '') = :staff and r.id < :before and"""
                        + Memberships.IN_FORCE + """
                        group by r.id order by r.id desc limit :size""")
                .bind("members", actor.memberNames())
                .bind("me", actor.memberName())
                .bind("today", LegalCalendar.dateOf(clock.instant()))
                .bind("staff", actor.isStaff())
                .bind("before", before(cursor))
                .bind("size", size + 1)
                .mapProperties(Row.class)
                .all()
                .map(Row::line)
                .collectList()
                .map(lines -> Page.of(lines, size, line -> line.id().toString()));
    }

    private static UUID before(@Nullable String cursor) {
        try {
            return cursor == null ? NEWEST : UUID.fromString(cursor);
        } catch (IllegalArgumentException unreadable) {
            throw EdgeRefusal.CURSOR_UNREADABLE.because();
        }
    }
}
