package court.filing.filing;

import static court.platform.security.Role.CLERK;
import static court.platform.security.Role.PARTY;

import court.filing.application.Application;
import court.filing.application.ApplicationForm;
import court.filing.application.Channel;
import court.filing.application.Intake.Assessment;
import court.filing.deadline.ExtensionForm;
import court.filing.deadline.Extensions;
import court.filing.filing.Filing.Draft;
import court.filing.filing.Filing.Editable;
import court.filing.filing.Filing.Returned;
import court.platform.contract.Agent;
import court.platform.contract.Change;
import court.platform.json.Secret;
import court.platform.model.Uuid7;
import court.platform.security.Actor;
import court.platform.web.Command;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** What applicants, who acts for them, and clerks who enter for them can do with a filing. */
@Service
class FilingDesk {

    private final Filings filings;
    private final Answers answers;
    private final Extensions extensions;
    private final JsonMapper json;
    private final Clock clock;

    FilingDesk(Filings filings, Answers answers, Extensions extensions, JsonMapper json, Clock clock) {
        this.filings = filings;
        this.answers = answers;
        this.extensions = extensions;
        this.json = json;
        this.clock = clock;
    }

    /** Somebody begins a filing: a party their own, a clerk one that came by mail or to the counter. */
    Mono<FilingSummary> open(Command command, ApplicationForm form, @Nullable Channel named) {
        Channel channel = channel(command.actor(), named);
        Instant now = clock.instant();
        UUID id = Uuid7.at(now);
        Papers papers = new Papers(id, command.actor().memberName(), channel, sealed(id, form), List.of());
        return filings.open(command, new Draft(papers), now);
    }

    /** A party's is the way they signed in; only a clerk says by which one something came. */
    private static Channel channel(Actor actor, @Nullable Channel named) {
        if (actor.is(PARTY)) {
            Channel own = Channel.of(actor.via());
            if (named != null && named != own) {
                throw FilingRefusal.CHANNEL_NOT_YOURS.because(own);
            }
            return own;
        }
        actor.mustBe(CLERK);
        if (named == null || !named.byClerk()) {
            throw FilingRefusal.CHANNEL_NEEDED.because();
        }
        return named;
    }

    /** The filer fills the form in, as far as it goes. */
    Mono<FilingSummary> fill(Command command, UUID id, ApplicationForm form) {
        return change(command, id, it -> it.fill(sealed(id, form)));
    }

    /**
     * The filer attaches a document.
     *
     * @param keep keeps its file, while the filing is locked
     */
    Mono<FilingSummary> attach(Command command, UUID id, Material material, Mono<Void> keep) {
        command.actor().mustBe(PARTY, CLERK);
        return filings.change(command, id, Editable.class, clock.instant(), it -> Mono.just(it.attach(material)), keep);
    }

    /** The filer takes a document away again. */
    Mono<FilingSummary> detach(Command command, UUID id, String fileId) {
        return change(command, id, it -> it.detach(fileId));
    }

    /** The filer hands it to the court. */
    Mono<FilingSummary> submit(Command command, UUID id) {
        return change(command, id, it -> submission(command, it));
    }

    /** Who missed the time to answer a correction asks for more (rule K5). */
    Mono<FilingSummary> extension(Command command, UUID id, ExtensionForm form) {
        command.actor().mustBe(PARTY, CLERK);
        return filings.change(
                command,
                id,
                Returned.class,
                clock.instant(),
                it -> extensions.request(it.docket().extension(), id, form).map(it::extend));
    }

    private Change<Filing> submission(Command command, Editable filing) {
        CourtDay day = answers.day();
        boolean clerk = command.actor().is(CLERK);
        if (!clerk || filing.papers().channel() != Channel.MAIL) {
            filing.mustBeInTime(day.today(), day);
        }
        Assessment found = answers.assess(filing, clerk ? command.actor().id() : null);
        Application application = found.application();
        if (application == null) {
            throw FilingRefusal.NOT_COMPLETE.because().with(found.missing());
        }
        mayFile(command, filing, application, day.today());
        return filing.submit(application, day);
    }

    private static void mayFile(Command command, Editable filing, Application application, LocalDate today) {
        if (command.actor().is(CLERK)) {
            if (!application.courtCode().equals(command.actor().court())) {
                throw FilingRefusal.NOT_YOUR_COURT.because();
            }
            return;
        }
        if (!application.isApplicant(command.actor())) {
            throw FilingRefusal.NOT_APPLICANT.because();
        }
        Application before = filing.application();
        if (before != null && !application.asksTheSameAs(before, today)) {
            mayChangeTheClaim(command.actor(), before);
        }
    }

    /** By the authority told before: nobody gives themselves more of it in the same breath (rule RF7). */
    private static void mayChangeTheClaim(Actor actor, Application before) {
        if (before.agent(actor).filter(it -> !it.may(Agent.Power.CHANGE_CLAIM)).isPresent()) {
            throw FilingRefusal.SPECIAL_AUTHORITY_NEEDED.because();
        }
    }

    private Mono<FilingSummary> change(Command command, UUID id, Function<Editable, Change<Filing>> decide) {
        command.actor().mustBe(PARTY, CLERK);
        return filings.change(command, id, Editable.class, clock.instant(), it -> Mono.just(decide.apply(it)));
    }

    private Secret sealed(UUID id, ApplicationForm form) {
        return new Secret(id.toString(), json.writeValueAsString(form));
    }
}
