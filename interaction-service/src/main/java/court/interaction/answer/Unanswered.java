package court.interaction.answer;

import court.interaction.stream.Message;
import court.platform.security.Actor;
import court.platform.security.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who waits for the court's answer. A party waits from its first message on until somebody of the court posts something it may
 * read, or the judge says that no answer is needed. One row per case and party; the room is locked while it changes.
 */
@Repository
public class Unanswered {

    private static final String COLUMNS = """
            u.case_id, r.case_number, r.court, u.party_id, u.first_id, u.asked_at, u.last_id, u.messages
            from unanswered u join room r on r.id = u.case_id""";

    private final DatabaseClient database;

    Unanswered(DatabaseClient database) {
        this.database = database;
    }

    /** What is asked for in a list. */
    record Search(Actor actor, @Nullable Instant askedBefore, UUID after, int most) {}

    /** How many wait, and how many of them too long. */
    record Count(long waiting, long overdue) {}

    /** What somebody said, of the court or for a party. */
    public record Spoken(Message message, boolean byCourt) {}

    private record Asker(UUID caseId, String party) {}

    /** Follows what is said, in this order. Inside the write unit that posts it and has locked the rooms. */
    public Mono<Void> follow(List<Spoken> all) {
        Set<Asker> answered = new LinkedHashSet<>();
        Map<Asker, List<Message>> asked = new LinkedHashMap<>();
        for (Spoken spoken : all) {
            Message message = spoken.message();
            if (spoken.byCourt()) {
                message.audience().stream()
                        .map(party -> new Asker(message.caseId(), party))
                        .forEach(asker -> {
                            answered.add(asker);
                            asked.remove(asker);
                        });
            } else {
                asked.computeIfAbsent(new Asker(message.caseId(), message.sender()), it -> new ArrayList<>())
                        .add(message);
            }
        }
        return answered(answered).then(asked(asked));
    }

    private Mono<Void> answered(Collection<Asker> askers) {
        return askers.isEmpty() ? Mono.empty() : by(askers, database.sql("""
                                delete from unanswered using unnest(:cases::uuid[], :parties::text[]) as it (case_id, party)
                                where unanswered.case_id = it.case_id and unanswered.party_id = it.party""")).then();
    }

    private Mono<Void> asked(Map<Asker, List<Message>> asked) {
        Collection<List<Message>> each = asked.values();
        return asked.isEmpty()
                ? Mono.empty()
                : by(asked.keySet(), database.sql("""
                                insert into unanswered (case_id, party_id, first_id, asked_at, last_id, messages)
                                select * from unnest(:cases::uuid[], :parties::text[], :firsts::uuid[], :times::timestamptz[], :lasts::uuid[],
                                                     :counts::int[])
                                on conflict (case_id, party_id)
                                do update set last_id = excluded.last_id, messages = unanswered.messages + excluded.messages"""))
                        .bind(
                                "firsts",
                                each.stream().map(it -> it.getFirst().id()).toArray(UUID[]::new))
                        .bind(
                                "times",
                                each.stream()
                                        .map(it -> it.getFirst().time().toString())
                                        .toArray(String[]::new))
                        .bind(
                                "lasts",
                                each.stream().map(it -> it.getLast().id()).toArray(UUID[]::new))
                        .bind("counts", each.stream().map(List::size).toArray(Integer[]::new))
                        .then();
    }

    private static GenericExecuteSpec by(Collection<Asker> askers, GenericExecuteSpec sql) {
        return sql.bind("cases", askers.stream().map(Asker::caseId).toArray(UUID[]::new))
                .bind("parties", askers.stream().map(Asker::party).toArray(String[]::new));
    }

    /**
     * What a party took back waits no more; what else it wrote waits since it was written. Inside the write unit that recalls it and has
     * locked the room.
     */
    public Mono<Void> recalled(Message message) {
        return database.sql("""
                        with waiting as (
                            select m.id, m.posted_at, s.seq
                            from unanswered u
                            join stream f on f.message_id = u.first_id and f.reader = 'COURT'
                            join stream s on s.case_id = u.case_id and s.reader = 'COURT' and s.seq >= f.seq
                            join message m on m.id = s.message_id and m.sender = u.party_id and m.about is null and not m.recalled
                            where u.case_id = :case and u.party_id = :party),
                        none as (
                            delete from unanswered
                            where case_id = :case and party_id = :party and not exists (select from waiting)),
                        rest as (
                            select (array_agg(id order by seq))[1] as first_id, (array_agg(posted_at order by seq))[1] as asked_at,
                                   (array_agg(id order by seq desc))[1] as last_id, count(*) as messages
                            from waiting having count(*) > 0)
                        update unanswered u
                        set first_id = rest.first_id, asked_at = rest.asked_at, last_id = rest.last_id, messages = rest.messages,
                            overdue_told = u.overdue_told and u.first_id = rest.first_id
                        from rest where u.case_id = :case and u.party_id = :party""")
                .bind("case", message.caseId())
                .bind("party", message.sender())
                .then();
    }

    /** Who waits, longest first: a supervisor sees the whole court, others the cases they work on. */
    Flux<Waiting> list(Search search) {
        boolean whole = search.actor().is(Role.SUPERVISOR);
        String mine = whole
                ? " where r.court = :mine"
                : " where exists (select from membership m where m.case_id = u.case_id and m.member = :mine"
                        + " and m.party_id = '' and m.role <> 'FILING_JUDGE')";
        var spec = database.sql("select " + COLUMNS + mine
                        + " and u.first_id > :after and (:before is null or u.asked_at < :before)"
                        + " order by u.first_id limit :most")
                .bind(
                        "mine",
                        whole
                                ? String.valueOf(search.actor().court())
                                : search.actor().id())
                .bind("after", search.after())
                .bind("most", search.most());
        spec = search.askedBefore() == null
                ? spec.bindNull("before", Instant.class)
                : spec.bind("before", search.askedBefore());
        return spec.mapProperties(Waiting.class).all();
    }

    /** Who has waited too long and of whom nobody was told yet. */
    Flux<Waiting> untold(Instant askedBefore, int most) {
        return database.sql("select " + COLUMNS
                        + " where not u.overdue_told and u.asked_at < :before order by u.first_id limit :most")
                .bind("before", askedBefore)
                .bind("most", most)
                .mapProperties(Waiting.class)
                .all();
    }

    /** True for whoever comes first while that question still waits. Inside the write unit that tells. */
    Mono<Boolean> first(Waiting waiting) {
        return database.sql("""
                        update unanswered set overdue_told = true
                        where case_id = :case and party_id = :party and first_id = :first and not overdue_told""")
                .bind("case", waiting.caseId())
                .bind("party", waiting.partyId())
                .bind("first", waiting.firstId())
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** Takes what a party asked off the list, up to a message; refuses when nothing waits or more was asked since. */
    Mono<Void> settle(UUID caseId, String partyId, UUID through) {
        return database.sql("select last_id from unanswered where case_id = :case and party_id = :party for update")
                .bind("case", caseId)
                .bind("party", partyId)
                .mapValue(UUID.class)
                .one()
                .switchIfEmpty(Mono.error(AnswerRefusal.NOTHING_WAITS::because))
                .filter(through::equals)
                .switchIfEmpty(Mono.error(AnswerRefusal.MORE_WAS_ASKED::because))
                .then(Mono.defer(() -> remove(caseId, partyId)));
    }

    private Mono<Void> remove(UUID caseId, String partyId) {
        return database.sql("delete from unanswered where case_id = :case and party_id = :party")
                .bind("case", caseId)
                .bind("party", partyId)
                .then();
    }

    Mono<Count> count(Instant askedBefore) {
        return database.sql("""
                        select count(*) as waiting, count(*) filter (where asked_at < :before) as overdue
                        from unanswered""")
                .bind("before", askedBefore)
                .mapProperties(Count.class)
                .one();
    }
}
