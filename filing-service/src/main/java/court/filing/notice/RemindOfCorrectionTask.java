package court.filing.notice;

import court.filing.notice.Reminders.DueReminder;
import court.platform.outbox.WriteUnit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reminds applicants two days before the last day for their correction, each once, whoever runs it how often. */
@Component
class RemindOfCorrectionTask {

    private static final Logger LOG = LoggerFactory.getLogger(RemindOfCorrectionTask.class);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Reminders reminders;
    private final ReturnedFilings filings;
    private final FilingNotices notices;
    private final WriteUnit unit;

    RemindOfCorrectionTask(Reminders reminders, ReturnedFilings filings, FilingNotices notices, WriteUnit unit) {
        this.reminders = reminders;
        this.filings = filings;
        this.notices = notices;
        this.unit = unit;
    }

    void round() {
        List<DueReminder> due = reminders.due().block(LONGEST);
        if (due != null) {
            due.forEach(this::remind);
        }
    }

    private void remind(DueReminder reminder) {
        try {
            unit.run(() -> once(reminder)).block(LONGEST);
        } catch (RuntimeException trouble) {
            LOG.error("case {} is reminded later", reminder.caseId(), trouble);
        }
    }

    private Mono<Boolean> once(DueReminder reminder) {
        LocalDate due = reminder.due();
        return filings.returned(reminder.caseId(), due)
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(found -> reminders
                        .spend(reminder)
                        .flatMap(first -> first && found.isPresent()
                                ? notices.remind(found.get(), due).thenReturn(true)
                                : Mono.just(false)));
    }
}
