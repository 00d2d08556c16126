package court.gateway.organisation;

import court.platform.calendar.LegalCalendar;
import court.platform.identity.IdType;
import court.platform.security.Actor;
import court.platform.web.Command;
import court.platform.web.EdgeRefusal;
import court.platform.web.Page;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Organisations and who acts for them. New authority shows in the next token: refresh after it. */
@RestController
@RequestMapping("/api/v1/organisations")
class OrganisationController {

    private static final UUID NEWEST = new UUID(-1, -1);

    private final OrganisationDesk organisations;
    private final HandlerDesk handlers;
    private final OrganisationRules rules;
    private final Clock clock;

    OrganisationController(OrganisationDesk organisations, HandlerDesk handlers, OrganisationRules rules, Clock clock) {
        this.organisations = organisations;
        this.handlers = handlers;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * An organisation by what is printed on its licence 营业执照.
     *
     * @param representative who signs in: their paper once more, because the platform keeps no number
     */
    record OrganisationForm(
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable PersonForm representative) {

        @Override
        public String toString() {
            return "OrganisationForm";
        }
    }

    /**
     * Whom the representative authorises 授权经办人.
     *
     * @param from first day, Asia/Shanghai
     * @param until last day, Asia/Shanghai
     */
    record HandlerForm(
            @Nullable String name,
            @Nullable IdType idType,
            @Nullable String idNumber,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {

        PersonForm person() {
            return new PersonForm(name, idType, idNumber);
        }

        @Override
        public String toString() {
            return "HandlerForm";
        }
    }

    /** The caller becomes the legal representative on record. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Organisations.Registered> register(Command command, @RequestBody OrganisationForm form) {
        return organisations.register(command, form.name(), form.creditCode(), form.representative());
    }

    @PostMapping("/{id}/handlers")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Handlers.Line> appoint(Command command, @PathVariable UUID id, @RequestBody HandlerForm form) {
        LocalDate today = LegalCalendar.dateOf(clock.instant());
        HandlerTerm term = HandlerTerm.of(form.from(), form.until(), today, rules.handlerAtMost());
        return handlers.appoint(command, id, PersonForm.checked(form.person(), today), term);
    }

    @GetMapping("/{id}/handlers")
    Mono<Page<Handlers.Line>> list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return handlers.list(actor, id, before(cursor), Page.size(limit));
    }

    /** The handler is signed out at once and acts for the organisation no more. */
    @DeleteMapping("/{id}/handlers/{handlerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(Actor actor, @PathVariable UUID id, @PathVariable UUID handlerId) {
        return handlers.revoke(actor, id, handlerId);
    }

    private static UUID before(@Nullable String cursor) {
        try {
            return cursor == null ? NEWEST : UUID.fromString(cursor);
        } catch (IllegalArgumentException unreadable) {
            throw EdgeRefusal.CURSOR_UNREADABLE.because();
        }
    }
}
