package court.platform.notification;

import court.platform.json.Secret;
import court.platform.model.Uuid7;
import court.platform.notification.Notification.Contents;
import court.platform.notification.Notification.State;
import court.platform.notification.NotificationRows.First;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who is to be prompted, written in the same transaction as the change they are told of; sent after the commit by a task.
 * Somebody who cannot be reached at all stands in the list as failed, so that a person calls them.
 */
public final class Notifications {

    private static final JsonMapper PLAIN = new JsonMapper();

    private final NotificationRows rows;
    private final NotificationList list;
    private final Clock clock;

    Notifications(NotificationRows rows, NotificationList list, Clock clock) {
        this.rows = rows;
        this.list = list;
        this.clock = clock;
    }

    /** Tells these prompts, each once whatever happens. Must run inside a {@link court.platform.outbox.WriteUnit}. */
    public Mono<Void> tell(List<Prompt> prompts) {
        if (prompts.isEmpty()) {
            return Mono.empty();
        }
        Instant now = clock.instant();
        return rows.insert(
                prompts.stream().map(it -> new First(first(it, now), it)).toList(), now);
    }

    private static Notification first(Prompt prompt, Instant now) {
        Recipient recipient = prompt.recipient();
        Secret wording = new Secret(recipient.person(), PLAIN.writeValueAsString(prompt.wording()));
        Contents contents = new Contents(recipient.openid(), recipient.phone(), wording);
        return new Notification(
                Uuid7.at(now),
                prompt.caseId(),
                recipient.openid() != null ? Channel.WECHAT : Channel.SMS,
                contents.reachable() ? State.WAITING : State.FAILED,
                0,
                now,
                contents);
    }

    /** All prompts of a case, the oldest first; what anybody may see of them is the caller's to decide. */
    public Flux<NotificationView> of(UUID caseId) {
        return list.of(caseId);
    }

    static Wording wording(Contents contents) {
        return PLAIN.readValue(contents.wording().reveal(), Wording.class);
    }
}
