package court.platform.notification;

import court.platform.json.SealedJson;
import court.platform.messenger.SmsPort;
import court.platform.messenger.WeChatMessagePort;
import court.platform.outbox.WriteUnit;
import court.platform.task.Rounds;
import court.platform.web.Commands;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.flywaydb.core.api.Location;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.scheduler.Scheduler;

/** Prompts, for each service that names the SMS provider in {@code court.notification.sms.address}. */
@AutoConfiguration
@ConditionalOnProperty("court.notification.sms.address")
@EnableConfigurationProperties(Patience.class)
public class NotificationConfiguration {

    /** Its table, also in a database whose own tables have higher numbers already. */
    @Bean
    FlywayConfigurationCustomizer notificationTable() {
        return flyway -> flyway.outOfOrder(true)
                .locations(Stream.concat(
                                Stream.of(flyway.getLocations()).map(Location::getDescriptor),
                                Stream.of("classpath:db/notification"))
                        .toArray(String[]::new));
    }

    @Bean
    NotificationRows notificationRows(DatabaseClient database, SealedJson json, Scheduler blocking) {
        return new NotificationRows(database, json, blocking);
    }

    @Bean
    NotificationList notificationList(DatabaseClient database, SealedJson json, Scheduler blocking) {
        return new NotificationList(database, json, blocking);
    }

    @Bean
    Notifications notifications(NotificationRows rows, NotificationList list, Clock clock) {
        return new Notifications(rows, list, clock);
    }

    @Bean
    NotificationFigures notificationFigures(NotificationList list, MeterRegistry meters, Clock clock) {
        return new NotificationFigures(list, meters, clock);
    }

    @Bean
    Delivery.Messengers messengers(SmsPort sms, WeChatMessagePort weChat) {
        return new Delivery.Messengers(sms, weChat);
    }

    @Bean
    Delivery.Settings deliverySettings(Patience patience, Clock clock) {
        return new Delivery.Settings(patience, clock);
    }

    @Bean
    Delivery delivery(
            WriteUnit unit,
            NotificationRows rows,
            Delivery.Messengers messengers,
            NotificationFigures figures,
            Delivery.Settings settings) {
        return new Delivery(unit, rows, messengers, figures, settings);
    }

    @Bean
    SendNotificationsTask sendNotificationsTask(Delivery delivery, NotificationFigures figures) {
        return new SendNotificationsTask(delivery, figures);
    }

    @Bean
    Rounds sendNotifications(SendNotificationsTask task, @Value("${court.notification.poll:500ms}") Duration poll) {
        return new Rounds("send-notifications", poll, task::round);
    }

    @Bean
    NotificationsController notificationsController(
            NotificationList list, WriteUnit unit, Commands commands, Clock clock) {
        return new NotificationsController(list, unit, commands, clock);
    }
}
