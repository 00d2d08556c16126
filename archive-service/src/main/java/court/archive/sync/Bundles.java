package court.archive.sync;

import court.platform.bundle.Acknowledgement.Answer;
import court.platform.bundle.Acknowledgement.Gap;
import court.platform.bundle.BundleNotes;
import court.platform.bundle.Delivery;
import court.platform.model.Digests;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All bundles made, each with the package it carries. */
@Repository
class Bundles {

    private static final String SELECT = """
            select b.court, b.number, b.package_id, b.case_id, b.note, b.note_sha256, b.state, b.reason,
                   p.sha256, p.sm3, p.proof
            from bundle b join sealed_package p on p.package_id = b.package_id""";

    private final DatabaseClient database;
    private final Clock clock;

    Bundles(DatabaseClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * One bundle.
     *
     * @param note exactly as signed
     * @param state SENT, RECEIVED or REJECTED
     * @param sha256 of the package
     * @param proof the package's ledger proof
     */
    record Made(
            String court,
            long number,
            UUID packageId,
            UUID caseId,
            byte[] note,
            String noteSha256,
            String state,
            @Nullable String reason,
            String sha256,
            String sm3,
            String proof) {

        Digests digests() {
            return new Digests(sha256, sm3);
        }

        boolean isAbout(Answer answer) {
            return packageId.equals(answer.packageId()) && noteSha256.equals(answer.noteSha256());
        }
    }

    /** One bundle of this court. */
    Mono<Made> find(String court, long number) {
        return database.sql(SELECT + " where b.court = :court and b.number = :number")
                .bind("court", court)
                .bind("number", number)
                .mapProperties(Made.class)
                .one();
    }

    /** This court's bundles above a number, in order. */
    Flux<Made> after(String court, long number, int most) {
        return database.sql(SELECT + " where b.court = :court and b.number > :number order by b.number limit :most")
                .bind("court", court)
                .bind("number", number)
                .bind("most", most)
                .mapProperties(Made.class)
                .all();
    }

    /** Bundles whose files are still to be put into the folder, in order. */
    Flux<Made> notExported(int most) {
        return database.sql(SELECT + " where b.exported_at is null order by b.court, b.number limit :most")
                .bind("most", most)
                .mapProperties(Made.class)
                .all();
    }

    Mono<Boolean> carries(UUID packageId) {
        return database.sql("select exists (select from bundle where package_id = :package)")
                .bind("package", packageId)
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Void> add(Delivery delivery, byte[] note) {
        return database.sql("""
                        insert into bundle (court, number, package_id, case_id, note, note_sha256, created_at, state)
                        values (:court, :number, :package, :case, :note, :sha256, :at, 'SENT')""")
                .bind("court", delivery.court())
                .bind("number", delivery.number())
                .bind("package", delivery.packageId())
                .bind("case", delivery.caseId())
                .bind("note", note)
                .bind("sha256", BundleNotes.sha256(note))
                .bind("at", delivery.createdAt())
                .then();
    }

    Mono<Void> answered(String court, Answer answer, Instant at) {
        var update = database.sql("""
                        update bundle set state = :state, reason = :reason, answered_at = :at
                        where court = :court and number = :number""")
                .bind("state", answer.verdict().name())
                .bind("at", at)
                .bind("court", court)
                .bind("number", answer.number());
        String reason = answer.reason();
        return (reason == null ? update.bindNull("reason", String.class) : update.bind("reason", reason)).then();
    }

    Mono<Void> exported(Made bundle) {
        return database.sql("update bundle set exported_at = :now where court = :court and number = :number")
                .bind("now", clock.instant())
                .bind("court", bundle.court())
                .bind("number", bundle.number())
                .then();
    }

    /** What did not arrive is put into the folder once more. */
    Mono<Void> missed(String court, Gap gap) {
        return database.sql(
                        "update bundle set exported_at = null where court = :court and number between :from and :to")
                .bind("court", court)
                .bind("from", gap.from())
                .bind("to", gap.to())
                .then();
    }
}
