package court.gateway.organisation;

import court.gateway.session.Mandates;
import court.platform.calendar.LegalCalendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * Looks up for which organisations somebody may act now: those they represent by law, and those that appointed them.
 * The rows are held ({@code for share}) until the tokens are made, so that a revocation either comes before and is seen,
 * or comes after and finds the session.
 */
@Repository
class Authorisations implements Mandates {

    /** More would not fit into the header that carries the token. */
    private static final int MOST = 40;

    private final DatabaseClient database;
    private final Clock clock;

    Authorisations(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Granted(String organisation, @Nullable LocalDate until) {}

    @Override
    public Mono<Mandate> of(String personKey) {
        return represented(personKey).flatMap(byLaw -> handled(personKey).map(byTerm -> mandate(byLaw, byTerm)));
    }

    private Mono<List<Granted>> represented(String personKey) {
        return database.sql("""
                        select person_key as organisation, null::date as until from organisation
                        where representative_key = :person order by verified_at desc limit :most for share""")
                .bind("person", personKey)
                .bind("most", MOST)
                .mapProperties(Granted.class)
                .all()
                .collectList();
    }

    private Mono<List<Granted>> handled(String personKey) {
        return database.sql("""
                        select o.person_key as organisation, h.valid_until as until
                        from handler h join organisation o on o.id = h.organisation_id
                        where h.person_key = :person and h.revoked_at is null
                          and h.valid_from <= :today and h.valid_until >= :today
                        order by h.id desc limit :most for share of h""")
                .bind("person", personKey)
                .bind("today", LegalCalendar.dateOf(clock.instant()))
                .bind("most", MOST)
                .mapProperties(Granted.class)
                .all()
                .collectList();
    }

    private static Mandate mandate(List<Granted> byLaw, List<Granted> byTerm) {
        List<Granted> all =
                Stream.concat(byLaw.stream(), byTerm.stream()).limit(MOST).toList();
        Instant until = all.stream()
                .map(Granted::until)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(HandlerTerm::end)
                .orElse(null);
        return new Mandate(all.stream().map(Granted::organisation).collect(Collectors.toUnmodifiableSet()), until);
    }
}
