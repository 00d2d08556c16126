package court.filing.room;

import court.filing.deadline.Deadline;
import court.filing.deadline.Deadlines;
import court.filing.deadline.LegalRule;
import court.filing.room.DueReminders.Reached;
import court.platform.calendar.LegalCalendar;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.DeadlineReminder;
import court.platform.contract.Limit;
import court.platform.contract.Party;
import court.platform.outbox.Outbox;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.task.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Reminds the room of its case's limits, each time once, whoever runs it how often. Told to whom a limit concerns: nobody who
 * is not in the room.
 */
@Component
class RemindRoomTask {

    private static final Logger LOG = LoggerFactory.getLogger(RemindRoomTask.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Actor PLATFORM = Actor.service("filing");

    private final DueReminders reminders;
    private final AcceptedCases cases;
    private final Outbox outbox;
    private final WriteUnit unit;
    private final Clock clock;

    RemindRoomTask(DueReminders reminders, AcceptedCases cases, Outbox outbox, WriteUnit unit, Clock clock) {
        this.reminders = reminders;
        this.cases = cases;
        this.outbox = outbox;
        this.unit = unit;
        this.clock = clock;
    }

    @Bean
    Rounds remindRooms(@Value("${court.deadline.remind-every:30s}") Duration every) {
        return new Rounds("remind-rooms", every, this::round);
    }

    private void round() {
        List<Reached> reached = reminders.reached().block(LONGEST);
        if (reached != null) {
            reached.forEach(this::remind);
        }
    }

    private void remind(Reached reached) {
        try {
            unit.run(() -> once(reached)).block(LONGEST);
        } catch (RuntimeException trouble) {
            LOG.error("case {} is reminded later", reached.filingId(), trouble);
        }
    }

    private Mono<Void> once(Reached reached) {
        return cases.lock(reached.filingId())
                .flatMap(parties -> reminders.first(reached).map(limit -> reminder(limit, parties)))
                .flatMap(fact -> outbox.tell(reached.filingId(), PLATFORM, List.of(fact)));
    }

    private Fact reminder(Deadline limit, CaseParties parties) {
        LegalRule rule = Deadlines.rule(limit);
        Limit told = new Limit(
                limit.id().toString(),
                limit.rule().name(),
                rule.id(),
                rule.source(),
                limit.anchor(),
                limit.due(),
                limit.provisional());
        List<String> audience =
                rule.tell().concerns().contains(Party.Role.APPLICANT) ? parties.applicants() : List.of();
        return Fact.to(audience, new DeadlineReminder(told, limit.daysLeft(LegalCalendar.dateOf(clock.instant()))));
    }
}
