package court.filing.notice;

import court.filing.notice.CourtContacts.Entry;
import court.filing.notice.CourtContacts.Member;
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
import court.platform.notification.Prompt;
import court.platform.notification.Recipient;
import court.platform.notification.Wording;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who is prompted on an occasion, and in which words.
 *
 * @param accounts WeChat accounts of the applicants' side, of those who have one
 */
record Address(Occasion occasion, Entry court, Map<Concerned, Secret> accounts) {

    /** For each fact in its order. */
    Stream<Prompt> prompts() {
        return facts(FilingEvent.class).flatMap(this::prompts);
    }

    private <E> Stream<E> facts(Class<E> type) {
        return occasion.facts().stream()
                .map(fact -> (Object) fact.event())
                .filter(type::isInstance)
                .map(type::cast);
    }

    private Stream<Prompt> prompts(FilingEvent event) {
        return switch (event) {
            case FilingSubmitted _ -> both(Words.FILING_RECEIVED, Words.FILING_WAITS);
            case FilingResubmitted _ -> both(Words.CORRECTION_RECEIVED, Words.FILING_CORRECTED);
            case CorrectionRequired required ->
                applicants(Words.CORRECTION_NEEDED, court.name(), Words.day(required.due()));
            case CaseAccepted accepted -> applicants(Words.CASE_ACCEPTED, accepted.caseNumber(), judgeName());
            case JudgeAssigned assigned -> assigned(assigned);
            case FilingRefused _ -> applicants(Words.FILING_REFUSED, court.name());
            case FilingWithdrawn _ -> both(Words.FILING_WITHDRAWN, Words.FILING_TAKEN_BACK);
            case MaterialScanned scanned ->
                scanned.found() == null ? Stream.empty() : both(Words.MATERIAL_INFECTED, Words.MATERIAL_QUARANTINED);
            case ExtensionRequested _ -> filingJudges(Words.EXTENSION_WAITS);
            case ExtensionDecided _ -> applicants(Words.EXTENSION_DECIDED, court.name());
            case TermChangeRequested _,
                    TermChangeDecided _,
                    TermResumed _,
                    DeadlineReminder _,
                    ReviewTaken _,
                    CallNoted _,
                    RecusalRequested _,
                    RecusalDecided _ -> Stream.empty();
        };
    }

    private Stream<Prompt> both(Words toApplicants, Words toJudges) {
        return Stream.concat(applicants(toApplicants, court.name()), filingJudges(toJudges));
    }

    private Stream<Prompt> assigned(JudgeAssigned assigned) {
        String number = facts(CaseAccepted.class)
                .map(CaseAccepted::caseNumber)
                .findFirst()
                .orElse("");
        Stream<Prompt> judge = staff(
                court.judge(assigned.judgeId()).stream(),
                Words.CASE_ASSIGNED,
                number.isEmpty() ? court.name() : number);
        return number.isEmpty()
                ? Stream.concat(judge, applicants(Words.JUDGE_CHANGED, court.name(), assigned.judgeName()))
                : judge;
    }

    private String judgeName() {
        return facts(JudgeAssigned.class)
                .map(JudgeAssigned::judgeName)
                .findFirst()
                .orElse("待分配");
    }

    Stream<Prompt> applicants(Words words, String about, Object... values) {
        return occasion.applicants().stream().map(person -> {
            Recipient recipient = new Recipient(person.id(), accounts.get(person), person.phone());
            return prompt(recipient, words, words.say(court.name(), about, person.called(), values));
        });
    }

    private Stream<Prompt> filingJudges(Words words) {
        return staff(court.filing().stream(), words, court.name());
    }

    private Stream<Prompt> staff(Stream<Member> members, Words words, String about) {
        return members.filter(member -> member.phone() != null).map(member -> {
            Recipient recipient = new Recipient(member.id(), null, new Secret(member.id(), member.phone()));
            return prompt(recipient, words, words.say(court.name(), about, "您好"));
        });
    }

    private Prompt prompt(Recipient recipient, Words words, Wording wording) {
        String key = occasion.caseId() + "/" + occasion.version() + "/" + words + "/" + recipient.person();
        return new Prompt(occasion.caseId(), key, recipient, wording);
    }
}
