package court.platform.notification;

import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.security.Role;
import court.platform.web.Command;
import court.platform.web.Commands;
import court.platform.web.Page;
import java.time.Clock;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Operations see prompts that did not arrive and have them sent again once the cause is mended. */
@RestController
@RequestMapping("/api/v1/operations/${court.source}/notifications")
final class NotificationsController {

    private final NotificationList list;
    private final WriteUnit unit;
    private final Commands commands;
    private final Clock clock;

    NotificationsController(NotificationList list, WriteUnit unit, Commands commands, Clock clock) {
        this.list = list;
        this.unit = unit;
        this.commands = commands;
        this.clock = clock;
    }

    /** It waits to be sent again. */
    record Resent(UUID id, String state) {}

    @GetMapping
    Mono<Page<NotificationList.Failed>> failed(Actor actor) {
        actor.mustBe(Role.OPS);
        return list.failed().collectList().map(all -> new Page<>(all, null));
    }

    @PostMapping("/{id}/resend")
    Mono<Resent> resend(Command command, @PathVariable UUID id) {
        command.actor().mustBe(Role.OPS);
        return unit.run(() -> commands.once(
                command,
                () -> list.resend(id, clock.instant())
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(Mono.error(NotificationRefusal.NOT_FAILED::because))
                        .map(done -> new Resent(id, "WAITING"))));
    }
}
