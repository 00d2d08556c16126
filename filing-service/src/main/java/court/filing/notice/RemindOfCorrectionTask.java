package court.filing.notice;

import court.filing.notice.Reminders.Near;
import court.platform.outbox.WriteUnit;
import court.platform.task.Rounds;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
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

    @Bean
    Rounds remindOfCorrections(@Value("${court.notice.every:30s}") Duration every) {
        return new Rounds("remind-of-corrections", every, this::round);
    }

    private void round() {
        List<Near> near = reminders.near().block(LONGEST);
        if (near != null) {
            near.forEach(this::remind);
        }
    }

    private void remind(Near near) {
        try {
            unit.run(() -> once(near)).block(LONGEST);
        } catch (RuntimeException trouble) {
            LOG.error("filing {} is reminded later", near.filingId(), trouble);
        }
    }

    private Mono<Void> once(Near near) {
        return filings.returned(near.filingId())
                .flatMap(occasion -> reminders
                        .first(near)
                        .filter(Boolean::booleanValue)
                        .flatMap(first -> notices.remind(occasion, near.due())));
    }
}
