package court.filing.filing;

import court.filing.filing.FilingRows.Row;
import court.platform.security.Actor;
import court.platform.security.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;

/** Lists of filings: a person's own, newest first; a court's queue, oldest deadline first. */
@Repository
class FilingLists {

    private final DatabaseClient database;
    private final FilingRows rows;

    FilingLists(DatabaseClient database, FilingRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Filings one person began, or is or acts for an applicant in; for a clerk also what colleagues entered that came back. */
    Flux<Stored> own(Actor actor, @Nullable String state, @Nullable UUID before, int limit) {
        var query = database.sql("""
                        select id, version, body from filing
                        where (owner = :who or id in (select filing_id from filing_person
                                where person_key in (:names) and side in ('APPLICANT', 'AGENT'))
                            or (court = :court and state = 'RETURNED' and channel in ('MAIL', 'COUNTER')))
                            and (:state = '' or state = :state) and (:cursor::uuid is null or id < :cursor)
                        order by id desc limit :limit""")
                .bind("who", actor.memberName())
                .bind("names", actor.memberNames())
                .bind("court", court(actor))
                .bind("state", state == null ? "" : state)
                .bind("limit", limit);
        return rows.opened((before == null ? query.bindNull("cursor", UUID.class) : query.bind("cursor", before))
                .mapProperties(Row.class)
                .all());
    }

    private static String court(Actor actor) {
        String court = actor.is(Role.CLERK) ? actor.court() : null;
        return court == null ? "" : court;
    }

    /**
     * What a judge looks for in the queue; null means any.
     *
     * @param reviewer staff id, or {@code none}
     * @param overdue only what should have been decided or answered by this day
     */
    record Filter(
            String state,
            @Nullable String reviewer,
            @Nullable String channel,
            @Nullable String basisKind,
            @Nullable String claimKind,
            @Nullable LocalDate overdue) {}

    /** Where a page of the queue ended. */
    record Place(LocalDate date, UUID id) {

        String text() {
            return date + "_" + id;
        }
    }

    /** A filing of the queue with the day that counts next: the court's, or the applicant's. */
    record Waiting(Stored stored, LocalDate due) {

        Place place() {
            return new Place(due, stored.filing().id());
        }
    }

    private record QueueRow(UUID id, long version, String body, LocalDate due) {}

    Flux<Waiting> queue(String court, Filter filter, Place after, int limit) {
        return database.sql("""
                        select filing.id, filing.version, filing.body, coalesce(deadline.due, date '9999-12-31') as due
                        from filing left join deadline on deadline.filing_id = filing.id and deadline.state = 'RUNNING'
                            and deadline.rule in ('DECIDE_FILING', 'CORRECTION')
                        where filing.court = :court and filing.state = :state
                            and (:reviewer = '' or coalesce(reviewer, 'none') = :reviewer)
                            and (:channel = '' or channel = :channel)
                            and (:basis = '' or basis_kind = :basis)
                            and (:claim = '' or claim_kind = :claim)
                            and (:overdue = date '1000-01-01' or deadline.due < :overdue)
                            and (coalesce(deadline.due, date '9999-12-31'), filing.id) > (:date, :id)
                        order by coalesce(deadline.due, date '9999-12-31'), filing.id limit :limit""")
                .bind("court", court)
                .bind("state", filter.state())
                .bind("reviewer", any(filter.reviewer()))
                .bind("channel", any(filter.channel()))
                .bind("basis", any(filter.basisKind()))
                .bind("claim", any(filter.claimKind()))
                .bind("overdue", filter.overdue() == null ? LocalDate.of(1000, 1, 1) : filter.overdue())
                .bind("date", after.date())
                .bind("id", after.id())
                .bind("limit", limit)
                .mapProperties(QueueRow.class)
                .all()
                .collectList()
                .flatMapIterable((List<QueueRow> all) -> all)
                .concatMap(row -> rows.read(new Row(row.id(), row.version(), row.body()))
                        .map(stored -> new Waiting(stored, row.due())));
    }

    private static String any(@Nullable String value) {
        return value == null ? "" : value;
    }
}
