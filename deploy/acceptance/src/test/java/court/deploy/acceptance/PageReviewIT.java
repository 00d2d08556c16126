package court.deploy.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The filing judges' desk as they press it through on the page. */
class PageReviewIT {

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
    void theJudgeCallsAndReturnsItWithItsReasonForPaper() {
        Person applicant = Person.anybody("申请人甲");
        Filing filing = Filing.submitted(applicant, Person.anybody("被执行人乙"));
        try (Visitor judge = chromium.phone().expectingRefusal("/correction")) {
            judge.staff(Filing.JUDGE).go("filings/" + filing.id());
            judge.sees("还剩");
            judge.press("由我审查");
            judge.sees("由您审查");
            open(judge, "联系当事人和代理人");
            judge.fill("查看理由", "核实送达地址");
            judge.press("查看联系方式");
            judge.fill("通话内容", "告知缺生效证明");
            judge.press("记录通话");
            judge.page().locator("details[open]").waitFor(gone());

            open(judge, "退回补正");
            judge.fill("缺少的材料", "执行依据原件");
            judge.page().getByPlaceholder("未提交裁判文书生效证明").fill("扫描件模糊");
            judge.press("退回补正");
            judge.sees("不得再要求提供纸质件");
            judge.page().getByLabel("是否要纸质件").selectOption("INCOMPLETE_OR_UNCLEAR");
            judge.press("退回补正");
            judge.sees("待补正");
            judge.shoot("review-returned-phone").fits();
        }
        assertThat(Platform.HTTP.get(applicant.token(), filing.path()).body()).contains("INCOMPLETE_OR_UNCLEAR");
    }

    @Test
    void aColleagueTakesItOverWithAReasonAndRefusesIt() {
        Filing filing = Filing.submitted(Person.anybody("申请人丙"), Person.anybody("被执行人丁"));
        Platform.HTTP
                .post(filing.sent(Platform.token(Filing.JUDGE), "/review"), "{}")
                .ok();
        try (Visitor colleague = chromium.desk()) {
            colleague.staff(Filing.OTHER_JUDGE).go("filings/" + filing.id());
            colleague.sees(Filing.JUDGE + " 正在审查");
            assertThat(colleague.page().getByText("受理立案").count()).isZero();
            colleague.fill("接手的理由", "原承办人请假");
            colleague.press("接手审查");
            colleague.sees("由您审查");
            open(colleague, "关联和重复的申请");
            colleague.sees("同一执行依据");

            open(colleague, "不予受理");
            colleague.page().getByLabel("事由").selectOption("NO_JURISDICTION");
            colleague.page().locator("textarea").first().fill("被执行人不在本辖区。");
            colleague.press("裁定不予受理");
            colleague.page().locator("#filing-state.refused").waitFor();
            colleague.shoot("review-refused-desk").fits();
        }
    }

    @Test
    void theHeadOfTheBureauSeesWhatIsOnTheChain() {
        Filing.submitted(Person.anybody("申请人戊"), Person.anybody("被执行人己"));
        try (Visitor head = chromium.phone()) {
            head.staff("songjiang-supervisor");
            head.page()
                    .getByText("上链", new Page.GetByTextOptions().setExact(true))
                    .click();
            head.sees("案件信息");
            assertThat(head.page().locator("[data-item]").count()).isEqualTo(13);
            assertThat(head.page().locator("[data-item=CASE_MONEY]").textContent())
                    .isEqualTo("案款—未建");
            head.shoot("coverage-phone").fits();
        }
    }

    private static void open(Visitor judge, String summary) {
        judge.page().locator("summary").getByText(summary).click();
    }

    private static Locator.WaitForOptions gone() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }
}
