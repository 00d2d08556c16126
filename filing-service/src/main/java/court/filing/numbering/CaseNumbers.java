package court.filing.numbering;

import court.platform.calendar.LegalCalendar;
import court.platform.model.CaseNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Gives out case numbers 案号: per court, year and type in order, no gaps, none twice (rule RF4). Other acceptances of the
 * court wait from here to the end of the unit, so this comes last of all that a unit decides.
 *
 * <p>The year is Shanghai's at the acceptance. A clock a little behind the court's last acceptance (another machine's, one
 * that was just set right) does not turn back: the acceptance counts as made at the time of the last one, also over New
 * Year. A clock farther back is believed, and that year's series goes on where it stopped.
 */
@Repository
public class CaseNumbers {

    private static final Duration A_LITTLE = Duration.ofHours(1);

    private final DatabaseClient database;

    CaseNumbers(DatabaseClient database) {
        this.database = database;
    }

    /**
     * A number given.
     *
     * @param at the acceptance's time: never before that of the number before it
     */
    public record Given(CaseNumber number, Instant at) {}

    private record Row(int year, int last, OffsetDateTime lastAt) {}

    /** The next number. Inside a write unit: rolled back, it was never given. */
    public Mono<Given> next(String court, CaseNumber.Type type, Instant now) {
        return database.sql("""
                        with moment as (
                            select greatest(cast(:now as timestamptz), max(last_at)) as at from case_number
                            where court = :court and type = :type and last_at <= cast(:now as timestamptz) + make_interval(secs => :little))
                        insert into case_number (court, year, type, last, last_at)
                        select :court, extract(year from at at time zone :zone), :type, 1, at from moment
                        on conflict (court, year, type) do update set last = case_number.last + 1,
                            last_at = case when case_number.last_at <= excluded.last_at + make_interval(secs => :little)
                                then greatest(case_number.last_at, excluded.last_at) else excluded.last_at end
                        returning year, last, last_at""")
                .bind("court", court)
                .bind("type", type.name())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("little", (double) A_LITTLE.toSeconds())
                .bind("zone", LegalCalendar.ZONE.getId())
                .mapProperties(Row.class)
                .one()
                .map(row -> new Given(
                        new CaseNumber(row.year(), court, type, row.last()),
                        row.lastAt().toInstant()));
    }
}
