package court.deploy.acceptance;

import static court.deploy.acceptance.CourtCase.values;
import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.Platform.LOCAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.deploy.acceptance.Http.Sent;
import court.deploy.acceptance.Http.Upload;
import court.deploy.local.Part;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/**
 * A worker's story, from the application to the package that the court's intranet has acknowledged; institutions misbehave
 * and processes die in the middle of it.
 */
@Isolated("processes die, institutions misbehave")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeWalkIT {

    private static final String AMOUNT = "120000.00";
    private static final String ACCOUNT = "account-" + UUID.randomUUID();
    private static final Duration SEALING = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private static CourtCase room;
    private static Property property;
    private static long begun;
    private static Path bag;

    @BeforeAll
    static void theCaseIsAcceptedWhileInstitutionsMisbehave() {
        begun = System.nanoTime();
        Person applicant = Person.anybody("申请人甲");
        Person respondent = Person.anybody("被执行人乙");
        Property.own("bank", respondent, ACCOUNT, "DEPOSIT", "300000.00");
        Property.script("bank", "LATE", 1, Duration.ofSeconds(2));
        Property.script("vehicle-registry", "DOWN", 2, Duration.ZERO);
        Property.script("securities", "WRONG_SIGNATURE", 1, Duration.ZERO);
        Property.script("internet-payment", "LOST", 1, Duration.ZERO);
        room = CourtCase.of(Filing.draft(applicant, respondent)
                .attach(new Upload("判决书.pdf", Papers.demo("judgment.pdf"), Map.of("kind", "执行依据")))
                .attach(new Upload("身份证复印件.png", Papers.demo("scan.png"), Map.of("kind", "身份证明")))
                .submit()
                .accept());
        property = new Property(room);
    }

    @Test
    @Order(1)
    void allInstitutionsAnswerInTheEndThoughTheServiceDiesMeanwhile() {
        LOCAL.kill(Part.ASSET);
        LOCAL.awaitReady(Part.ASSET);

        List<JsonNode> requests = property.answered(5);

        assertThat(values(requests, "requestNumber")).doesNotHaveDuplicates();
        assertThat(types()).contains("AssetQueryStarted", "InstitutionReplyRefused");
        assertThat(types().stream().filter("AssetQueryAnswered"::equals)).hasSize(5);
    }

    @Test
    @Order(2)
    void moneyIsFrozenWithinTheClaimBeforeTheRespondentKnows() {
        String ruling = property.ruling(AMOUNT);
        Answer tooMuch = property.freeze(ruling, "bank", ACCOUNT, "120000.01");

        String freeze = property.freeze(ruling, "bank", ACCOUNT, AMOUNT).ok().text("freezeId");
        JsonNode held = property.freezeIs(freeze, "Frozen");

        assertThat(tooMuch.status()).isEqualTo(422);
        assertThat(held.path("held").asString()).isEqualTo(AMOUNT);
        String token = room.respondent().token();
        for (String part : List.of("/room", "/messages", "/queries", "/assets", "/freezes", "/rulings", "/timeline")) {
            assertThat(HTTP.get(token, room.path(part)).status()).as(part).isEqualTo(404);
        }
    }

    @Test
    @Order(3)
    void twoHundredFreezesAtOnceNeverExceedTheClaim() throws Exception {
        CourtCase other = CourtCase.open();
        Property many = new Property(other);
        String account = "account-" + UUID.randomUUID();
        Property.own("bank", other.respondent(), account, "DEPOSIT", "9000000.00");
        many.askAgain();
        String ruling = many.ruling(AMOUNT);
        Callable<Answer> one = () -> many.freeze(ruling, "bank", account, "1500.00");
        List<Answer> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(Collections.nCopies(200, one)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).allMatch(it -> it.status() == 202 || it.status() == 409 || it.status() == 422);
        assertThat(answers.stream().filter(it -> it.status() == 202)).hasSize(80); // 120,000 / 1,500
        JsonNode under =
                HTTP.get(other.judgeToken(), other.path("/freezes")).ok().json();
        assertThat(under.path("reserved").asString()).isEqualTo(AMOUNT);
    }

    @Test
    @Order(4)
    void theRoomCarriesSoundAndFilmAndTheRespondentSeesNoCards() {
        room.send(room.applicant().token(), new Upload("录音.mp3", Papers.demo("recording.mp3"), Map.of()))
                .ok();
        room.send(room.judgeToken(), new Upload("现场.mp4", Papers.demo("film.mp4"), Map.of()))
                .ok();
        room.release().ok();
        room.say(room.judgeToken(), "请于三日内履行。").ok();
        await().atMost(CourtCase.SOON)
                .until(() ->
                        HTTP.get(room.respondent().token(), room.path("/room")).isOk());

        List<JsonNode> court = room.stream(room.judgeToken());
        List<JsonNode> respondent = room.stream(room.respondent().token());

        assertThat(court.stream().map(it -> it.at("/card/type").asString()))
                .contains("AssetQueryStarted", "AssetQueryAnswered", "FreezeOrdered", "AssetFrozen");
        assertThat(respondent.toString()).doesNotContain("Asset", "Freeze", "account-", "bank");
        assertThat(HTTP.get(room.respondent().token(), room.path("/timeline")).body())
                .doesNotContain("Asset", "Freeze", "Ruling");
        assertThat(HTTP.get(room.respondent().token(), room.path("/queries")).status())
                .isIn(403, 404);
        assertThat(HTTP.get(room.respondent().token(), room.path("/freezes")).status())
                .isIn(403, 404);
    }

    @Test
    @Order(5)
    void theCaseIsClosedOnlyWhenItsConditionsAreMet() {
        Answer tooEarly = close("");
        String talk = HTTP.post(
                        room.judgeToken(), room.path("/talks"), """
                        {"participantIds":["%s"],"transcript":"申请执行人确认：被执行人已直接给付全部款项。",
                         "payment":{"amount":"%s","way":"DIRECT","paidOn":"2026-01-05"}}""".formatted(room.partyId("APPLICANT"), AMOUNT))
                .ok()
                .text("talkId");
        Answer unconfirmed = close(talk);
        HTTP.post(room.applicant().token(), room.path("/talks/" + talk + "/confirmation"), "{}")
                .ok();
        Answer stillFrozen = close(talk);
        String freeze = property.freezes().getFirst().path("freezeId").asString();
        property.release(freeze).ok();
        property.freezeIs(freeze, "Lifted");
        await("the room has heard of it")
                .atMost(CourtCase.SOON)
                .until(() -> types().contains("AssetUnfrozen") && close(talk).isOk());

        assertThat(Stream.of(tooEarly, unconfirmed, stillFrozen).map(Answer::status))
                .allMatch(it -> it == 409 || it == 422);
        await("the dossier has it").atMost(CourtCase.SOON).until(() -> types().contains("CaseClosed"));
    }

    @Test
    @Order(6)
    void theDossierIsSealedThoughTheArchiveDiesAndTheIntranetAcknowledgesIt() throws Exception {
        LOCAL.kill(Part.ARCHIVE);
        LOCAL.awaitReady(Part.ARCHIVE);
        LOCAL.kill(Part.AGENT);
        LOCAL.awaitReady(Part.AGENT);

        JsonNode sealed = received(1);
        Figures.tell("whole walk, application to acknowledgement", Duration.ofNanos(System.nanoTime() - begun));

        assertThat(sealed.path("number").asInt()).isZero();
        JsonNode settled = room.settled();
        assertThat(settled.path("equal").asBoolean()).as(settled.toString()).isTrue();
        assertThat(types().stream().filter("DossierSealed"::equals)).hasSize(1);
        assertThat(types().stream().filter("DossierReceived"::equals)).hasSize(1);
        Package.Kept kept = Package.kept(sealed.path("packageId").asString());
        bag = OutsideValidators.unpack(kept.zip(), folder);
        assertThat(Package.sha256(kept.zip())).isEqualTo(sealed.path("sha256").asString());
    }

    @Test
    @Order(7)
    void validatorsNobodyHereWroteAcceptThePackage() throws Exception {
        OutsideValidators.bagIsValid(bag);
        OutsideValidators.isPdfA2u(bag.resolve("data/volume/main.pdf"));
        Platform.run(
                Map.of(),
                OutsideTool.find("qpdf").toString(),
                "--check",
                bag.resolve("data/volume/main.pdf").toString());
        Package.everyProofHoldsForAVerifierThatIsNotOurs(bag);
    }

    @Test
    @Order(8)
    void thePackageHoldsEveryActAndEveryFileOfTheCase() throws Exception {
        List<String> acts = room.timeline(room.judgeToken()).stream()
                .filter(it -> !it.path("source").asString().equals("dossier"))
                .map(it -> it.path("factId").asString())
                .toList();

        assertThat(Package.factsIn(bag)).containsExactlyInAnyOrderElementsOf(acts);
        assertThat(Package.filesIn(bag))
                .contains(
                        Package.sha256(Papers.demo("judgment.pdf")),
                        Package.sha256(Papers.demo("scan.png")),
                        Package.sha256(Papers.demo("recording.mp3")),
                        Package.sha256(Papers.demo("film.mp4")),
                        Package.sha256(Papers.demo("ruling.pdf")),
                        Package.sha256(Papers.demo("notice.pdf")));
    }

    @Test
    @Order(9)
    void whatComesAfterwardsGoesIntoASupplementAHundredPagesToo() {
        room.say(room.applicant().token(), "谢谢法院。").ok();
        long handedIn = System.nanoTime();
        room.send(room.applicant().token(), new Upload("账册.pdf", Papers.pdf(100), Map.of()))
                .ok();

        await("sealed").atMost(SEALING).until(() -> packages().size() == 2);
        Figures.tell(
                "a hundred pages: handed in to sealed, 5 s of quiet included",
                Duration.ofNanos(System.nanoTime() - handedIn));
        JsonNode supplement = received(2);

        assertThat(supplement.path("number").asInt()).isEqualTo(1);
        assertThat(supplement.path("pages").asInt()).isGreaterThan(100);
        assertThat(room.settled().path("equal").asBoolean()).isTrue();
    }

    private static Answer close(String talk) {
        String version = HTTP.get(room.judgeToken(), room.path("/room")).ok().etag();
        return HTTP.post(Sent.of(room.judgeToken(), room.path("/closing")).seen(version), """
                {"mode":"PERFORMED","talkIds":[%s]}""".formatted(
                        talk.isEmpty() ? "" : "\"" + talk + "\""));
    }

    private static List<String> types() {
        return values(room.timeline(room.judgeToken()), "type");
    }

    /** Waits until so many packages are acknowledged, and gives the newest. */
    private static JsonNode received(int packages) {
        await(packages + " packages received")
                .atMost(SEALING)
                .until(() -> packages().stream()
                                .filter(it ->
                                        !it.path("receivedAt").asString("").isEmpty())
                                .count()
                        == packages);
        return packages().getLast();
    }

    private static List<JsonNode> packages() {
        return Retrying.until(() -> HTTP.get(room.judgeToken(), room.path("/dossier")))
                .ok()
                .json()
                .path("packages")
                .valueStream()
                .toList();
    }
}
