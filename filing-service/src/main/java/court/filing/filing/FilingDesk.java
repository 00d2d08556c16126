package court.filing.filing;

import static court.platform.security.Role.FILING_JUDGE;
import static court.platform.security.Role.PARTY;

import court.filing.filing.Filing.Draft;
import court.filing.filing.Filing.Editable;
import court.filing.filing.Filing.Submitted;
import court.platform.calendar.LegalCalendar;
import court.platform.calendar.Term;
import court.platform.contract.Change;
import court.platform.contract.FilingEvent.Missing;
import court.platform.contract.Party;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import court.platform.web.Command;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What people can do with a filing. */
@Service
class FilingDesk {

    private static final LegalCalendar CALENDAR = LegalCalendar.published();

    private final Filings filings;
    private final Applications applications;
    private final Acceptance acceptance;
    private final JsonMapper json;
    private final Clock clock;

    FilingDesk(Filings filings, Applications applications, Acceptance acceptance, JsonMapper json, Clock clock) {
        this.filings = filings;
        this.applications = applications;
        this.acceptance = acceptance;
        this.json = json;
        this.clock = clock;
    }

    /** A party begins a filing. */
    Mono<FilingSummary> open(Command command, ApplicationForm form) {
        command.actor().mustBe(PARTY);
        applications.checkDraft(form, today());
        UUID id = Uuid7.at(clock.instant());
        return filings.open(
                command, new Draft(id, command.actor().memberName(), sealed(id, form), List.of()), clock.instant());
    }

    /** The filer fills the form in, as far as it goes. */
    Mono<FilingSummary> fill(Command command, UUID id, ApplicationForm form) {
        command.actor().mustBe(PARTY);
        applications.checkDraft(form, today());
        return change(command, id, Editable.class, it -> Mono.just(it.fill(sealed(id, form))));
    }

    /**
     * The filer attaches a document.
     *
     * @param keep keeps its file, while the filing is locked
     */
    Mono<FilingSummary> attach(Command command, UUID id, Material material, Mono<Void> keep) {
        command.actor().mustBe(PARTY);
        return change(command, id, Editable.class, it -> {
            Change<Filing> change = it.attach(material);
            return keep.thenReturn(change);
        });
    }

    /** The filer takes a document away again. */
    Mono<FilingSummary> detach(Command command, UUID id, String fileId) {
        command.actor().mustBe(PARTY);
        return change(command, id, Editable.class, it -> Mono.just(it.detach(fileId)));
    }

    /** The filer hands it to the court. */
    Mono<FilingSummary> submit(Command command, UUID id) {
        command.actor().mustBe(PARTY);
        return change(command, id, Editable.class, it -> Mono.just(submission(command, it)));
    }

    private Change<Filing> submission(Command command, Editable filing) {
        ApplicationForm form = json.readValue(filing.form().reveal(), ApplicationForm.class);
        Application before = filing.application();
        List<Party> known = before == null ? List.of() : before.parties();
        Application application = applications.complete(form, filing.id(), known, "WEB", today());
        if (!application.isApplicant(command.actor())) {
            throw FilingRefusal.NOT_APPLICANT.because();
        }
        return filing.submit(application, clock.instant(), today());
    }

    /** The filing judge returns it with everything that is missing; due in {@code days} days. */
    Mono<FilingSummary> giveBack(
            Command command, UUID id, List<Missing> missing, int days, @Nullable String againReason) {
        command.actor().mustBe(FILING_JUDGE);
        LocalDate due = Term.days(days, today()).due(CALENDAR).date();
        return change(command, id, Submitted.class, it -> Mono.just(it.giveBack(missing, due, againReason)));
    }

    /** The filing judge accepts it: number and judge are given in the same transaction. */
    Mono<FilingSummary> accept(Command command, UUID id) {
        command.actor().mustBe(FILING_JUDGE);
        return change(
                command,
                id,
                Submitted.class,
                it -> acceptance.of(it, command.actor().id(), clock.instant()));
    }

    private <S extends Filing> Mono<FilingSummary> change(
            Command command, UUID id, Class<S> from, Filings.Decision<S> decide) {
        return filings.change(command, id, from, clock.instant(), decide);
    }

    private Secret sealed(UUID id, ApplicationForm form) {
        return new Secret(id.toString(), json.writeValueAsString(form));
    }

    private LocalDate today() {
        return LegalCalendar.dateOf(clock.instant());
    }
}
