package court.archive.seal;

import java.time.Instant;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All sealed packages. One is written in the unit that tells of its sealing; changing methods run inside a write unit. */
@Repository
public class Packages {

    private static final String COLUMNS = """
            id, package_id, case_id, number, case_number, court, pages, file_id, name, size, sha256, sm3,
            volume_file_id, volume_size, volume_sha256, volume_sm3, seal, proof, sealed_at, received_at""";

    private final DatabaseClient database;

    Packages(DatabaseClient database) {
        this.database = database;
    }

    public Mono<SealedPackage> find(UUID packageId) {
        return select("package_id = :package")
                .bind("package", packageId)
                .mapProperties(SealedPackage.class)
                .one();
    }

    /** Those of one case, the dossier first. */
    Flux<SealedPackage> of(UUID caseId) {
        return select("case_id = :case")
                .bind("case", caseId)
                .mapProperties(SealedPackage.class)
                .all();
    }

    /** Those not known to be on the ledger yet. */
    Flux<SealedPackage> unproven() {
        return select("proof is null").mapProperties(SealedPackage.class).all();
    }

    private DatabaseClient.GenericExecuteSpec select(String where) {
        return database.sql("select " + COLUMNS + " from sealed_package where " + where + " order by number, id");
    }

    /** The intranet has it; what was said first stands. */
    public Mono<Void> received(UUID packageId, Instant at) {
        return database.sql(
                        "update sealed_package set received_at = :at where package_id = :package and received_at is null")
                .bind("at", at)
                .bind("package", packageId)
                .then();
    }

    Mono<Void> prove(UUID packageId, String proof) {
        return database.sql("update sealed_package set proof = :proof where package_id = :package and proof is null")
                .bind("proof", proof)
                .bind("package", packageId)
                .then();
    }

    Mono<Void> add(SealedPackage it) {
        return database.sql("""
                        insert into sealed_package (package_id, case_id, number, case_number, court, pages, file_id, name, size,
                            sha256, sm3, volume_file_id, volume_size, volume_sha256, volume_sm3, seal, sealed_at)
                        values (:package, :case, :number, :caseNumber, :court, :pages, :file, :name, :size,
                            :sha256, :sm3, :volumeFile, :volumeSize, :volumeSha256, :volumeSm3, :seal, :sealedAt)""")
                .bind("package", it.packageId())
                .bind("case", it.caseId())
                .bind("number", it.number())
                .bind("caseNumber", it.caseNumber())
                .bind("court", it.court())
                .bind("pages", it.pages())
                .bind("file", it.fileId())
                .bind("name", it.name())
                .bind("size", it.size())
                .bind("sha256", it.sha256())
                .bind("sm3", it.sm3())
                .bind("volumeFile", it.volumeFileId())
                .bind("volumeSize", it.volumeSize())
                .bind("volumeSha256", it.volumeSha256())
                .bind("volumeSm3", it.volumeSm3())
                .bind("seal", it.seal())
                .bind("sealedAt", it.sealedAt())
                .then();
    }
}
