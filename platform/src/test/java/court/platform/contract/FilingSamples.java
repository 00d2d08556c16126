package court.platform.contract;

import court.platform.json.Secret;
import court.platform.model.Money;
import java.time.LocalDate;
import java.util.List;

/** A submission in which nothing is left out. */
final class FilingSamples {

    private static final String APPLICANT = "11111111-1111-4111-8111-111111111111";
    private static final String RESPONDENT = "22222222-2222-4222-8222-222222222222";
    private static final String AGENT = "88888888-8888-4888-8888-888888888888";
    private static final String CHANGE = "77777777-7777-4777-8777-777777777772";
    private static final String CASE = "01930000-0000-7000-8000-000000000001";

    private FilingSamples() {}

    static FilingEvent.FilingResubmitted resubmitted(List<Party> parties, List<FilingEvent.Material> materials) {
        return new FilingEvent.FilingResubmitted(
                "沪0117",
                "COUNTER",
                List.of(ward(), parties.get(1)),
                claim(),
                new Basis(
                        Basis.Kind.PAYMENT_ORDER,
                        "（2025）沪0117民督1号",
                        "上海市松江区人民法院",
                        LocalDate.of(2025, 12, 1),
                        LocalDate.of(2025, 11, 10),
                        LocalDate.of(2025, 12, 16)),
                materials,
                List.of(agent()),
                List.of(new Clue(
                        "99999999-9999-4999-8999-999999999991",
                        Clue.Kind.VEHICLE,
                        RESPONDENT,
                        new Secret(CASE, "名下有小型客车一辆"))),
                "songjiang-clerk",
                null);
    }

    /** One that came by mail. */
    static FilingEvent.FilingSubmitted mailed(
            List<Party> parties, Claim claim, Basis basis, List<FilingEvent.Material> materials) {
        return new FilingEvent.FilingSubmitted(
                "沪0117",
                "MAIL",
                parties,
                claim,
                basis,
                materials,
                List.of(),
                List.of(),
                "songjiang-clerk",
                new Posting(LocalDate.of(2026, 1, 5), LocalDate.of(2026, 1, 8)));
    }

    static FilingEvent.TermChangeRequested termChangeRequested() {
        FilingEvent.TermWish wish =
                new FilingEvent.TermWish(null, null, "AUCTION", LocalDate.of(2026, 3, 2), null, "（2026）沪0117执1号之二");
        return new FilingEvent.TermChangeRequested(CHANGE, wish, new Secret(CASE, "网络司法拍卖"));
    }

    static FilingEvent.TermChangeDecided termChangeDecided() {
        FilingEvent.TermWish wish = new FilingEvent.TermWish("PRESIDENT", 3, null, null, null, null);
        return new FilingEvent.TermChangeDecided(
                CHANGE, true, wish, LocalDate.of(2026, 10, 12), false, new Secret(CASE, "案情疑难"), "songjiang-president");
    }

    static FilingEvent.TermResumed termResumed() {
        FilingEvent.TermWish wish = new FilingEvent.TermWish(
                null, null, "AUCTION", LocalDate.of(2026, 3, 2), LocalDate.of(2026, 4, 1), null);
        return new FilingEvent.TermResumed(CHANGE, wish, LocalDate.of(2026, 11, 12), "songjiang-judge-1");
    }

    static FilingEvent.DeadlineReminder deadlineReminder() {
        Limit limit = new Limit(
                CHANGE,
                "ENFORCEMENT",
                "K4",
                "法释〔2000〕29号第五条",
                LocalDate.of(2026, 1, 12),
                LocalDate.of(2026, 7, 13),
                false);
        return new FilingEvent.DeadlineReminder(limit, 7);
    }

    private static Party ward() {
        return new Party(
                APPLICANT,
                Party.Role.APPLICANT,
                Party.Kind.PERSON,
                new Secret(APPLICANT, "演示申请人"),
                "ID_CARD",
                new Secret(APPLICANT, "310117201503120012"),
                "a".repeat(64),
                new Secret(APPLICANT, "13800000000"),
                new Secret(APPLICANT, "上海市松江区"),
                null,
                actor("d"),
                actor("e"),
                new Party.Service(
                        new Secret(APPLICANT, "上海市松江区"),
                        new Secret(APPLICANT, "demo@example.com"),
                        Party.Consent.EXPRESS),
                new Party.Account(
                        new Secret(APPLICANT, "演示申请人"),
                        new Secret(APPLICANT, "演示银行"),
                        new Secret(APPLICANT, "6222000000000000001")));
    }

    private static Party.Representative actor(String key) {
        return new Party.Representative(
                new Secret(APPLICANT, "演示代理人"), "ID_CARD", new Secret(APPLICANT, "310117198503120019"), key.repeat(64));
    }

    private static Claim claim() {
        return new Claim(
                Claim.Kind.MONEY,
                Money.of("121095.00"),
                new Secret(CASE, "支付购房款及利息"),
                new Claim.Sum(
                        Money.of("120000.00"),
                        new Claim.Interest(
                                Money.of("995.00"),
                                new Claim.Formula(Money.of("120000.00"), "3.65", LocalDate.of(2025, 12, 1), null)),
                        Money.of("100.00")),
                null);
    }

    private static Agent agent() {
        return new Agent(
                AGENT,
                Agent.Kind.LAWYER,
                List.of(Agent.Power.SETTLE, Agent.Power.COLLECT),
                List.of(APPLICANT),
                new Secret(AGENT, "演示律师"),
                "ID_CARD",
                new Secret(AGENT, "310117198503120019"),
                "f".repeat(64),
                new Secret(AGENT, "13800000001"),
                new Secret(AGENT, "演示律师事务所"),
                "13101202010000001");
    }
}
