package court.deploy.acceptance;

import static court.deploy.acceptance.Platform.HTTP;

import court.deploy.acceptance.Http.Upload;
import java.util.Map;

/**
 * One sitting of a lawyer and one of a company's handler: a sum of money, a title to be transferred, a company's sum. Handler
 * and representative are people whom the simulated identity authority knows; all others nobody has seen before.
 */
record Sitting(Person lawyer, Person client, Person buyer, Person debtor, Person seller) {

    static final Person REPRESENTATIVE = new Person("演示法定代表人", "310117197007070042", "19900000004");
    static final Person HANDLER = new Person("演示经办人", "310117198808080069", "19900000006");

    static Sitting begin() {
        return new Sitting(
                Person.anybody("律师甲"),
                Person.anybody("委托人乙"),
                Person.anybody("买受人丙"),
                Person.anybody("被执行人丁"),
                Person.anybody("出卖人戊"));
    }

    /** Money, with interest that runs on, for a person, by a lawyer with special authority. */
    Filing money() {
        return draft(lawyer, debtor, """
                {"courtCode":"沪0117","applicants":[%s],"respondents":[%s],"agents":[%s],
                 "claim":{"kind":"MONEY","principal":"120000.00","costs":"1350.00","description":"返还购房款及利息",
                  "interest":{"base":"120000.00","yearlyPercent":"3.45","from":"2026-01-01"}},
                 "basis":{"kind":"JUDGMENT","number":"（2025）沪0117民初2001号","issuedBy":"上海市松江区人民法院",
                  "issuedOn":"2025-11-10","effectiveOn":"2025-12-01"},
                 "clues":[{"kind":"DEPOSIT","respondent":0,"description":"演示银行松江支行存款"}]}""".formatted(
                        client.form(), debtor.respondent(), agent("\"CHANGE_CLAIM\",\"COLLECT\"")));
    }

    /** An act: the seller transfers the title 办理产权过户; the lawyer has general authority only. */
    Filing title() {
        return draft(lawyer, seller, """
                {"courtCode":"沪0117","applicants":[%s],"respondents":[%s],"agents":[%s],
                 "claim":{"kind":"ACT","act":"TRANSFER_OF_TITLE","description":"协助将松江区演示路1号101室房屋过户至申请执行人名下"},
                 "basis":{"kind":"MEDIATION_AGREEMENT","number":"（2025）沪0117民初2002号","issuedBy":"上海市松江区人民法院",
                  "issuedOn":"2025-11-20","effectiveOn":"2025-11-20","performBy":"2025-12-31"}}""".formatted(buyer.form(), seller.respondent(), agent("")));
    }

    /** A company's sum, entered by its handler, who must sign in after being authorised. */
    Filing company(String handlerToken) {
        String form = """
                {"courtCode":"沪0117","applicants":[{"kind":"ORGANISATION","name":"演示置业有限公司","idType":"CREDIT_CODE",
                  "idNumber":"91310117MA1DEM0A9T","phone":"021-10000000",
                  "representative":{"name":"%s","idType":"ID_CARD","idNumber":"%s"},
                  "handler":{"name":"%s","idType":"ID_CARD","idNumber":"%s"},
                  "service":{"email":"law@demo.example","consent":"EXPRESS"},
                  "account":{"holder":"演示置业有限公司","bank":"演示银行","number":"10010000000001"}}],
                 "respondents":[%s],
                 "claim":{"kind":"MONEY","amount":"86000.00","description":"支付欠付租金"},
                 "basis":{"kind":"ARBITRAL_AWARD","number":"（2025）沪仲案字第2003号","issuedBy":"演示仲裁委员会",
                  "issuedOn":"2025-10-15","effectiveOn":"2025-10-15"}}""".formatted(
                        REPRESENTATIVE.name(),
                        REPRESENTATIVE.idNumber(),
                        HANDLER.name(),
                        HANDLER.idNumber(),
                        debtor.respondent());
        return new Filing(
                HANDLER,
                debtor,
                HTTP.post(handlerToken, "/api/v1/filings", form).ok());
    }

    private static Filing draft(Person who, Person against, String form) {
        return new Filing(
                who, against, HTTP.post(who.token(), "/api/v1/filings", form).ok());
    }

    private String agent(String powers) {
        return """
                {"kind":"LAWYER","powers":[%s],"represents":[0],"name":"%s","idType":"ID_CARD","idNumber":"%s","phone":"%s",
                 "firm":"演示律师事务所","licence":"13101202010000001"}""".formatted(powers, lawyer.name(), lawyer.idNumber(), lawyer.phone());
    }

    /** A paper of a kind. */
    static Upload paper(String kind) {
        return new Upload(kind + ".pdf", Papers.demo("judgment.pdf"), Map.of("kind", kind));
    }
}
