package court.filing.filing;

import static court.platform.security.Role.FILING_JUDGE;

import court.filing.deadline.ExtensionForm;
import court.filing.deadline.Extensions;
import court.filing.filing.Docket.Notice;
import court.filing.filing.Filing.Pending;
import court.filing.filing.Filing.Returned;
import court.filing.filing.Filing.Submitted;
import court.platform.calendar.Term;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.CallNoted;
import court.platform.contract.FilingEvent.Missing;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import court.platform.web.Command;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What filing judges can do with a filing 立案审查. */
@Service
class ReviewDesk {

    private final Filings filings;
    private final Acceptance acceptance;
    private final Extensions extensions;
    private final Answers answers;

    ReviewDesk(Filings filings, Acceptance acceptance, Extensions extensions, Answers answers) {
        this.filings = filings;
        this.acceptance = acceptance;
        this.extensions = extensions;
        this.answers = answers;
    }

    /** Takes the review, so that no two judges review one filing; from somebody else with a reason. */
    Mono<FilingSummary> take(Command command, UUID id, @Nullable String reason) {
        return review(
                command,
                id,
                Pending.class,
                it -> Mono.just(it.take(command.actor().id(), reason)));
    }

    /** Puts the review back for whoever is free. */
    Mono<FilingSummary> putBack(Command command, UUID id) {
        return submitted(command, id, it -> Mono.just(it.putBack(command.actor().id())));
    }

    /** Returns the filing with everything that is missing; due in {@code days} days. */
    Mono<FilingSummary> giveBack(
            Command command, UUID id, List<Missing> missing, int days, @Nullable String againReason) {
        CourtDay day = answers.day();
        Notice notice = new Notice(
                missing,
                Term.days(days, day.today()),
                day.now(),
                command.actor().id());
        return submitted(command, id, it -> Mono.just(it.giveBack(notice, againReason, day)));
    }

    /** Accepts it on the spot: number and judge are given in the same transaction. */
    Mono<FilingSummary> accept(Command command, UUID id) {
        return submitted(
                command,
                id,
                it -> acceptance.of(it, command.actor().id(), answers.day().now()));
    }

    /** Refuses it; what was returned can be refused once the time to answer is over. */
    Mono<FilingSummary> refuse(Command command, UUID id, Ruling.Reason reason, String text) {
        CourtDay day = answers.day();
        Ruling ruling = new Ruling(
                reason, new Secret(id.toString(), text), command.actor().id(), day.now());
        return review(command, id, Filing.class, it -> Mono.just(refusal(it, ruling, day)));
    }

    private static Change<Filing> refusal(Filing filing, Ruling ruling, CourtDay day) {
        return switch (filing) {
            case Submitted submitted -> submitted.refuse(ruling);
            case Returned returned -> returned.refuse(ruling, day);
            case Filing.Draft _, Filing.Accepted _, Filing.Refused _, Withdrawn _ ->
                throw FilingRefusal.NOT_NOW.because(FilingSummary.stateInChinese(filing));
        };
    }

    /** Decides whether who missed the time to answer gets more (rule K5). */
    Mono<FilingSummary> extend(Command command, UUID id, ExtensionForm.Decision decision) {
        return review(
                command,
                id,
                Returned.class,
                it -> extensions
                        .decide(
                                it.docket().extension(),
                                id,
                                decision,
                                command.actor().id())
                        .map(it::extend));
    }

    /** Puts a phone call with a party or agent on record. */
    Mono<FilingSummary> note(Command command, UUID id, String with, String text) {
        CallNoted noted =
                new CallNoted(Uuid7.at(answers.day().now()).toString(), with, new Secret(id.toString(), text));
        return review(command, id, Filing.class, it -> {
            People.of(it).mustHave(with);
            return Mono.just(Change.of(it, Fact.courtOnly(noted)));
        });
    }

    private Mono<FilingSummary> submitted(Command command, UUID id, Filings.Decision<Submitted> decide) {
        return review(command, id, Submitted.class, decide);
    }

    private <S extends Filing> Mono<FilingSummary> review(
            Command command, UUID id, Class<S> from, Filings.Decision<S> decide) {
        command.actor().mustBe(FILING_JUDGE);
        return filings.change(command, id, from, answers.day().now(), decide);
    }
}
