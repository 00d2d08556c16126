package court.filing.notice;

import court.filing.notice.CourtContacts.Entry;
import court.filing.notice.CourtContacts.Member;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent;
import court.platform.contract.FilingEvent.CallNoted;
import court.platform.contract.FilingEvent.CaseAccepted;
import court.platform.contract.FilingEvent.CorrectionRequired;
import court.platform.contract.FilingEvent.DeadlineReminder;
import court.platform.contract.FilingEvent.ExtensionDecided;
import court.platform.contract.FilingEvent.ExtensionRequested;
import court.platform.contract.FilingEvent.FilingRefused;
import court.platform.contract.FilingEvent.FilingResubmitted;
import court.platform.contract.FilingEvent.FilingSubmitted;
import court.platform.contract.FilingEvent.FilingWithdrawn;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.FilingEvent.MaterialScanned;
import court.platform.contract.FilingEvent.RecusalDecided;
import court.platform.contract.FilingEvent.RecusalRequested;
import court.platform.contract.FilingEvent.ReviewTaken;
import court.platform.contract.FilingEvent.TermChangeDecided;
import court.platform.contract.FilingEvent.TermChangeRequested;
import court.platform.contract.FilingEvent.TermResumed;
import court.platform.json.Secret;
import court.platform.notification.Notifications;
import court.platform.notification.Prompt;
import court.platform.notification.Recipient;
import court.platform.notification.Wording;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Prompts the people concerned at each step of a filing, in the transaction of that step. */
@Component
public class FilingNotices {

    private final Notifications notifications;
    private final CourtContacts courts;
    private final WeChatAccounts accounts;
    private final Clock clock;

    FilingNotices(Notifications notifications, CourtContacts courts, WeChatAccounts accounts, Clock clock) {
        this.notifications = notifications;
        this.courts = courts;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Tells whom it concerns. Inside a write unit. */
    public Mono<Void> tell(Occasion occasion) {
        Mono<Void> seen = accounts.remember(occasion.actor(), clock.instant());
        return seen.thenMany(Flux.fromIterable(occasion.facts()))
                .map(Fact::event)
                .ofType(FilingEvent.class)
                .concatMap(event -> prompts(occasion, event))
                .collectList()
                .flatMap(notifications::tell);
    }

    private Flux<Prompt> prompts(Occasion it, FilingEvent event) {
        Entry court = courts.of(it.courtCode());
        return switch (event) {
            case FilingSubmitted _ ->
                applicants(it, Words.FILING_RECEIVED, court.name()).concatWith(filingJudges(it, Words.FILING_WAITS));
            case FilingResubmitted _ ->
                applicants(it, Words.CORRECTION_RECEIVED, court.name())
                        .concatWith(filingJudges(it, Words.FILING_CORRECTED));
            case CorrectionRequired required ->
                applicants(it, Words.CORRECTION_NEEDED, court.name(), Words.day(required.due()));
            case CaseAccepted accepted ->
                applicants(it, Words.CASE_ACCEPTED, accepted.caseNumber(), judgeName(it.facts()));
            case JudgeAssigned assigned -> assigned(it, assigned);
            case FilingRefused _ -> applicants(it, Words.FILING_REFUSED, court.name());
            case FilingWithdrawn _ ->
                applicants(it, Words.FILING_WITHDRAWN, court.name())
                        .concatWith(filingJudges(it, Words.FILING_TAKEN_BACK));
            case MaterialScanned scanned -> scanned.found() == null ? Flux.empty() : infected(it, court);
            case ExtensionRequested _ -> filingJudges(it, Words.EXTENSION_WAITS);
            case ExtensionDecided _ -> applicants(it, Words.EXTENSION_DECIDED, court.name());
            case TermChangeRequested _,
                    TermChangeDecided _,
                    TermResumed _,
                    DeadlineReminder _,
                    ReviewTaken _,
                    CallNoted _,
                    RecusalRequested _,
                    RecusalDecided _ -> Flux.empty();
        };
    }

    private Flux<Prompt> infected(Occasion it, Entry court) {
        return applicants(it, Words.MATERIAL_INFECTED, court.name())
                .concatWith(filingJudges(it, Words.MATERIAL_QUARANTINED));
    }

    private Flux<Prompt> assigned(Occasion it, JudgeAssigned assigned) {
        Entry court = courts.of(it.courtCode());
        String number = caseNumber(it.facts());
        Flux<Prompt> judge = staff(
                it,
                court.judge(assigned.judgeId()).stream(),
                Words.CASE_ASSIGNED,
                number.isEmpty() ? court.name() : number);
        return number.isEmpty()
                ? judge.concatWith(applicants(it, Words.JUDGE_CHANGED, court.name(), assigned.judgeName()))
                : judge;
    }

    /** Reminds the applicants that the last day for their correction comes near. Inside a write unit. */
    Mono<Void> remind(Occasion it, LocalDate due) {
        return applicants(it, Words.CORRECTION_DUE, courts.of(it.courtCode()).name(), Words.day(due))
                .collectList()
                .flatMap(notifications::tell);
    }

    private Flux<Prompt> applicants(Occasion it, Words words, String about, Object... values) {
        String court = courts.of(it.courtCode()).name();
        return Flux.fromIterable(it.applicants())
                .concatMap(person -> recipient(person)
                        .map(recipient ->
                                prompt(it, recipient, words, words.say(court, about, person.called(), values))));
    }

    private Mono<Recipient> recipient(Concerned person) {
        return accounts.of(person).map(openid -> new Recipient(person.id(), openid.orElse(null), person.phone()));
    }

    private Flux<Prompt> filingJudges(Occasion it, Words words) {
        Entry court = courts.of(it.courtCode());
        return staff(it, court.filing().stream(), words, court.name());
    }

    private Flux<Prompt> staff(Occasion it, Stream<Member> members, Words words, String about) {
        String court = courts.of(it.courtCode()).name();
        return Flux.fromStream(members.filter(member -> member.phone() != null)
                .map(member -> prompt(
                        it,
                        new Recipient(member.id(), null, new Secret(member.id(), member.phone())),
                        words,
                        words.say(court, about, "您好"))));
    }

    private static Prompt prompt(Occasion it, Recipient recipient, Words words, Wording wording) {
        String key = it.caseId() + "/" + it.version() + "/" + words + "/" + recipient.person();
        return new Prompt(it.caseId(), key, recipient, wording);
    }

    private static String caseNumber(List<Fact> facts) {
        return facts.stream()
                .map(fact -> fact.event() instanceof CaseAccepted accepted ? accepted.caseNumber() : "")
                .filter(number -> !number.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String judgeName(List<Fact> facts) {
        return facts.stream()
                .map(fact -> fact.event() instanceof JudgeAssigned assigned ? assigned.judgeName() : "")
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("待分配");
    }
}
