package court.filing.filing;

import court.filing.application.Application;
import court.filing.notice.Concerned;
import court.platform.notification.NotificationView;
import court.platform.notification.Notifications;
import court.platform.security.Actor;
import court.platform.web.Page;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which prompts went out about a filing and what became of them: all for the court, their own for the applicants. */
@RestController
class FilingNotificationsController {

    private final Filings filings;
    private final Notifications notifications;

    FilingNotificationsController(Filings filings, Notifications notifications) {
        this.filings = filings;
        this.notifications = notifications;
    }

    @GetMapping("/api/v1/filings/{id}/notifications")
    Mono<Page<NotificationView>> list(Actor actor, @PathVariable UUID id) {
        return filings.get(actor, id)
                .flatMap(stored -> notifications
                        .of(id)
                        .filter(prompt ->
                                actor.isStaff() || own(actor, stored.filing()).contains(prompt.person()))
                        .collectList())
                .map(all -> new Page<>(all, null));
    }

    /** As whom this person is prompted: the parties they are or act for, the agent they are. */
    private static Set<String> own(Actor actor, Filing filing) {
        Application application = filing.application();
        return application == null
                ? Set.of()
                : Concerned.applicants(application.parties(), application.agents()).stream()
                        .filter(person -> actor.memberNames().stream().anyMatch(person.personKeys()::contains))
                        .map(Concerned::id)
                        .collect(Collectors.toSet());
    }
}
