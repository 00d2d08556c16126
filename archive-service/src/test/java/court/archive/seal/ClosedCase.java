package court.archive.seal;

import static court.archive.RunningArchive.APPLICANT;
import static court.archive.RunningArchive.ARCHIVE;
import static court.archive.RunningArchive.sample;
import static org.awaitility.Awaitility.await;

import court.archive.RunningArchive.Told;
import court.platform.blob.BlobStore;
import court.platform.blob.StoredBlob;
import court.platform.contract.FileRef;
import court.platform.model.Uuid7;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A case from application to closing, as the archive hears of it; its files are really in the blob store. */
final class ClosedCase {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final JsonMapper JSON = new JsonMapper();

    /** Under which the sample application names its one document. */
    static final String MATERIAL = "44444444-4444-4444-8444-444444444444";

    static final String SOUND = "44444444-4444-4444-8444-444444444455";

    final UUID id = Uuid7.at(Instant.now());
    final List<Told> told = new ArrayList<>();
    final FileRef material;
    final FileRef sound = keep(SOUND, "audio/mpeg", "sound".getBytes(StandardCharsets.UTF_8));

    /** @param pages of its one document */
    ClosedCase(int pages) {
        material = keep(MATERIAL, "application/pdf", pdf(pages));
        filing("FilingSubmitted", material);
        filing("JudgeAssigned");
        filing("CaseAccepted");
        interaction("RoomOpened");
        interaction("MessagePosted", sound);
        interaction("TalkOpened");
        interaction("TalkConfirmed");
        asset("AssetQueryAnswered");
        ARCHIVE.entered(8, id);
    }

    /** The judge closes it. */
    ClosedCase close() {
        interaction("CaseClosed");
        return this;
    }

    Told filing(String type, FileRef... files) {
        return speak("filing", type, files);
    }

    Told interaction(String type, FileRef... files) {
        return speak("interaction", type, files);
    }

    Told asset(String type) {
        return speak("asset", type);
    }

    private Told speak(String source, String type, FileRef... files) {
        long sequence = told.stream().filter(it -> it.source().equals(source)).count() + 1;
        Told fact = ARCHIVE.speak(Instant.now(), id, source, sequence, sample(type), List.of(files), APPLICANT);
        told.add(fact);
        return fact;
    }

    FileRef keep(String fileId, String mediaType, byte[] bytes) {
        StoredBlob blob = Objects.requireNonNull(ARCHIVE.service
                .bean(BlobStore.class)
                .put(id, Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(bytes)), Long.MAX_VALUE)
                .block());
        return new FileRef(
                fileId,
                mediaType,
                blob.size(),
                blob.digests().sha256(),
                blob.digests().sm3());
    }

    /** Waits until this many packages are sealed and on the ledger. */
    JsonNode sealed(int packages) {
        await().atMost(PATIENCE).until(() -> {
            JsonNode dossier = dossier();
            return dossier.get("state").asString().equals("SEALED")
                    && dossier.get("packages").size() == packages
                    && dossier.get("packages")
                            .valueStream()
                            .allMatch(it -> it.get("proven").asBoolean());
        });
        return dossier();
    }

    JsonNode dossier() {
        return dossier(id);
    }

    static JsonNode dossier(UUID caseId) {
        return JSON.readTree(ARCHIVE.json(ARCHIVE.judge(), "/api/v1/cases/" + caseId + "/dossier"));
    }

    /** Into a folder, under the name of what it is. */
    Path download(Path folder, JsonNode item, String what) throws IOException {
        byte[] bytes = ARCHIVE.get(
                        ARCHIVE.judge(),
                        "/api/v1/cases/" + id + "/dossier/"
                                + item.get("packageId").asString() + "/" + what)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return Files.write(folder.resolve(what), java.util.Objects.requireNonNull(bytes));
    }

    static Map<String, byte[]> unzipped(Path zip) throws IOException {
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

    List<Path> blobs() {
        try (var files = Files.list(ARCHIVE.folder().resolve("blobs/case/" + id))) {
            return files.toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
            throw new UncheckedIOException(failed);
        }
    }
}
