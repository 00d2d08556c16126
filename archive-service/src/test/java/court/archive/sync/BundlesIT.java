package court.archive.sync;

import static court.archive.RunningArchive.ARCHIVE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.platform.bundle.Acknowledgement.Gap;
import court.platform.bundle.Acknowledgement.Verdict;
import court.platform.bundle.BundleFiles;
import court.platform.bundle.BundleNotes;
import court.platform.bundle.ChainEnd;
import court.platform.bundle.Delivery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class BundlesIT {

    private static final byte[] CONTENT =
            "a sealed package, 0123456789".repeat(50).getBytes(UTF_8);
    private static final Intranet ONE = new Intranet("沪0198", 1);
    private static final Intranet TWO = new Intranet("沪0199", 2);

    @Test
    void packagesBecomeBundlesWithoutGapsEachContinuingTheOneBefore() {
        List<UUID> sealed =
                IntStream.range(0, 5).mapToObj(i -> ONE.seal(CONTENT)).toList();
        List<Delivery> made = sealed.stream().map(ONE::bundle).toList();

        assertThat(made).extracting(Delivery::packageId).containsExactlyElementsOf(sealed);
        for (int i = 1; i < made.size(); i++) {
            assertThat(made.get(i).number()).isEqualTo(made.get(i - 1).number() + 1);
            assertThat(made.get(i).previous())
                    .isEqualTo(BundleNotes.sha256(ONE.note(made.get(i - 1).number())));
        }
        long after = made.get(2).number() - 1;
        assertThat(Intranet.text(ONE.get("/api/v1/bundles?after=" + after + "&limit=2")))
                .contains("\"number\":" + (after + 1), "\"number\":" + (after + 2))
                .doesNotContain("\"number\":" + (after + 3) + ",\"note\"");
    }

    @Test
    void contentComesWholeOrFromWhereItWasCut() {
        Delivery delivery = ONE.bundle(ONE.seal(CONTENT));
        String path = "/api/v1/bundles/" + delivery.number();

        assertThat(Intranet.bytes(ONE.get(path + "/content"))).isEqualTo(CONTENT);
        ResponseSpec rest = ONE.get(
                path + "/content",
                "Range",
                "bytes=1000-",
                "If-Range",
                "\"" + delivery.payload().sha256() + "\"");
        rest.expectStatus().isEqualTo(206).expectHeader().valueEquals("Content-Range", "bytes 1000-1399/1400");
        assertThat(Intranet.bytes(rest)).hasSize(400);
        assertThat(Intranet.text(ONE.get(path + "/proof"))).isEqualTo("proof of " + delivery.packageId());
        assertThat(delivery.proof().size()).isEqualTo(("proof of " + delivery.packageId()).length());
    }

    @Test
    void onlyTheMachineOfThatCourtGetsAnything() {
        Delivery delivery = ONE.bundle(ONE.seal(CONTENT));
        String path = "/api/v1/bundles/" + (delivery.number() + 1000);

        for (String token : List.of(
                ARCHIVE.judge(),
                ARCHIVE.applicant(),
                ARCHIVE.tokens.operations(),
                ARCHIVE.tokens.staff("supervisor", "沪0198", "SUPERVISOR", "CLERK"))) {
            for (String one : List.of(
                    "/api/v1/bundles",
                    "/api/v1/bundles/" + delivery.number(),
                    "/api/v1/bundles/" + delivery.number() + "/content",
                    "/api/v1/bundles/" + delivery.number() + "/proof")) {
                status(ONE.getAs(token, one), 403);
            }
            status(ONE.handInAs(token, ONE.next(List.of(), ONE.received(delivery))), 403);
        }
        status(
                ONE.getAs(
                        ARCHIVE.tokens.staff("intranet", "沪0197", "ARCHIVE_SYNC"),
                        "/api/v1/bundles/" + delivery.number()),
                404);
        status(ONE.get(path), 404);
        status(ONE.get("/api/v1/bundles/x"), 400);
        status(ONE.get("/api/v1/cases/" + delivery.caseId() + "/timeline"), 404);
    }

    @Test
    void anAcknowledgementSettlesItsBundlesAndTellsOnce() {
        Delivery first = TWO.bundle(TWO.seal(CONTENT));
        Delivery second = TWO.bundle(TWO.seal(CONTENT));
        byte[] note =
                TWO.next(List.of(), TWO.received(first), TWO.answer(second, Verdict.REJECTED, "data/files/a.pdf：内容不符"));

        String answer = Intranet.text(TWO.handIn(note));
        String again = Intranet.text(TWO.handIn(note));
        TWO.after(note);

        assertThat(answer)
                .contains("\"noteSha256\":\"" + BundleNotes.sha256(note) + "\"")
                .isEqualTo(again);
        assertThat(told(first)).containsExactly("DossierReceived");
        assertThat(told(second)).containsExactly("DossierRejected");
        assertThat(ARCHIVE.query("select received_at is not null from sealed_package where package_id = '"
                        + first.packageId() + "'"))
                .containsExactly("t");
        assertThat(ARCHIVE.query("select state || reason from bundle where package_id = '" + second.packageId() + "'"))
                .containsExactly("REJECTEDdata/files/a.pdf：内容不符");
        refusedWith(TWO.handIn(TWO.sign(ChainEnd.START, TWO.court, List.of(new Gap(9, 9)))), 409, "sync.number_reused");
        refusedWith(
                TWO.handIn(TWO.next(List.of(), TWO.answer(first, Verdict.REJECTED, "data/x：不符"))),
                409,
                "sync.answered_otherwise");

        byte[] repeated = TWO.next(List.of(), TWO.received(first));
        status(TWO.handIn(repeated), 200);
        TWO.after(repeated);
        assertThat(told(first)).containsExactly("DossierReceived");
    }

    @Test
    void whatDoesNotFitIsRefusedAndChangesNothing() {
        Delivery delivery = ONE.bundle(ONE.seal(CONTENT));
        byte[] right = ONE.next(List.of(), ONE.received(delivery));
        byte[] flipped = right.clone();
        flipped[20] ^= 1;

        refusedWith(ONE.handIn(flipped), 422, "sync.signature_wrong");
        refusedWith(ONE.handIn("nonsense".getBytes(UTF_8)), 422, "sync.signature_wrong");
        refusedWith(
                ONE.handIn(TWO.sign(ChainEnd.START, ONE.court, List.of(), ONE.received(delivery))),
                422,
                "sync.signature_wrong");
        refusedWith(ONE.handIn(ONE.sign(ONE.end, TWO.court, List.of())), 422, "sync.wrong_court");
        ChainEnd ahead = new ChainEnd(ONE.end.number() + 1, "f".repeat(64));
        String awaited = refusedWith(ONE.handIn(ONE.sign(ahead, ONE.court, List.of())), 409, "sync.number_awaited");
        assertThat(awaited).contains("等待第" + ONE.end.next() + "号");
        Delivery other = ONE.bundle(ONE.seal(CONTENT));
        refusedWith(
                ONE.handIn(ONE.next(
                        List.of(),
                        new court.platform.bundle.Acknowledgement.Answer(
                                delivery.number(),
                                other.packageId(),
                                Verdict.RECEIVED,
                                null,
                                BundleNotes.sha256(ONE.note(delivery.number()))))),
                422,
                "sync.bundle_unknown");

        assertThat(told(delivery)).isEmpty();
        assertThat(ARCHIVE.query("select acknowledged from bundle_line where court = '" + ONE.court + "'"))
                .containsExactly(Long.toString(ONE.end.number()));
    }

    @Test
    void theFolderGivesTheSameFilesAndTakesWhatComesBack() throws IOException {
        Delivery delivery = TWO.bundle(TWO.seal(CONTENT));
        Path folder = Path.of("target/data/export").resolve(TWO.court);
        Path note = folder.resolve(BundleFiles.note(delivery.number()));
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(note));

        assertThat(note).hasBinaryContent(TWO.note(delivery.number()));
        assertThat(folder.resolve(BundleFiles.content(delivery.number()))).hasBinaryContent(CONTENT);
        assertThat(folder.resolve(BundleFiles.proof(delivery.number()))).hasContent("proof of " + delivery.packageId());

        Files.delete(note);
        byte[] lost = TWO.next(List.of(new Gap(delivery.number(), delivery.number())));
        drop(folder, lost);
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(note));
        TWO.after(lost);
        drop(folder, TWO.next(List.of(), TWO.received(delivery)));
        TWO.after(TWO.next(List.of(), TWO.received(delivery)));
        await().atMost(Duration.ofSeconds(20)).until(() -> told(delivery).equals(List.of("DossierReceived")));
        byte[] forged = TWO.next(List.of());
        forged[10] ^= 1;
        drop(folder, forged);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(
                        folder.resolve("acks/refused").resolve(BundleFiles.acknowledgement(TWO.end.next()))));
    }

    @Test
    void theKeysAreForAnybody() {
        String keys = Intranet.text(ONE.openly("/api/v1/bundles/keys"));

        assertThat(keys.lines()).hasSize(2);
        assertThat(keys).contains("seal mobile-micro-enforcement/seal+", "bundles mobile-micro-enforcement/bundles+");
    }

    private void drop(Path folder, byte[] note) throws IOException {
        Files.createDirectories(folder.resolve("acks"));
        Path draft = folder.resolve("acks/draft");
        Files.write(draft, note);
        Files.move(draft, folder.resolve("acks").resolve(BundleFiles.acknowledgement(TWO.end.next())));
    }

    private static List<String> told(Delivery delivery) {
        return ARCHIVE.query("select type from outbox where case_id = '" + delivery.caseId() + "' order by id");
    }

    /** Reads the answer to its end as well: what is left unread is memory that nobody gives back. */
    private static String status(ResponseSpec answer, int status) {
        answer.expectStatus().isEqualTo(status);
        return Intranet.text(answer);
    }

    private static String refusedWith(ResponseSpec answer, int status, String code) {
        String problem = status(answer, status);
        assertThat(problem).contains("\"code\":\"" + code + "\"", "。\"");
        return problem;
    }
}
