package court.platform.notification;

import court.platform.messenger.Outcome;
import court.platform.messenger.SmsPort;
import court.platform.messenger.WeChatMessagePort;
import court.platform.notification.Notification.Contents;
import court.platform.notification.Notification.Next;
import court.platform.outbox.WriteUnit;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** One exchange about one prompt: take it, send it or ask for its receipt, keep what became of it. */
final class Delivery {

    private final WriteUnit unit;
    private final NotificationRows rows;
    private final Messengers messengers;
    private final NotificationFigures figures;
    private final Settings settings;

    /** Who carries. */
    record Messengers(SmsPort sms, WeChatMessagePort weChat) {}

    /** By which clock and with how much patience. */
    record Settings(Patience patience, Clock clock) {}

    Delivery(
            WriteUnit unit,
            NotificationRows rows,
            Messengers messengers,
            NotificationFigures figures,
            Settings settings) {
        this.unit = unit;
        this.rows = rows;
        this.messengers = messengers;
        this.figures = figures;
        this.settings = settings;
    }

    Mono<List<UUID>> due(int most) {
        return rows.due(most);
    }

    /** Completes when what became of it is kept; empty when somebody else has it. */
    Mono<Void> exchange(UUID id) {
        return take(id).flatMap(taken -> hand(taken).flatMap(outcome -> keep(taken, outcome)));
    }

    private Mono<Notification> take(UUID id) {
        return unit.run(() -> rows.take(id)
                .flatMap(taken -> rows.lease(id, settings.patience().lease()).thenReturn(taken)));
    }

    private Mono<Outcome> hand(Notification taken) {
        Contents contents = taken.contents();
        if (contents.wording().destroyed()) {
            return Mono.just(new Outcome.Rejected("DELETED"));
        }
        if (taken.lostOnTheWay()) {
            return Mono.just(new Outcome.Doubtful("WECHAT_INTERRUPTED"));
        }
        Wording wording = Notifications.wording(contents);
        if (taken.channel() == Channel.WECHAT && contents.openid() != null) {
            return messengers.weChat().send(contents.openid().reveal(), wording.card());
        }
        if (contents.phone() == null) {
            return Mono.just(new Outcome.Rejected("NO_ADDRESS"));
        }
        String clientId = taken.id().toString();
        return taken.asked()
                ? messengers.sms().receipt(clientId)
                : messengers
                        .sms()
                        .send(new SmsPort.Sms(
                                clientId, contents.phone().reveal(), wording.template(), wording.places()));
    }

    private Mono<Void> keep(Notification taken, Outcome outcome) {
        Next next = taken.after(outcome, settings.patience(), settings.clock().instant());
        return unit.run(() -> rows.lock(taken.id())
                        .flatMap(locked -> rows.keep(
                                        taken, next, settings.clock().instant())
                                .thenReturn(true)))
                .doOnNext(kept -> figures.count(taken, next))
                .then();
    }
}
