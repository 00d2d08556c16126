package court.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the institutions' answers to the intranet's, as judge and applicant press it through on the page. */
class PageWalkIT {

    private static final Path PAPERS = Path.of("..", "local", "demo", "papers");
    private static final Duration SEALING = Duration.ofSeconds(90);
    private static final String AMOUNT = "120000.00";
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @Test
    void theJudgeTakesTheCaseToItsEndOnThePage() {
        CourtCase room = withMoney("account-" + UUID.randomUUID());
        try (Visitor judge = chromium.desk();
                Visitor applicant = chromium.phone();
                Visitor respondent = chromium.phone().expectingRefusal("/room")) {
            judge.staff(room.judge()).go("cases/" + room.id() + "/assets");
            freeze(judge, room);
            respondent.as(room.respondent()).go("cases/" + room.id()).sees("没有找到");
            talk(judge, applicant.as(room.applicant()), room);
            closeTooEarly(judge);
            release(judge);
            end(judge);
            look(judge, applicant);
        }
    }

    /** An accepted case whose respondent has money at the bank. */
    private static CourtCase withMoney(String account) {
        Person applicant = Person.anybody("申请人甲");
        Person respondent = Person.anybody("被执行人乙");
        Property.own("bank", respondent, account, "DEPOSIT", "300000.00");
        return CourtCase.of(Filing.submitted(applicant, respondent).accept());
    }

    private static void freeze(Visitor judge, CourtCase room) {
        for (String institution :
                List.of("bank", "vehicle-registry", "real-estate-registry", "securities", "internet-payment")) {
            wait(judge, "[data-institution=" + institution + "][data-state=ANSWERED]");
        }
        judge.sees("查到 1 项");
        judge.press("查询 被执行人乙 的财产");
        judge.page().locator("[data-query]").nth(1).waitFor();
        judge.shoot("queries-desk").fits();
        judge.page().getByText("登记裁定书").click();
        judge.fill("裁定书文号", room.number() + "之一");
        judge.fill("控制限额（元）", AMOUNT);
        paper(judge, "ruling");
        paper(judge, "notice");
        judge.press("登记");
        wait(judge, "[data-ruling]");
        judge.page().locator("summary").getByText("要求冻结").click();
        judge.fill("金额（元）", "120,000.00");
        judge.press("要求冻结");
        wait(judge, "[data-freeze][data-state=Frozen]");
        judge.sees("冻结 120,000.00 元");
        judge.shoot("assets-desk").fits();
    }

    private static void paper(Visitor judge, String name) {
        judge.page().locator("#" + name + "-file").setInputFiles(PAPERS.resolve(name + ".pdf"));
    }

    private static void talk(Visitor judge, Visitor applicant, CourtCase room) {
        judge.part("talks");
        judge.fill("笔录", "申请执行人确认：被执行人已直接给付全部款项。");
        judge.page().locator("#paid-way").selectOption("DIRECT");
        judge.page().locator("#paid-amount").fill(AMOUNT);
        judge.page().locator("#paid-on").fill("2026-01-05");
        judge.press("送参加人确认");
        wait(judge, "[data-talk]");
        applicant.go("cases/" + room.id() + "/talks").sees("被执行人已直接给付全部款项");
        applicant.shoot("talk-phone").fits();
        applicant.press("我已阅读，笔录属实，确认");
        applicant.sees("已确认");
        judge.sees("已确认");
        judge.shoot("talks-desk");
        judge.part("room");
        judge.sees("申请人甲已确认笔录");
    }

    private static void closeTooEarly(Visitor judge) {
        judge.part("dossier");
        judge.expectingRefusal("/closing").press("结案");
        wait(judge, ".problem");
        judge.shoot("closing-refused-desk");
    }

    private static void release(Visitor judge) {
        judge.part("assets");
        judge.page().locator("summary").getByText("解除冻结").click();
        judge.fill("解除理由", "被执行人已履行完毕");
        judge.press("解除");
        wait(judge, "[data-freeze][data-state=Lifted]");
        judge.shoot("released-desk");
    }

    private static void end(Visitor judge) {
        judge.part("room");
        wait(judge, "[data-card=AssetUnfrozen]");
        judge.press("准许进入案件群");
        wait(judge, "[data-card=RespondentReleased]");
        judge.part("dossier");
        judge.press("结案");
        wait(judge, "[data-dossier=SEALED]");
        judge.sees("已封卷");
        judge.sees("内网已接收").scrollIntoViewIfNeeded();
        judge.shoot("dossier-desk").fits();
        judge.page().waitForDownload(() -> judge.press("正卷 PDF"));
    }

    private static void look(Visitor judge, Visitor applicant) {
        judge.part("room");
        wait(judge, "[data-card=DossierReceived]");
        judge.shoot("room-closed-desk").fits();
        applicant.part("room");
        wait(applicant, "[data-card=CaseClosed]");
        applicant.shoot("room-closed-phone").fits();
        for (Map.Entry<Visitor, String> each :
                Map.of(judge, "desk", applicant, "phone").entrySet()) {
            assertThat(each.getKey().page().locator("[data-card] strong").allTextContents())
                    .as("headings in Chinese")
                    .allMatch(it -> it.codePoints().allMatch(Character::isIdeographic));
            each.getKey().part("timeline");
            each.getKey().sees("全部在链");
            each.getKey().shoot("timeline-closed-" + each.getValue()).fits();
        }
    }

    private static void wait(Visitor visitor, String selector) {
        Locator found = visitor.page().locator(selector).first();
        found.waitFor(new Locator.WaitForOptions().setTimeout(SEALING.toMillis()));
    }
}
