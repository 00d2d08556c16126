package court.deploy.acceptance;

import static court.deploy.acceptance.CourtCase.values;
import static court.deploy.acceptance.Platform.HTTP;
import static court.deploy.acceptance.Platform.token;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/**
 * A lawyer's story from outside: three filings in one sitting, one an act, one by a company's handler; one returned for missing
 * materials with a note of the phone call, answered; all accepted. Counts, order, numbers and who may see what are checked.
 */
@Isolated("case numbers follow one another")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LawyersStoryIT {

    private static Sitting people;
    private static Company company;
    private static String handler;
    private static Filing money;
    private static Filing title;
    private static Filing third;
    private static List<CourtCase> cases;
    private static long begun;

    @BeforeAll
    static void theCompanyAuthorisesItsHandler() {
        people = Sitting.begin();
        company = Company.authorise(Sitting.REPRESENTATIVE, Sitting.HANDLER);
        handler = Sitting.HANDLER.signIn().ok().text("accessToken");
        begun = System.nanoTime();
    }

    @Test
    @Order(1)
    void threeFilingsAreMadeInOneSittingAndEachSaysWhatItLacks() {
        money = people.money();
        title = people.title();
        third = people.company(handler);

        assertThat(lacks(money)).containsExactlyInAnyOrder("执行依据", "授权委托书");
        assertThat(lacks(title)).containsExactlyInAnyOrder("执行依据", "授权委托书");
        assertThat(lacks(third)).containsExactly("执行依据");
        money = money.attach(Sitting.paper("执行依据")).attach(Sitting.paper("授权委托书"));
        title = title.attach(Sitting.paper("执行依据")).attach(Sitting.paper("授权委托书"));
        third = attach(third, "执行依据");
        assertThat(Stream.of(money, title, third).flatMap(it -> lacks(it).stream()))
                .isEmpty();
        money = money.submit();
        title = title.submit();
        third = third.after(HTTP.post(third.sent(handler, "/submission"), ""));
        assertThat(List.of(money, title, third))
                .allMatch(it -> it.last().text("state").equals("SUBMITTED"));
    }

    /** The handler's own token: the one that carries the company's authority. */
    private static Filing attach(Filing filing, String kind) {
        return filing.after(HTTP.upload(filing.sent(handler, "/materials"), Sitting.paper(kind)));
    }

    /** Materials without which it cannot be handed in. */
    private static List<String> lacks(Filing filing) {
        return filing.last()
                .json()
                .path("missing")
                .valueStream()
                .map(it -> it.path("detail").asString().replaceAll(".*“(.*)”.*", "$1"))
                .toList();
    }

    @Test
    @Order(2)
    void oneIsReturnedOnceForEverythingItLacksAfterAPhoneCallThatIsOnRecord() {
        String judge = token(Filing.JUDGE);
        title = title.after(HTTP.post(title.sent(judge, "/review"), "{}"));
        String masked = HTTP.get(judge, title.path()).ok().body();
        Answer withoutReason = HTTP.post(judge, title.path() + "/contacts", "{}");
        JsonNode contact = HTTP.post(judge, title.path() + "/contacts", "{\"reason\":\"材料不全，电话联系代理人\"}")
                .ok()
                .json()
                .path("contacts")
                .valueStream()
                .filter(it -> it.path("role").asString().equals("AGENT"))
                .findFirst()
                .orElseThrow();
        title = title.after(HTTP.post(
                title.sent(judge, "/calls"), """
                        {"with":"%s","text":"告知代理人缺生效证明和不动产权属资料，代理人称三日内补交。"}""".formatted(contact.path("id").asString())));
        title = title.after(HTTP.post(title.sent(judge, "/correction"), """
                        {"missing":[{"item":"生效证明","reason":"未提交调解书生效证明"},
                         {"item":"不动产权属资料","reason":"过户须核对权属"}],"days":7}"""));

        assertThat(masked)
                .doesNotContain(people.lawyer().phone(), people.buyer().idNumber());
        assertThat(withoutReason.text("code")).isEqualTo("filing.reason_missing");
        assertThat(contact.path("phone").asString()).isEqualTo(people.lawyer().phone());
        JsonNode told = HTTP.get(people.lawyer().token(), title.path()).ok().json();
        assertThat(told.at("/summary/state").asString()).isEqualTo("RETURNED");
        assertThat(told.path("missing").findValuesAsString("item")).containsExactly("生效证明", "不动产权属资料");
        assertThat(told.path("due").asString()).matches("\\d{4}-\\d{2}-\\d{2}");
    }

    @Test
    @Order(3)
    void theLawyerAnswersOverALineThatBreaksAndAllThreeAreAcceptedUnderConsecutiveNumbers() {
        title = title.attach(Sitting.paper("生效证明"));
        Http.Upload deed = Sitting.paper("不动产权属资料");
        Tus upload = Tus.begin(people.lawyer().token(), title, deed);
        upload.sendAndLoseTheLine(people.lawyer().token(), deed.content(), deed.content().length / 2);
        upload.resume(people.lawyer().signIn().ok().text("accessToken"), deed.content());
        title = title.refreshed().submit();
        assertThat(title.last().json().path("corrected").asBoolean()).isTrue();
        cases = Stream.of(money, title, third)
                .map(Filing::accept)
                .map(it -> CourtCase.of(new Filing(clientOf(it), it.respondent(), it.last())))
                .toList();
        Figures.tell("a lawyer's story, three filings to three cases", Duration.ofNanos(System.nanoTime() - begun));

        List<Long> serials = cases.stream().map(CourtCase::serial).toList();
        assertThat(serials)
                .isEqualTo(LongStream.range(serials.getFirst(), serials.getFirst() + 3)
                        .boxed()
                        .toList());
        assertThat(cases).allMatch(it -> it.judge() != null);
    }

    private static Person clientOf(Filing filing) {
        String id = filing.id();
        return id.equals(money.id())
                ? people.client()
                : id.equals(title.id()) ? people.buyer() : Sitting.REPRESENTATIVE;
    }

    @Test
    @Order(4)
    void whatWasToldOfEachCaseIsCompleteInOrderAndWithoutAGap() {
        assertThat(told(cases.get(0))).containsExactly("FilingSubmitted", "CaseAccepted", "JudgeAssigned");
        assertThat(told(cases.get(1)))
                .containsExactly(
                        "FilingSubmitted",
                        "ReviewTaken",
                        "CallNoted",
                        "CorrectionRequired",
                        "FilingResubmitted",
                        "CaseAccepted",
                        "JudgeAssigned");
        assertThat(told(cases.get(2))).containsExactly("FilingSubmitted", "CaseAccepted", "JudgeAssigned");
        for (CourtCase each : cases) {
            JsonNode settled = each.settled();
            assertThat(settled.path("equal").asBoolean()).as(settled.toString()).isTrue();
            assertThat(values(each.leaves(each.judgeToken()), "id")).doesNotHaveDuplicates();
        }
    }

    /** Acts the filing service told of a case; views of contact data have their numbers in between. */
    private static List<String> told(CourtCase it) {
        List<JsonNode> acts = it.timeline(it.judgeToken()).stream()
                .filter(act -> act.path("source").asString().equals("filing"))
                .toList();
        assertThat(acts.stream().map(act -> act.path("sequence").asLong())).isSorted();
        return values(acts, "type");
    }

    @Test
    @Order(5)
    void everybodySeesWhatIsTheirsAndNothingElse() {
        List<String> each = IntStream.range(0, 3)
                .mapToObj(i ->
                        cases.get(i).judge().equals("songjiang-judge-1") ? "songjiang-judge-2" : "songjiang-judge-1")
                .toList();

        assertThat(seenBy(people.lawyer().token())).containsExactly(200, 200, 404);
        assertThat(seenBy(people.client().token())).containsExactly(200, 404, 404);
        assertThat(seenBy(people.buyer().token())).containsExactly(404, 200, 404);
        assertThat(seenBy(handler)).containsExactly(404, 404, 200);
        assertThat(seenBy(Sitting.REPRESENTATIVE.signIn().ok().text("accessToken")))
                .containsExactly(404, 404, 200);
        assertThat(seenBy(people.debtor().token())).containsExactly(404, 404, 404);
        assertThat(seenBy(people.seller().token())).containsExactly(404, 404, 404);
        assertThat(seenBy(token("stranger"))).containsExactly(404, 404, 404);
        assertThat(seenBy(token(Filing.JUDGE))).containsExactly(200, 200, 200);
        assertThat(seenBy(token("pudong-filing"))).containsExactly(404, 404, 404);
        assertThat(seenBy(token("pudong-judge-1"))).containsExactly(404, 404, 404);
        for (int i = 0; i < 3; i++) {
            assertThat(seenBy(cases.get(i).judgeToken()).get(i)).isEqualTo(200);
            assertThat(seenBy(token(each.get(i))).get(i)).isEqualTo(404);
        }
        assertThat(listed(people.lawyer().token())).containsExactlyInAnyOrder(money.id(), title.id());
        assertThat(listed(people.client().token())).containsExactly(money.id());
        assertThat(listed(people.debtor().token())).isEmpty();
    }

    @Test
    @Order(6)
    void everybodyIsPromptedOnTheirPhoneOnceForEachStep() {
        assertThat(Prompts.on(people.client().phone(), 2))
                .satisfiesExactlyInAnyOrder(
                        received -> assertThat(received).contains("已收到"),
                        accepted -> assertThat(accepted)
                                .contains("已立案", cases.get(0).number()));
        assertThat(Prompts.on(people.buyer().phone(), 4))
                .satisfiesExactlyInAnyOrder(
                        received -> assertThat(received).contains("已收到"),
                        returned -> assertThat(returned).contains("需要补正"),
                        corrected -> assertThat(corrected).contains("补正材料已收到"),
                        accepted -> assertThat(accepted)
                                .contains("已立案", cases.get(1).number()));
        assertThat(Prompts.on(people.lawyer().phone(), 6))
                .hasSize(6)
                .noneMatch(text ->
                        text.contains("http") || text.contains(people.lawyer().name()));
        assertThat(Prompts.arrived(people.debtor().phone())).isEmpty();
        assertThat(Prompts.arrived(people.seller().phone())).isEmpty();
    }

    /** What reading each of the three answers. */
    private static List<Integer> seenBy(String token) {
        return cases.stream()
                .map(it -> HTTP.get(token, "/api/v1/filings/" + it.id()).status())
                .toList();
    }

    private static List<String> listed(String token) {
        return values(CourtCase.all(token, "/api/v1/filings", "cursor"), "id");
    }

    @Test
    @Order(7)
    void aHandlerWhoseAuthorityIsTakenBackIsOutAtOnceAndTheCompanyGoesOn() {
        company.revoke(Sitting.REPRESENTATIVE);

        assertThat(HTTP.get(handler, "/api/v1/filings/" + third.id()).status()).isEqualTo(401);
        String again = Sitting.HANDLER.signIn().ok().text("accessToken");
        assertThat(seenBy(again)).containsExactly(404, 404, 404);
        assertThat(HTTP.get(again, cases.get(2).path("/room")).status()).isEqualTo(404);
        assertThat(listed(again)).doesNotContain(third.id());
        assertThat(seenBy(Sitting.REPRESENTATIVE.signIn().ok().text("accessToken")))
                .containsExactly(404, 404, 200);
    }

    @Test
    @Order(8)
    void theSameStoryWorksAsTheReadmeNamesIt() throws IOException {
        Path home = Path.of("..", "..").toAbsolutePath().normalize();
        assertThat(Files.readString(home.resolve("README.md"))).contains("./deploy/story");

        String printed = Platform.play(home.resolve("deploy/story").toString());

        assertThat(printed).contains("as it must be").doesNotContain("WRONG");
        assertThat(printed.lines().toList().getLast()).startsWith("story true");
        System.out.println("MEASURED " + printed.lines().toList().getLast());
    }
}
