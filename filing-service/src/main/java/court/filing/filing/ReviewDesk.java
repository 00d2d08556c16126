package court.filing.filing;

import static court.platform.security.Role.FILING_JUDGE;

import court.filing.filing.Docket.Notice;
import court.filing.filing.Filing.Submitted;
import court.platform.calendar.LegalCalendar;
import court.platform.calendar.Term;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.CallNoted;
import court.platform.contract.FilingEvent.Missing;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import court.platform.web.Command;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** What filing judges can do with a filing 立案审查. */
@Service
class ReviewDesk {

    private static final LegalCalendar CALENDAR = LegalCalendar.published();

    private final Filings filings;
    private final Acceptance acceptance;
    private final Clock clock;

    ReviewDesk(Filings filings, Acceptance acceptance, Clock clock) {
        this.filings = filings;
        this.acceptance = acceptance;
        this.clock = clock;
    }

    /** Takes the review, so that no two judges review one filing; from somebody else with a reason. */
    Mono<FilingSummary> take(Command command, UUID id, @Nullable String reason) {
        return submitted(command, id, it -> Mono.just(it.take(command.actor().id(), reason)));
    }

    /** Puts the review back for whoever is free. */
    Mono<FilingSummary> putBack(Command command, UUID id) {
        return submitted(command, id, it -> Mono.just(it.putBack(command.actor().id())));
    }

    /** Returns the filing with everything that is missing; due in {@code days} days. */
    Mono<FilingSummary> giveBack(
            Command command, UUID id, List<Missing> missing, int days, @Nullable String againReason) {
        Instant now = clock.instant();
        LocalDate due = Term.days(days, LegalCalendar.dateOf(now)).due(CALENDAR).date();
        Notice notice = new Notice(missing, due, now, command.actor().id());
        return submitted(command, id, it -> Mono.just(it.giveBack(notice, againReason)));
    }

    /** Accepts it on the spot: number and judge are given in the same transaction. */
    Mono<FilingSummary> accept(Command command, UUID id) {
        return submitted(command, id, it -> acceptance.of(it, command.actor().id(), clock.instant()));
    }

    /** Refuses it; what was returned can be refused once the time to answer is over. */
    Mono<FilingSummary> refuse(Command command, UUID id, Ruling.Reason reason, String text) {
        Instant now = clock.instant();
        Ruling ruling = new Ruling(reason, text, command.actor().id(), now);
        return review(command, id, Filing.class, it -> Mono.just(refusal(it, ruling)));
    }

    private static Change<Filing> refusal(Filing filing, Ruling ruling) {
        return switch (filing) {
            case Submitted submitted -> submitted.refuse(ruling);
            case Filing.Returned returned -> returned.refuse(ruling);
            case Filing.Draft _, Filing.Accepted _, Filing.Refused _ ->
                throw FilingRefusal.NOT_NOW.because(FilingSummary.stateInChinese(filing));
        };
    }

    /** Puts a phone call with a party or agent on record. */
    Mono<FilingSummary> note(Command command, UUID id, String with, String text) {
        Instant now = clock.instant();
        CallNoted noted = new CallNoted(Uuid7.at(now).toString(), with, new Secret(id.toString(), text));
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
        return filings.change(command, id, from, clock.instant(), decide);
    }
}
