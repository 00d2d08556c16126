package court.archive.seal;

import static court.archive.RunningArchive.ARCHIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What goes wrong while a package is made: it is sealed all the same, once, or not at all and the court knows. */
class SealFailureIT {

    @TempDir
    Path folder;

    @BeforeAll
    static void allOthersAnswer() {
        ARCHIVE.peers.otherwise(ARCHIVE.played::answer);
    }

    /** The database says no just when all is done: everything is tried again and is there once. */
    @Test
    void whatFailsAtTheEndIsTriedAgainWithTheSamePackage() {
        ARCHIVE.execute("alter table sealed_package rename to sealed_package_away");
        ClosedCase closed = new ClosedCase(1).close();
        try {
            await().atMost(ClosedCase.PATIENCE)
                    .until(() -> ARCHIVE.query("select trouble from sealing where trouble is not null and case_id = '"
                                            + closed.id + "'")
                                    .size()
                            == 1);
        } finally {
            ARCHIVE.execute("alter table sealed_package_away rename to sealed_package");
        }
        String planned = ARCHIVE.query("select package_id from sealing where case_id = '" + closed.id + "'")
                .getFirst();

        JsonNode dossier = closed.sealed(1);

        assertThat(dossier.get("packages").get(0).get("packageId").asString()).isEqualTo(planned);
        assertThat(dossier.has("trouble")).isFalse();
        assertThat(ARCHIVE.query("select type from outbox where case_id = '" + closed.id + "' and kind = 'ACT'"))
                .containsExactly("DossierSealed");
        assertThat(closed.blobs()).hasSize(4); // two originals, one package, one volume
        assertThat(work(planned)).doesNotExist();
    }

    /** What a process that was killed leaves behind: the plan in the database, half a package in the folder. */
    @Test
    void whatAKilledProcessBeganIsFinishedByTheNext() throws IOException {
        ClosedCase closed = new ClosedCase(1);
        UUID planned = UUID.randomUUID();
        Files.writeString(Files.createDirectories(work(planned.toString())).resolve("begun.zip"), "half");
        ARCHIVE.execute(
                """
                insert into sealing (case_id, number, state, since, cut, package_id, sealed_at, next_at) values ('%s', 0, 'PACKING',
                '%3$s', '[{"source":"filing","sequence":3},{"source":"interaction","sequence":4}]', '%2$s', '%3$s', '%3$s')""".formatted(closed.id, planned, Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS)));
        closed.interaction("MessagePosted"); // not reached by the plan, so it makes a supplement

        JsonNode first = closed.sealed(2).get("packages").get(0);

        assertThat(first.get("packageId").asString()).isEqualTo(planned.toString());
        assertThat(ClosedCase.unzipped(closed.download(folder, first, "package"))
                        .keySet())
                .filteredOn(it -> it.startsWith("data/facts/"))
                .hasSize(7);
    }

    @Test
    void aDamagedOriginalIsNotSealedAndTheCourtIsTold() throws IOException {
        ClosedCase closed = new ClosedCase(1);
        Path blob = closed.blobs().stream()
                .filter(it -> it.endsWith(closed.sound.sha256()))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(blob);
        bytes[bytes.length - 1] ^= 1;
        Files.write(blob, bytes);
        closed.close();

        await().atMost(ClosedCase.PATIENCE).until(() -> closed.dossier().has("trouble"));
        JsonNode dossier = closed.dossier();

        assertThat(dossier.get("trouble").asString()).endsWith("。");
        assertThat(dossier.get("packages")).isEmpty();
        bytes[bytes.length - 1] ^= 1;
        Files.write(blob, bytes);
        assertThat(closed.sealed(1).has("trouble")).isFalse();
    }

    private static Path work(String packageId) {
        return ARCHIVE.folder().resolve("blobs-sealing/" + packageId);
    }
}
