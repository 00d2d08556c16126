package court.archive.sync;

import court.platform.bundle.ChainEnd;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** How far each court's correspondence has come, in both directions. Locked while it moves on. */
@Repository
class Lines {

    private final DatabaseClient database;

    Lines(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Both ends of one court's correspondence.
     *
     * @param made the last bundle
     * @param acknowledged the last acknowledgement
     */
    record Line(ChainEnd made, ChainEnd acknowledged) {}

    private record Row(long last, String lastSha256, long acknowledged, String acknowledgedSha256) {

        Line line() {
            return new Line(new ChainEnd(last, lastSha256), new ChainEnd(acknowledged, acknowledgedSha256));
        }
    }

    /** Keeps everybody else from this court's line until the transaction ends. */
    Mono<Line> lock(String court) {
        return database.sql("""
                        insert into bundle_line (court, last, last_sha256, acknowledged, acknowledged_sha256)
                        values (:court, 0, :nothing, 0, :nothing) on conflict do nothing""")
                .bind("court", court)
                .bind("nothing", ChainEnd.START.sha256())
                .then()
                .then(database.sql("""
                                select last, last_sha256, acknowledged, acknowledged_sha256
                                from bundle_line where court = :court for update""")
                        .bind("court", court)
                        .mapProperties(Row.class)
                        .one())
                .map(Row::line);
    }

    Mono<Void> made(String court, ChainEnd end) {
        return database.sql("update bundle_line set last = :last, last_sha256 = :sha256 where court = :court")
                .bind("last", end.number())
                .bind("sha256", end.sha256())
                .bind("court", court)
                .then();
    }

    Mono<Void> acknowledged(String court, ChainEnd end) {
        return database.sql("""
                        update bundle_line set acknowledged = :last, acknowledged_sha256 = :sha256
                        where court = :court""")
                .bind("last", end.number())
                .bind("sha256", end.sha256())
                .bind("court", court)
                .then();
    }
}
