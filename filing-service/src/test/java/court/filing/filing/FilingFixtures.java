package court.filing.filing;

import court.filing.application.Application;
import court.filing.application.Channel;
import court.filing.assignment.Assignments.Assigned;
import court.filing.assignment.Courts.Judge;
import court.platform.calendar.LegalCalendar;
import court.platform.calendar.Term;
import court.platform.contract.Basis;
import court.platform.contract.Claim;
import court.platform.contract.Fact;
import court.platform.contract.FileRef;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.FilingEvent.Missing;
import court.platform.contract.Party;
import court.platform.contract.Posting;
import court.platform.json.Secret;
import court.platform.model.CaseNumber;
import court.platform.model.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A filing in each of its states. */
final class FilingFixtures {

    static final UUID ID = UUID.fromString("01930000-0000-7000-8000-000000000001");
    static final String OWNER = "a".repeat(64);
    static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final CourtDay DAY = new CourtDay(NOW, LegalCalendar.published());
    static final Assigned ASSIGNED = new Assigned(
            new Judge("judge-1", "执行法官一"),
            Fact.to(List.of("p1"), new JudgeAssigned("沪0117", "judge-1", "执行法官一", null, null, null)));
    static final List<Missing> MISSING = List.of(new Missing("生效证明", "未提交"));

    private FilingFixtures() {}

    static Application application() {
        return application(Channel.WEB, null);
    }

    static Application mailed(LocalDate posted, LocalDate received) {
        return application(Channel.MAIL, new Posting(posted, received));
    }

    private static Application application(Channel channel, @Nullable Posting posting) {
        return new Application(
                "沪0117",
                channel,
                List.of(party("p1", Party.Role.APPLICANT, OWNER), party("p2", Party.Role.RESPONDENT, "b".repeat(64))),
                List.of(),
                new Claim(Claim.Kind.MONEY, Money.of("120000.00"), new Secret(ID.toString(), "支付货款")),
                new Basis(Basis.Kind.JUDGMENT, "（2025）沪0117民初1号", "上海市松江区人民法院", LocalDate.of(2025, 12, 1)),
                List.of(),
                null,
                posting);
    }

    private static Party party(String id, Party.Role role, String key) {
        return new Party(
                id,
                role,
                Party.Kind.PERSON,
                new Secret(id, "某人"),
                "ID_CARD",
                new Secret(id, "310117198503120019"),
                key,
                null,
                null,
                null);
    }

    static Filing.Draft empty() {
        return new Filing.Draft(new Papers(ID, OWNER, Channel.WEB, new Secret(ID.toString(), "{}"), List.of()));
    }

    static Filing.Draft draft() {
        return (Filing.Draft) empty().attach(material("f1")).next();
    }

    static Material material(String id) {
        return new Material(
                "执行依据",
                new Secret(ID.toString(), "判决书.pdf"),
                new FileRef(id, "application/pdf", 10, "a".repeat(64), "b".repeat(64)));
    }

    static Filing.Submitted submitted() {
        return (Filing.Submitted) draft().submit(application(), DAY).next();
    }

    static Filing.Returned returned() {
        return (Filing.Returned) submitted().giveBack(notice(), null, DAY).next();
    }

    static Docket.Notice notice() {
        return new Docket.Notice(MISSING, Term.days(7, TODAY), NOW, "filing-judge");
    }

    static CourtDay day(Instant now) {
        return new CourtDay(now, LegalCalendar.published());
    }

    static Ruling ruling(String by) {
        return new Ruling(Ruling.Reason.NO_JURISDICTION, new Secret(ID.toString(), "不属于本院管辖。"), by, NOW);
    }

    static Filing.Refused refused() {
        return (Filing.Refused) submitted().refuse(ruling("filing-judge")).next();
    }

    static Filing.Accepted accepted() {
        return (Filing.Accepted) submitted()
                .accept(CaseNumber.parse("（2026）沪0117执1号"), ASSIGNED, "filing-judge", NOW)
                .next();
    }

    static Withdrawn withdrawn() {
        Secret reason = new Secret(ID.toString(), "双方已和解。");
        return (Withdrawn) Withdrawn.of(returned(), application(), new Withdrawn.Withdrawal(reason, null, NOW))
                .next();
    }

    static List<Filing> everyState() {
        return List.of(draft(), submitted(), returned(), accepted(), refused(), withdrawn());
    }
}
