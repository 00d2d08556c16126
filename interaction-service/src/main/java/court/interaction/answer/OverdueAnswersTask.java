package court.interaction.answer;

import court.interaction.answer.Unanswered.Count;
import court.interaction.room.Rooms;
import court.platform.contract.Fact;
import court.platform.contract.InteractionEvent.AnswerOverdue;
import court.platform.outbox.Outbox;
import court.platform.outbox.WriteUnit;
import court.platform.security.Actor;
import court.platform.task.Rounds;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells the court who has waited too long for its answer, each once, whoever runs it how often, and counts them. */
@Component
class OverdueAnswersTask {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueAnswersTask.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final Actor PLATFORM = Actor.service("interaction");
    private static final int AT_ONCE = 100;

    private final Unanswered unanswered;
    private final AnswerClock clock;
    private final Rooms rooms;
    private final Outbox outbox;
    private final WriteUnit unit;
    private volatile Count count = new Count(0, 0);

    OverdueAnswersTask(Unanswered unanswered, AnswerClock clock, Rooms rooms, Outbox outbox, WriteUnit unit) {
        this.unanswered = unanswered;
        this.clock = clock;
        this.rooms = rooms;
        this.outbox = outbox;
        this.unit = unit;
    }

    @Bean
    Rounds overdueAnswers(MeterRegistry meters, @Value("${court.answer.every:30s}") Duration every) {
        Gauge.builder("court.room.unanswered", this, it -> it.count.waiting())
                .description("parties who wait for the court's answer")
                .register(meters);
        Gauge.builder("court.room.unanswered.overdue", this, it -> it.count.overdue())
                .description("those who have waited longer than they should")
                .register(meters);
        return new Rounds("overdue-answers", every, this::round);
    }

    private void round() {
        Instant before = clock.overdueBefore();
        List<Waiting> untold = unanswered.untold(before, AT_ONCE).collectList().block(LONGEST);
        if (untold != null) {
            untold.forEach(this::tell);
        }
        Count counted = unanswered.count(before).block(LONGEST);
        count = counted == null ? count : counted;
    }

    private void tell(Waiting waiting) {
        try {
            unit.run(() -> once(waiting)).block(LONGEST);
        } catch (RuntimeException trouble) {
            LOG.error("case {} is told later of an answer overdue", waiting.caseId(), trouble);
        }
    }

    private Mono<Void> once(Waiting it) {
        AnswerOverdue overdue = new AnswerOverdue(it.partyId(), it.firstId().toString(), it.askedAt(), clock.due(it));
        return rooms.hold(it.caseId())
                .then(unanswered.first(it))
                .filter(Boolean::booleanValue)
                .flatMap(first -> outbox.tell(it.caseId(), PLATFORM, List.of(Fact.courtOnly(overdue))));
    }
}
