package court.archive.seal;

import static court.archive.RunningArchive.ARCHIVE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.archive.RunningArchive.Told;
import court.platform.bag.BagCheck;
import court.platform.bag.ProofCheck;
import court.platform.model.Digests;
import court.platform.note.TlogProof;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SealIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path folder;

    @BeforeAll
    static void allOthersAnswer() {
        ARCHIVE.peers.otherwise(ARCHIVE.played::answer);
    }

    @Test
    void aClosedCaseBecomesAPackageThatAnybodyWithTheKeysCanCheck() throws IOException {
        ClosedCase closed = new ClosedCase(pdf(2)).close();

        JsonNode item = sealed(closed.id, 1).get("packages").get(0);
        Path zip = download(closed.id, item, "package");

        assertThat(BagCheck.check(zip, sealKey()).flaws()).isEmpty();
        assertThat(ProofCheck.check(zip, ARCHIVE.played.ledgerKey())).isEmpty();
        TlogProof.parse(Files.readAllBytes(download(closed.id, item, "proof")))
                .requireProves(
                        new Digests(
                                item.get("sha256").asString(), item.get("sm3").asString()),
                        ARCHIVE.played.ledgerKey());
        Map<String, byte[]> files = unzipped(zip);
        for (Told told : closed.told) {
            String path = "data/facts/%s/%06d-%s.json".formatted(told.source(), told.sequence(), told.id());
            assertThat(files).containsKey(path);
            assertThat(files.get(path)).isEqualTo(told.record().value());
        }
        assertThat(files.get("data/files/" + ClosedCase.SOUND + ".mp3")).isEqualTo("sound".getBytes(UTF_8));
        assertThat(files).containsKey("data/files/" + ClosedCase.MATERIAL + ".pdf");
        assertThat(files.get("data/volume/main.pdf"))
                .isEqualTo(Files.readAllBytes(download(closed.id, item, "volume")));
        JsonNode text = JSON.readTree(files.get("data/package.json"));
        assertThat(text.get("entries")).hasSize(closed.told.size());
        assertThat(text.get("cut").toString())
                .isEqualTo("[{\"sequence\":1,\"source\":\"asset\"},{\"sequence\":3,\"source\":\"filing\"},"
                        + "{\"sequence\":5,\"source\":\"interaction\"}]");
        assertThat(text.get("caseNumber").asString()).isEqualTo("（2026）沪0117执1号");
        assertThat(item.get("pages").asInt()).isGreaterThan(5);
    }

    @Test
    void untilAllHasArrivedNothingIsSealedAndTheLagIsShown() {
        ClosedCase closed = new ClosedCase(pdf(1));
        String[] rows = closed.told.stream()
                .filter(it -> it.source().equals("filing"))
                .map(Told::row)
                .toArray(String[]::new);
        String missing =
                "{\"factId\":\"%s\",\"kind\":\"ACT\",\"sequence\":4,\"sent\":false}".formatted(UUID.randomUUID());
        ARCHIVE.peers.spoken("filing", closed.id, rows[0], rows[1], rows[2], missing);
        closed.close();

        await().atMost(PATIENCE)
                .until(
                        () -> dossier(closed.id).get("lag").toString(),
                        "[{\"source\":\"filing\",\"notEntered\":1,\"notOnLedger\":1}]"::equals);
        assertThat(dossier(closed.id).get("state").asString()).isEqualTo("SEALING");
        assertThat(dossier(closed.id).get("packages")).isEmpty();
        ARCHIVE.peers.forget("filing", closed.id);

        assertThat(sealed(closed.id, 1).get("lag")).isEmpty();
    }

    @Test
    void anOpenCaseIsNotSealed() {
        UUID caseId = ARCHIVE.openCase();

        assertThat(dossier(caseId).toString()).isEqualTo("{\"state\":\"OPEN\",\"packages\":[],\"lag\":[]}");
    }

    @Test
    void laterActsMakeASupplementOfTheirOwnAndASealingMakesNone() throws IOException {
        ClosedCase closed = new ClosedCase(pdf(1)).close();
        sealed(closed.id, 1);

        Told later = closed.interaction(
                "MessagePosted", closed.keep(UUID.randomUUID().toString(), "text/plain", "late".getBytes(UTF_8)));
        JsonNode both = sealed(closed.id, 2);
        Path zip = download(closed.id, both.get("packages").get(1), "package");

        assertThat(BagCheck.check(zip, sealKey()).flaws()).isEmpty();
        assertThat(ProofCheck.check(zip, ARCHIVE.played.ledgerKey())).isEmpty();
        assertThat(unzipped(zip).keySet())
                .filteredOn(it -> it.startsWith("data/facts/"))
                .hasSize(2)
                .anyMatch(it -> it.endsWith(later.id() + ".json"))
                .anyMatch(it -> it.startsWith("data/facts/dossier/"));
        await().atMost(PATIENCE).until(() -> ARCHIVE.rows("late_act", "case_id", closed.id) == 0);
        assertThat(dossier(closed.id).get("packages")).hasSize(2);
        assertThat(ARCHIVE.query("select type from outbox where case_id = '" + closed.id + "' and kind = 'ACT'"))
                .containsExactly("DossierSealed", "DossierSealed");
    }

    /** The database says no just when all is done: everything is tried again and is there once. */
    @Test
    void whatFailsAtTheEndIsTriedAgainWithTheSamePackage() {
        ARCHIVE.execute("alter table sealed_package rename to sealed_package_away");
        ClosedCase closed = new ClosedCase(pdf(1)).close();
        try {
            await().atMost(PATIENCE)
                    .until(() -> ARCHIVE.query("select trouble from sealing where trouble is not null and case_id = '"
                                            + closed.id + "'")
                                    .size()
                            == 1);
        } finally {
            ARCHIVE.execute("alter table sealed_package_away rename to sealed_package");
        }
        String planned = ARCHIVE.query("select package_id from sealing where case_id = '" + closed.id + "'")
                .getFirst();

        JsonNode dossier = sealed(closed.id, 1);

        assertThat(dossier.get("packages").get(0).get("packageId").asString()).isEqualTo(planned);
        assertThat(dossier.has("trouble")).isFalse();
        assertThat(ARCHIVE.query("select type from outbox where case_id = '" + closed.id + "' and kind = 'ACT'"))
                .containsExactly("DossierSealed");
        assertThat(blobs(closed.id)).hasSize(4); // two originals, one package, one volume
        assertThat(work(planned)).doesNotExist();
    }

    /** What a process that was killed leaves behind: the plan in the database, half a package in the folder. */
    @Test
    void whatAKilledProcessBeganIsFinishedByTheNext() throws IOException {
        ClosedCase closed = new ClosedCase(pdf(1));
        UUID planned = UUID.randomUUID();
        Files.writeString(Files.createDirectories(work(planned.toString())).resolve("begun.zip"), "half");
        ARCHIVE.execute(
                """
                insert into sealing (case_id, number, state, since, cut, package_id, sealed_at, next_at) values ('%s', 0, 'PACKING',
                '%3$s', '[{"source":"filing","sequence":3},{"source":"interaction","sequence":4}]', '%2$s', '%3$s', '%3$s')""".formatted(closed.id, planned, Instant.now().truncatedTo(java.time.temporal.ChronoUnit.MICROS)));
        closed.interaction("MessagePosted"); // not reached by the plan, so it makes a supplement

        JsonNode first = sealed(closed.id, 2).get("packages").get(0);

        assertThat(first.get("packageId").asString()).isEqualTo(planned.toString());
        assertThat(unzipped(download(closed.id, first, "package")).keySet())
                .filteredOn(it -> it.startsWith("data/facts/"))
                .hasSize(7);
    }

    @Test
    void aDamagedOriginalIsNotSealedAndTheCourtIsTold() throws IOException {
        ClosedCase closed = new ClosedCase(pdf(1));
        Path blob = blobs(closed.id).stream()
                .filter(it -> it.endsWith(closed.sound.sha256()))
                .findFirst()
                .orElseThrow();
        byte[] bytes = Files.readAllBytes(blob);
        bytes[bytes.length - 1] ^= 1;
        Files.write(blob, bytes);
        closed.close();

        await().atMost(PATIENCE).until(() -> dossier(closed.id).has("trouble"));
        JsonNode dossier = dossier(closed.id);

        assertThat(dossier.get("trouble").asString()).endsWith("。");
        assertThat(dossier.get("packages")).isEmpty();
        bytes[bytes.length - 1] ^= 1;
        Files.write(blob, bytes);
        assertThat(sealed(closed.id, 1).has("trouble")).isFalse();
    }

    @Test
    void onlyTheCasesCourtSeesAndEveryViewIsOnRecord() {
        ClosedCase closed = new ClosedCase(pdf(1)).close();
        JsonNode item = sealed(closed.id, 1).get("packages").get(0);
        String base = "/api/v1/cases/" + closed.id + "/dossier";
        String whole = base + "/" + item.get("packageId").asString() + "/package";

        for (String path : List.of(base, whole)) {
            ARCHIVE.refusal(ARCHIVE.applicant(), path, 403);
            ARCHIVE.refusal(ARCHIVE.tokens.party("stranger"), path, 404);
            ARCHIVE.refusal(ARCHIVE.tokens.staff("pudong-judge-1", "沪0115", "ENFORCEMENT_JUDGE"), path, 404);
        }
        String unknown = ARCHIVE.refusal(ARCHIVE.judge(), base + "/" + UUID.randomUUID() + "/package", 404);
        UUID other = ARCHIVE.openCase();
        assertThat(ARCHIVE.refusal(ARCHIVE.judge(), whole.replace(closed.id.toString(), other.toString()), 404))
                .isEqualTo(unknown);
        ARCHIVE.get(ARCHIVE.judge(), whole).expectStatus().isOk().expectHeader().valueEquals("Accept-Ranges", "bytes");
        assertThat(ARCHIVE.query("select body from outbox where kind = 'ACCESS' and case_id = '" + closed.id + "'"))
                .singleElement()
                .asString()
                .contains("\"object\":\"dossier\"", item.get("packageId").asString());
    }

    private static court.platform.note.NoteKey sealKey() {
        return ARCHIVE.service.bean(SealKey.class).key();
    }

    /** Waits until this many packages are sealed and on the ledger. */
    private static JsonNode sealed(UUID caseId, int packages) {
        await().atMost(PATIENCE).until(() -> {
            JsonNode dossier = dossier(caseId);
            return dossier.get("state").asString().equals("SEALED")
                    && dossier.get("packages").size() == packages
                    && dossier.get("packages")
                            .valueStream()
                            .allMatch(it -> it.get("proven").asBoolean());
        });
        return dossier(caseId);
    }

    private static JsonNode dossier(UUID caseId) {
        return JSON.readTree(ARCHIVE.json(ARCHIVE.judge(), "/api/v1/cases/" + caseId + "/dossier"));
    }

    private Path download(UUID caseId, JsonNode item, String what) throws IOException {
        byte[] bytes = ARCHIVE.get(
                        ARCHIVE.judge(),
                        "/api/v1/cases/" + caseId + "/dossier/"
                                + item.get("packageId").asString() + "/" + what)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Files.write(folder.resolve(what), java.util.Objects.requireNonNull(bytes));
    }

    private static Map<String, byte[]> unzipped(Path zip) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (ZipFile file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream().toList()) {
                String name = entry.getName();
                all.put(
                        name.substring(name.indexOf('/') + 1),
                        file.getInputStream(entry).readAllBytes());
            }
        }
        return all;
    }

    private static List<Path> blobs(UUID caseId) {
        try (var files = Files.list(ARCHIVE.folder().resolve("blobs/case/" + caseId))) {
            return files.toList();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static Path work(String packageId) {
        return ARCHIVE.folder().resolve("blobs-sealing/" + packageId);
    }

    private static byte[] pdf(int pages) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int number : IntStream.rangeClosed(1, pages).toArray()) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream text = new PDPageContentStream(document, page)) {
                    text.beginText();
                    text.setFont(new PDType1Font(FontName.HELVETICA), 12);
                    text.newLineAtOffset(80, 700);
                    text.showText("Page " + number);
                    text.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
