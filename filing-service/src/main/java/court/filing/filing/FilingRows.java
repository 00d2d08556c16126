package court.filing.filing;

import court.filing.application.Application;
import court.platform.contract.Party;
import court.platform.json.SealedJson;
import court.platform.model.Columns;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** How filings lie in their tables: sealed JSON and what is searched by. */
@Repository
class FilingRows {

    private static final String LOCK =
            "select id, version, body from filing where id = any(:ids) order by id for update";

    private static final String LOCK_FREE = """
            select id, version, body from filing, set_config('lock_timeout', '500ms', true) as patience
            where id = any(:ids) and patience is not null order by id for update of filing skip locked""";

    private static final String GIVEN = """

                unnest(:ids::uuid[], :versions::bigint[], :states::text[], :owners::text[], :courts::text[], :channels::text[],
                    :bodies::text[], :ats::timestamptz[], :reviewers::text[], :claims::text[], :bases::text[], :basisKeys::text[],
                    :numbers::text[], :submissions::timestamptz[])
                    as it (id, version, state, owner, court, channel, body, at, reviewer, claim, basis, basis_key, number, submitted)""";

    private final DatabaseClient database;
    private final SealedJson json;
    private final Scheduler blocking;

    FilingRows(DatabaseClient database, SealedJson json, Scheduler blocking) {
        this.database = database;
        this.json = json;
        this.blocking = blocking;
    }

    /** A row as it is read. */
    record Row(UUID id, long version, String body) {}

    /**
     * A filing as it is to be written.
     *
     * @param at when it became so
     */
    record Written(Stored stored, Instant at) {

        Filing filing() {
            return stored.filing();
        }
    }

    Mono<Void> insert(List<Written> begun) {
        return begun.isEmpty() ? Mono.empty() : write("""
                insert into filing (id, version, state, owner, court, channel, body, updated_at)
                select id, version, state, owner, court, channel, body, at from""" + GIVEN, begun);
    }

    /** Writes next states; who is in a filing is written anew with each submission. */
    Mono<Void> update(List<Written> changed) {
        if (changed.isEmpty()) {
            return Mono.empty();
        }
        return write("""
                update filing set version = it.version, state = it.state, owner = it.owner, court = it.court, channel = it.channel,
                    body = it.body, updated_at = it.at, reviewer = it.reviewer, claim_kind = it.claim, basis_kind = it.basis,
                    basis_key = it.basis_key, case_number = it.number,
                    submitted_at = coalesce(it.submitted, submitted_at)
                from""" + GIVEN + " where filing.id = it.id", changed)
                .then(Mono.defer(() -> people(changed.stream()
                        .flatMap(it -> it.filing() instanceof Filing.Submitted submitted
                                ? Stream.of(submitted)
                                : Stream.empty())
                        .toList())));
    }

    /** What is searched by besides; nothing of it before a submission. */
    private record Searched(
            @Nullable String reviewer,
            @Nullable String claim,
            @Nullable String basis,
            @Nullable String basisKey,
            @Nullable String number,
            @Nullable Instant submitted) {

        static Searched of(Filing filing) {
            Application it = filing.application();
            return it == null
                    ? new Searched(null, null, null, null, null, null)
                    : new Searched(
                            filing.docket().reviewer(),
                            it.claim().kind().name(),
                            it.basis().kind().name(),
                            it.basisKey(),
                            filing instanceof Filing.Accepted accepted
                                    ? accepted.number().text()
                                    : null,
                            filing instanceof Filing.Submitted submitted ? submitted.at() : null);
        }
    }

    private Mono<Void> write(String sql, List<Written> all) {
        List<Searched> searched =
                all.stream().map(it -> Searched.of(it.filing())).toList();
        return Mono.fromCallable(() -> Columns.texts(all, this::sealed))
                .subscribeOn(blocking)
                .flatMap(bodies -> database.sql(sql)
                        .bind("ids", Columns.of(all, it -> it.filing().id(), UUID[]::new))
                        .bind("versions", Columns.of(all, it -> it.stored().version(), Long[]::new))
                        .bind("states", Columns.texts(all, it -> it.filing().stateName()))
                        .bind(
                                "owners",
                                Columns.texts(all, it -> it.filing().papers().owner()))
                        .bind("courts", Columns.texts(all, it -> it.filing().court()))
                        .bind(
                                "channels",
                                Columns.texts(
                                        all,
                                        it -> it.filing().papers().channel().name()))
                        .bind("bodies", bodies)
                        .bind("ats", Columns.of(all, it -> utc(it.at()), OffsetDateTime[]::new))
                        .bind("reviewers", Columns.texts(searched, Searched::reviewer))
                        .bind("claims", Columns.texts(searched, Searched::claim))
                        .bind("bases", Columns.texts(searched, Searched::basis))
                        .bind("basisKeys", Columns.texts(searched, Searched::basisKey))
                        .bind("numbers", Columns.texts(searched, Searched::number))
                        .bind("submissions", Columns.of(searched, it -> utc(it.submitted()), OffsetDateTime[]::new))
                        .then());
    }

    private String sealed(Written it) {
        return json.write(it.filing(), it.filing().id(), it.filing().id().toString());
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private record Person(UUID filing, String side, String key) {

        static Stream<Person> of(Filing.Submitted filing) {
            UUID id = filing.id();
            Application it = filing.application();
            return Stream.concat(
                    it.parties().stream().flatMap(party -> of(id, party)),
                    it.agents().stream().map(agent -> new Person(id, "AGENT", agent.personKey())));
        }

        private static Stream<Person> of(UUID id, Party party) {
            return party.personKeys().stream()
                    .map(key -> new Person(id, party.role().name(), key));
        }
    }

    private Mono<Void> people(List<Filing.Submitted> filings) {
        if (filings.isEmpty()) {
            return Mono.empty();
        }
        List<Person> people = filings.stream().flatMap(Person::of).toList();
        return database.sql("delete from filing_person where filing_id = any(:ids)")
                .bind("ids", Columns.of(filings, Filing::id, UUID[]::new))
                .then()
                .then(Mono.defer(() -> database.sql("""
                        insert into filing_person (filing_id, side, person_key)
                        select filing, side, person_key
                        from unnest(:filings::uuid[], :sides::text[], :keys::text[]) as it (filing, side, person_key)
                        on conflict do nothing""")
                        .bind("filings", Columns.of(people, Person::filing, UUID[]::new))
                        .bind("sides", Columns.texts(people, Person::side))
                        .bind("keys", Columns.texts(people, Person::key))
                        .then()));
    }

    /**
     * Those of these filings that there are, which nobody else changes until the transaction ends. Inside a write unit.
     *
     * @param wait for who changes one now; else it is left out, and nothing is waited for long until the transaction ends
     */
    Mono<Map<UUID, Stored>> lock(Collection<UUID> ids, boolean wait) {
        return database.sql(wait ? LOCK : LOCK_FREE)
                .bind("ids", ids.toArray(UUID[]::new))
                .mapProperties(Row.class)
                .all()
                .collectList()
                .flatMap(rows -> Mono.fromCallable(() -> rows.stream()
                                .map(this::open)
                                .collect(Collectors.toMap(it -> it.filing().id(), it -> it)))
                        .subscribeOn(blocking));
    }

    Mono<Stored> lock(UUID id) {
        return one("select id, version, body from filing where id = :id for update", id);
    }

    Mono<Stored> find(UUID id) {
        return one("select id, version, body from filing where id = :id", id);
    }

    private Mono<Stored> one(String sql, UUID id) {
        return database.sql(sql).bind("id", id).mapProperties(Row.class).one().flatMap(this::read);
    }

    Mono<Stored> read(Row row) {
        return Mono.fromCallable(() -> open(row)).subscribeOn(blocking);
    }

    private Stored open(Row row) {
        return new Stored(json.read(row.body(), Filing.class, row.id(), row.id().toString()), row.version());
    }

    /** Opens rows in the order they come. */
    Flux<Stored> opened(Flux<Row> rows) {
        return rows.collectList().flatMapIterable((List<Row> all) -> all).concatMap(this::read);
    }
}
