package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A lawyer files for a client on the page, and a filing judge accepts it after a second look. */
class PageAgentIT {

    private static final Path PAPER = Path.of("..", "local", "demo", "papers", "judgment.pdf");
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
    void aLawyerFilesForAClientAndTheJudgeIsAskedBeforeAccepting() {
        Person client = Person.anybody("委托人甲");
        try (Visitor lawyer = chromium.phone();
                Visitor judge = chromium.desk()) {
            String id = file(lawyer.demo("lawyer"), client);
            mustActFor(client, id);

            judge.staff(Filing.JUDGE).go("filings/" + id);
            judge.press("由我审查");
            judge.sees("由您审查");
            lawyer.page().reload();
            lawyer.sees("立案法官正在审查");
            assertThat(lawyer.page().content()).doesNotContain(Filing.JUDGE);

            judge.press("受理立案");
            judge.sees("不能撤销");
            judge.shoot("review-asked-desk").press("再看看");
            assertThat(state(id)).isEqualTo("SUBMITTED");
            judge.press("受理立案");
            judge.press("确认受理");
            judge.sees("已立案，承办法官");

            lawyer.page().reload();
            lawyer.sees("代理人经承办法官同意后进入案件群");
            assertThat(lawyer.page().content()).doesNotContain(Filing.JUDGE);
            lawyer.shoot("filed-by-agent-phone").fits();
        }
    }

    /** @return the filing's id */
    private static String file(Visitor lawyer, Person client) {
        Page page = lawyer.page();
        page.locator("#new-filing").click();
        page.getByLabel("申请方式").selectOption("CLIENT");
        Locator agent = group(page, "代理人");
        assertThat(agent.getByLabel("姓名").inputValue()).isEqualTo("演示律师");
        agent.getByLabel("工作单位").fill("演示律师事务所");
        agent.getByLabel("执业证号").fill("1310120201000000");
        agent.getByLabel("代为收款").check();
        Locator applicant = group(page, "申请执行人");
        assertThat(applicant.getByLabel("法定代表人姓名").isVisible()).isFalse();
        applicant.getByLabel("姓名或名称").fill(client.name());
        applicant.getByLabel("证件号码").first().fill(client.idNumber());
        applicant.getByLabel("当事人手机号码").fill(client.phone());
        lawyer.fill("户名", client.name());
        lawyer.fill("开户银行", "演示银行");
        lawyer.fill("账号", "6222000000000001");
        Person debtor = Person.anybody("被执行人乙");
        Locator respondent = group(page, "被执行人");
        respondent.getByLabel("姓名或名称").fill(debtor.name());
        respondent.getByLabel("证件号码").fill(debtor.idNumber());
        lawyer.fill("请求执行的金额（元）", "120000.00");
        lawyer.fill("请求事项", "支付购房款");
        lawyer.fill("文书编号", "（2025）沪0117民初3001号");
        lawyer.fill("作出机关", "上海市松江区人民法院");
        lawyer.fill("生效日期", "2025-12-01");
        page.evaluate("scrollTo(0, 0)");
        lawyer.shoot("filing-agent-phone").fits();
        lawyer.press("保存，下一步上传材料");

        lawyer.sees("代理人执业证号");
        group(page, "代理人").getByLabel("执业证号").fill("13101202010000001");
        lawyer.press("保存修改");
        attach(lawyer, "执行依据");
        attach(lawyer, "授权委托书");
        lawyer.press("提交申请");
        lawyer.sees("审查中");
        return page.url().replaceAll(".*/", "");
    }

    /** As what the page proposes. */
    private static void attach(Visitor lawyer, String kind) {
        lawyer.page().locator("#material-kind").waitFor();
        lawyer.page()
                .waitForCondition(() ->
                        lawyer.page().locator("#material-kind").inputValue().equals(kind));
        lawyer.page().locator("#material-file").setInputFiles(PAPER);
        lawyer.sees(kind + " · ");
    }

    private static Locator group(Page page, String legend) {
        return page.getByRole(
                AriaRole.GROUP, new Page.GetByRoleOptions().setName(legend).setExact(true));
    }

    private static void mustActFor(Person client, String id) {
        JsonNode form =
                HTTP.get(client.token(), "/api/v1/filings/" + id).ok().json().path("form");
        assertThat(form.at("/applicants/0/idNumber").asString()).isEqualTo(client.idNumber());
        assertThat(form.at("/agents/0/kind").asString()).isEqualTo("LAWYER");
        assertThat(form.at("/agents/0/name").asString()).isEqualTo("演示律师");
        assertThat(form.at("/agents/0/powers").valueStream().map(JsonNode::asString))
                .containsExactly("COLLECT");
    }

    private static String state(String id) {
        return HTTP.get(Platform.token(Filing.JUDGE), "/api/v1/filings/" + id)
                .ok()
                .json()
                .at("/summary/state")
                .asString();
    }
}
