package court.platform.contract;

import court.platform.json.Secret;
import court.platform.model.Money;
import java.time.LocalDate;
import java.util.List;

/** One of each fact, as the golden samples hold them. */
public final class FactSamples {

    private static final String APPLICANT = "11111111-1111-4111-8111-111111111111";
    private static final String RESPONDENT = "22222222-2222-4222-8222-222222222222";
    private static final String COURT = "沪0117";

    private FactSamples() {}

    public static List<CourtEvent> all() {
        return List.of(
                new FilingEvent.FilingSubmitted(COURT, "WEB", parties(), claim(), basis(), materials()),
                new FilingEvent.CorrectionRequired(
                        List.of(new FilingEvent.Missing("生效证明", "未提交")), LocalDate.of(2026, 1, 15), "首次审查时未能发现"),
                new FilingEvent.FilingResubmitted(COURT, "WEB", parties(), claim(), basis(), materials()),
                new FilingEvent.CaseAccepted("（2026）沪0117执1号", COURT, parties(), claim(), basis(), "songjiang-filing"),
                new FilingEvent.JudgeAssigned(COURT, "songjiang-judge-1", "松江执行法官一"),
                new InteractionEvent.RoomOpened("（2026）沪0117执1号", COURT),
                new InteractionEvent.MessagePosted(
                        "33333333-3333-4333-8333-333333333333",
                        APPLICANT,
                        new Secret(APPLICANT, "请问进展如何？"),
                        new Secret(APPLICANT, "收据.pdf")),
                new InteractionEvent.RespondentReleased(RESPONDENT, List.of("c".repeat(64))),
                new AccessEvent.ProtectedDataViewed("filing", "01930000-0000-7000-8000-000000000001"));
    }

    private static List<Party> parties() {
        return List.of(
                new Party(
                        APPLICANT,
                        Party.Role.APPLICANT,
                        Party.Kind.PERSON,
                        new Secret(APPLICANT, "演示申请人"),
                        "ID_CARD",
                        new Secret(APPLICANT, "310117198503120019"),
                        "a".repeat(64),
                        new Secret(APPLICANT, "13800000000"),
                        new Secret(APPLICANT, "上海市松江区"),
                        null),
                new Party(
                        RESPONDENT,
                        Party.Role.RESPONDENT,
                        Party.Kind.ORGANISATION,
                        new Secret(RESPONDENT, "演示置业有限公司"),
                        "CREDIT_CODE",
                        new Secret(RESPONDENT, "91310117MA1J000000"),
                        "b".repeat(64),
                        null,
                        null,
                        new Party.Representative(
                                new Secret(RESPONDENT, "演示法定代表人"),
                                "ID_CARD",
                                new Secret(RESPONDENT, "310117198503120019"),
                                "c".repeat(64))));
    }

    private static Claim claim() {
        return new Claim(
                Claim.Kind.MONEY, Money.of("120000.00"), new Secret("01930000-0000-7000-8000-000000000001", "支付购房款"));
    }

    private static Basis basis() {
        return new Basis(Basis.Kind.JUDGMENT, "（2025）沪0117民初1234号", "上海市松江区人民法院", LocalDate.of(2025, 12, 1));
    }

    private static List<FilingEvent.Material> materials() {
        return List.of(new FilingEvent.Material(
                "44444444-4444-4444-8444-444444444444",
                "执行依据",
                new Secret("01930000-0000-7000-8000-000000000001", "判决书.pdf")));
    }
}
