package court.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page as people use it: on a phone and at a desk, in a real browser. */
class PageIT {

    private static final Path PAPERS = Path.of("..", "local", "demo", "papers");
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
    void theFirstStepsOfTheWalkAreTakenOnThePage() {
        try (Visitor applicant = chromium.phone();
                Visitor filingJudge = chromium.desk();
                Visitor judge = chromium.desk();
                Visitor respondent = chromium.phone().expectingRefusal("/room")) {
            String id = file(applicant.shoot("welcome-phone").demo("applicant"));
            String account = accept(filingJudge.staff("songjiang-filing"), id);
            open(applicant, id);
            judge.staff(account).shoot("cases-desk").go("cases/" + id);

            judge.fill("内容", "您好，案件由我承办，请补充被执行人的财产线索。");
            judge.press("发送");
            applicant.sees("请补充被执行人的财产线索");
            applicant.fill("内容", "松江区有一套房产，照片见附件。");
            applicant.page().locator("#room-file").setInputFiles(PAPERS.resolve("scan.png"));
            applicant.press("发送");
            judge.sees("scan.png");
            applicant.shoot("room-phone").fits();
            judge.shoot("room-desk");

            judge.part("timeline");
            judge.sees("全部在链");
            judge.page().locator("button.badge").first().click();
            judge.sees("检查点签名有效");
            judge.shoot("timeline-desk");
            applicant.part("timeline");
            applicant.sees("全部在链");
            applicant.shoot("timeline-phone").fits();

            respondent.demo("respondent");
            assertThat(line(respondent, id).count()).isZero();
            respondent.go("cases/" + id).sees("没有找到");
            judge.press("准许进入案件群");
            open(respondent.go(""), id);
            respondent.sees("进入案件群。");
        }
    }

    private static String file(Visitor applicant) {
        Page page = applicant.page();
        page.locator("#new-filing").click();
        Locator respondent = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("被执行人"));
        respondent.getByLabel("姓名或名称").fill("演示被执行人");
        respondent.getByLabel("证件号码").fill("310115197505150027");
        applicant.fill("请求执行的金额（元）", "120,000.00");
        applicant.fill("请求事项", "支付购房款及利息");
        applicant.fill("文书编号", "（2025）沪0117民初1234号");
        applicant.fill("作出机关", "上海市松江区人民法院");
        applicant.fill("生效日期", "2025-12-01");
        applicant.fill("开户银行", "演示银行");
        applicant.fill("账号", "6222000000000001");
        applicant.press("保存，下一步上传材料");
        applicant.sees("被执行人证件号码").scrollIntoViewIfNeeded();
        applicant.shoot("filing-missing-phone").fits();
        assertThat(respondent.getByLabel("证件号码").inputValue()).isEqualTo("310115197505150027");
        respondent.getByLabel("证件号码").fill("310115197505150026");
        applicant.press("保存修改");
        applicant.sees("提交前还有 1 处需要补充或更正");
        page.locator("#material-file").setInputFiles(PAPERS.resolve("judgment.pdf"));
        applicant.sees("judgment.pdf");
        applicant.shoot("filing-phone").press("提交申请");
        applicant.sees("审查中");
        return page.url().replaceAll(".*/", "");
    }

    /** @return who the case was assigned to */
    private static String accept(Visitor clerk, String id) {
        clerk.page().locator("[data-filing='" + id + "']").click();
        clerk.sees("120,000.00 元");
        clerk.shoot("review-desk").press("受理立案");
        clerk.press("确认受理");
        String told = clerk.sees("已立案，承办法官").textContent();
        return told.contains("松江执行法官一") ? "songjiang-judge-1" : "songjiang-judge-2";
    }

    /** Opens a case from the list; each service learns of a case by itself, so the list is asked again. */
    private static void open(Visitor visitor, String id) {
        visitor.go("");
        await().atMost(CourtCase.SOON).until(() -> {
            visitor.page().reload();
            visitor.page().locator("#new-filing").waitFor();
            return line(visitor, id).count() == 1;
        });
        visitor.shoot("cases-phone");
        line(visitor, id).click();
        visitor.page().locator(".composer").waitFor();
    }

    private static Locator line(Visitor visitor, String id) {
        return visitor.page().locator("[data-case='" + id + "']");
    }

    @Test
    void aFileIsCheckedInTheBrowserAndAChangedOneIsNotTheSame() {
        byte[] paper = OnLedger.witnessed();
        byte[] changed = paper.clone();
        changed[0] ^= 1;

        try (Visitor anybody = chromium.phone().expectingRefusal("/api/v1/ledger/files/")) {
            anybody.go("verify");
            Locator input = anybody.page().locator("#check-file");
            input.setInputFiles(new FilePayload("线索.txt", "text/plain", paper));
            anybody.page().locator("[data-verdict=proven]").waitFor();
            assertThat(anybody.page().locator(".steps .good").count()).isEqualTo(4);
            assertThat(anybody.page().locator(".facts").textContent())
                    .containsPattern("收到\\d{4}年.+入账\\d{4}年.+上链锚定尚未锚定见证.+，\\d{4}年");
            assertThat(anybody.page().locator("#audit").textContent()).contains("全量复核");
            anybody.sees("推定未经篡改").scrollIntoViewIfNeeded();
            anybody.shoot("verify-phone").fits();

            input.setInputFiles(new FilePayload("线索.txt", "text/plain", changed));
            anybody.page().locator("[data-verdict=unknown]").waitFor();
            assertThat(anybody.page().locator("[data-verdict=proven]").count()).isZero();
        }
        try (Visitor desk = chromium.desk()) {
            desk.go("verify")
                    .page()
                    .locator("#check-file")
                    .setInputFiles(new FilePayload("线索.txt", "text/plain", paper));
            desk.page().locator("[data-verdict=proven]").waitFor();
            desk.shoot("verify-desk");
        }
    }
}
