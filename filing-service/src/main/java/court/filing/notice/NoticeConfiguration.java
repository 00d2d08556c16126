package court.filing.notice;

import court.platform.task.Rounds;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How often reminders are looked at. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    @Bean
    Rounds remindOfCorrections(RemindOfCorrectionTask task, @Value("${court.notice.every:30s}") Duration every) {
        return new Rounds("remind-of-corrections", every, task::round);
    }
}
