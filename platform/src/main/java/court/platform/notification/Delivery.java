package court.platform.notification;

import court.platform.messenger.Outcome;
import court.platform.messenger.SmsPort;
import court.platform.messenger.WeChatMessagePort;
import court.platform.notification.Notification.Contents;
import court.platform.notification.NotificationRows.Kept;
import court.platform.notification.NotificationRows.Row;
import court.platform.outbox.WriteUnit;
import java.time.Clock;
import java.util.List;
import reactor.core.publisher.Mono;

/** Exchanges about prompts: take those that are due, send each or ask for its receipt, keep what became of them. */
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

    /** Takes prompts that are due, the longest waiting first. */
    Mono<List<Row>> take(int most) {
        return unit.run(() -> rows.take(most, settings.patience().lease()));
    }

    /** Sends one, or asks for its receipt, and tells what is to be kept of it. */
    Mono<Kept> exchange(Row row) {
        return rows.opened(row)
                .flatMap(taken -> hand(taken)
                        .map(outcome -> new Kept(
                                taken,
                                taken.after(
                                        outcome,
                                        settings.patience(),
                                        settings.clock().instant()))));
    }

    /** Keeps what became of them. */
    Mono<Void> keep(List<Kept> all) {
        return unit.run(() -> rows.keep(all, settings.clock().instant()))
                .doOnNext(written -> all.stream()
                        .filter(it -> written.contains(it.was().id()))
                        .forEach(it -> figures.count(it.was(), it.next())))
                .then();
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
}
