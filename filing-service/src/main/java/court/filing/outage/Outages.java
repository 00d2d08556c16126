package court.filing.outage;

import court.platform.web.Page;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** The register of outages 平台故障记录. Entries are added, never changed. */
@Repository
public class Outages {

    private static final String COLUMNS = "id, part, began, ended, source, recorded_by, recorded_at, note";

    private final DatabaseClient database;

    Outages(DatabaseClient database) {
        this.database = database;
    }

    /** Inside a write unit. */
    Mono<Outage> add(Outage outage) {
        return database.sql("insert into outage (" + COLUMNS + """
                        ) values (:id, :part, :began, :ended, :source, :by, :at, :note)""")
                .bind("id", outage.id())
                .bind("part", outage.part())
                .bind("began", outage.began().atOffset(ZoneOffset.UTC))
                .bind("ended", outage.ended().atOffset(ZoneOffset.UTC))
                .bind("source", outage.source().name())
                .bind("by", outage.recordedBy())
                .bind("at", outage.recordedAt().atOffset(ZoneOffset.UTC))
                .bind("note", outage.note())
                .then()
                .thenReturn(outage);
    }

    /** One entry, if it is there. */
    public Mono<Outage> find(UUID id) {
        return database.sql("select " + COLUMNS + " from outage where id = :id")
                .bind("id", id)
                .mapProperties(Outage.class)
                .one();
    }

    /** What touches a time, in the order of recording. */
    Mono<Page<Outage>> between(Instant from, Instant to, @Nullable UUID after, int size) {
        var query = database.sql("select " + COLUMNS + """
                         from outage where began < :to and ended > :from and (:after::uuid is null or id > :after)
                        order by id limit :limit""")
                .bind("from", from.atOffset(ZoneOffset.UTC))
                .bind("to", to.atOffset(ZoneOffset.UTC))
                .bind("limit", size + 1);
        return (after == null ? query.bindNull("after", UUID.class) : query.bind("after", after))
                .mapProperties(Outage.class)
                .all()
                .collectList()
                .map(rows -> Page.of(rows, size, it -> it.id().toString()));
    }
}
