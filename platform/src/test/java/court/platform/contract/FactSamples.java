package court.platform.contract;

import court.platform.json.Secret;
import court.platform.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** One of each fact, as the golden samples hold them. */
public final class FactSamples {

    private static final String APPLICANT = "11111111-1111-4111-8111-111111111111";
    private static final String RESPONDENT = "22222222-2222-4222-8222-222222222222";
    private static final String COURT = "沪0117";

    private static final String CASE = "01930000-0000-7000-8000-000000000001";
    private static final String QUERY = "66666666-6666-4666-8666-666666666661";
    private static final String RULING = "66666666-6666-4666-8666-666666666662";
    private static final String FREEZE = "66666666-6666-4666-8666-666666666663";
    private static final String PACKAGE = "66666666-6666-4666-8666-666666666664";

    private FactSamples() {}

    public static List<CourtEvent> all() {
        return Stream.concat(cases().stream(), MemberSamples.all(COURT, APPLICANT).stream())
                .toList();
    }

    private static List<CourtEvent> cases() {
        return List.of(
                FilingSamples.mailed(parties(), claim(), basis(), materials()),
                new FilingEvent.CorrectionRequired(
                        List.of(new FilingEvent.Missing("生效证明", "未提交")), LocalDate.of(2026, 1, 15), "首次审查时未能发现"),
                FilingSamples.resubmitted(parties(), composed()),
                new FilingEvent.CaseAccepted(
                        "（2026）沪0117执1号", COURT, parties(), claim(), basis(), "songjiang-filing", List.of()),
                AssignmentSamples.assigned(COURT),
                AssignmentSamples.recusalRequested(CASE),
                AssignmentSamples.recusalDecided(CASE),
                new FilingEvent.FilingRefused(
                        COURT, "NO_JURISDICTION", new Secret(CASE, "不属于本院管辖。"), "songjiang-filing"),
                new FilingEvent.FilingWithdrawn(COURT, new Secret(CASE, "双方已和解。"), "songjiang-clerk"),
                new FilingEvent.MaterialScanned(
                        "44444444-4444-4444-8444-444444444444",
                        "INFECTED",
                        Instant.parse("2026-01-20T02:00:00Z"),
                        "ClamAV 1.0.7/27500/Mon Dec 30 09:43:00 2024",
                        "Win.Test.EICAR_HDB-1"),
                new FilingEvent.ReviewTaken("songjiang-filing", "songjiang-filing-2", new Secret(CASE, "原承办人请假")),
                new FilingEvent.CallNoted(
                        "77777777-7777-4777-8777-777777777771", APPLICANT, new Secret(CASE, "已电话告知补正事项。")),
                new FilingEvent.ExtensionRequested(
                        "CORRECTION",
                        LocalDate.of(2026, 1, 15),
                        new Secret(CASE, "平台故障，无法上传材料。"),
                        LocalDate.of(2026, 1, 16),
                        "66666666-6666-4666-8666-666666666665"),
                new FilingEvent.ExtensionDecided(
                        "CORRECTION", true, LocalDate.of(2026, 1, 23), new Secret(CASE, "平台故障属实。"), "songjiang-filing"),
                FilingSamples.termChangeRequested(),
                FilingSamples.termChangeDecided(),
                FilingSamples.termResumed(),
                FilingSamples.deadlineReminder(),
                new InteractionEvent.RoomOpened("（2026）沪0117执1号", COURT),
                new InteractionEvent.MessagePosted(
                        "33333333-3333-4333-8333-333333333333",
                        APPLICANT,
                        new Secret(APPLICANT, "请问进展如何？"),
                        new Secret(APPLICANT, "收据.pdf"),
                        "33333333-3333-4333-8333-333333333330",
                        List.of("songjiang-judge-1")),
                new InteractionEvent.MessageRecalled(
                        "33333333-3333-4333-8333-333333333333", "33333333-3333-4333-8333-333333333334", APPLICANT),
                new InteractionEvent.MessageCorrected(
                        "33333333-3333-4333-8333-333333333333",
                        "33333333-3333-4333-8333-333333333335",
                        APPLICANT,
                        new Secret(APPLICANT, "请问本周进展如何？"),
                        new Secret(APPLICANT, "漏写时间")),
                new InteractionEvent.RespondentReleased(RESPONDENT, List.of("c".repeat(64))),
                new InteractionEvent.TalkOpened(
                        "55555555-5555-4555-8555-555555555555",
                        List.of(APPLICANT),
                        new Secret(CASE, "申请执行人确认收到全部款项。"),
                        payment()),
                new InteractionEvent.TalkConfirmed("55555555-5555-4555-8555-555555555555", APPLICANT),
                new InteractionEvent.AnswerOverdue(
                        APPLICANT,
                        "33333333-3333-4333-8333-333333333333",
                        Instant.parse("2026-03-06T08:00:00Z"),
                        LocalDate.of(2026, 3, 10)),
                new InteractionEvent.AnswerNotNeeded(
                        APPLICANT, "33333333-3333-4333-8333-333333333333", new Secret(CASE, "仅表示感谢。")),
                new InteractionEvent.CaseClosed(
                        InteractionEvent.ClosingMode.PERFORMED,
                        List.of("55555555-5555-4555-8555-555555555555"),
                        Money.of("120000.00"),
                        Money.of("120000.00"),
                        "songjiang-judge-1"),
                new AssetEvent.AssetQueryStarted(
                        QUERY, RESPONDENT, List.of("bank", "vehicle-registry"), officer(), true),
                new AssetEvent.AssetQueryAnswered(QUERY, "沪0117-1-1", RESPONDENT, "bank", List.of(asset())),
                new AssetEvent.InstitutionReplyRefused("沪0117-1-2", "vehicle-registry", "SIGNATURE"),
                new AssetEvent.RulingRegistered(
                        RULING,
                        "（2026）沪0117执1号之一",
                        RESPONDENT,
                        Money.of("120000.00"),
                        "44444444-4444-4444-8444-444444444444",
                        "44444444-4444-4444-8444-444444444445"),
                new AssetEvent.FreezeOrdered(
                        FREEZE,
                        "沪0117-1-3",
                        RULING,
                        RESPONDENT,
                        "bank",
                        "account-1",
                        AssetEvent.AssetKind.DEPOSIT,
                        Money.of("120000.00"),
                        LocalDate.of(2027, 1, 14),
                        officer()),
                new AssetEvent.AssetFrozen(
                        FREEZE,
                        "沪0117-1-3",
                        Money.of("80000.00"),
                        LocalDate.of(2026, 1, 15),
                        LocalDate.of(2027, 1, 14)),
                new AssetEvent.FreezeRefused(FREEZE, "沪0117-1-3", "账户已销户"),
                new AssetEvent.UnfreezeOrdered(FREEZE, "沪0117-1-4", "已履行完毕", officer()),
                new AssetEvent.AssetUnfrozen(FREEZE, "沪0117-1-4", Money.of("80000.00")),
                new AssetEvent.UnfreezeRefused(FREEZE, "沪0117-1-4", "系统维护"),
                new DossierEvent.DossierSealed(
                        PACKAGE,
                        0,
                        List.of(new DossierEvent.Cut("filing", 3), new DossierEvent.Cut("interaction", 5)),
                        "44444444-4444-4444-8444-444444444446",
                        "44444444-4444-4444-8444-444444444447",
                        "court.example/seal\n\n— court.example/seal AAAA\n",
                        12),
                new DossierEvent.DossierReceived(PACKAGE, 1, Instant.parse("2026-01-20T02:00:00Z"), "intranet/沪0117"),
                new DossierEvent.DossierRejected(PACKAGE, 1, "DIGEST data/volume/main.pdf", "intranet/沪0117"),
                new AccessEvent.ProtectedDataViewed("filing", "01930000-0000-7000-8000-000000000001"));
    }

    private static InteractionEvent.Payment payment() {
        return new InteractionEvent.Payment(
                Money.of("120000.00"), InteractionEvent.Payment.Way.DIRECT, LocalDate.of(2026, 1, 18));
    }

    private static AssetEvent.Officer officer() {
        return new AssetEvent.Officer("songjiang-judge-1", "沪0117-G-0001", "沪0117-Z-0001");
    }

    private static AssetEvent.Asset asset() {
        return new AssetEvent.Asset(
                "account-1",
                AssetEvent.AssetKind.DEPOSIT,
                new Secret(RESPONDENT, "6222000000000000001"),
                Money.of("90000.00"),
                Money.of("80000.00"),
                List.of(new AssetEvent.PriorFreeze("沪0115", Money.of("10000.00"), LocalDate.of(2026, 6, 30))),
                null);
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

    /** A document put together from two photographs. */
    private static List<FilingEvent.Material> composed() {
        return List.of(new FilingEvent.Material(
                "44444444-4444-4444-8444-444444444444",
                "执行依据",
                new Secret("01930000-0000-7000-8000-000000000001", "判决书.pdf"),
                List.of("44444444-4444-4444-8444-444444444445", "44444444-4444-4444-8444-444444444446")));
    }
}
