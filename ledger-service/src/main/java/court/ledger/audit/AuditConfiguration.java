package court.ledger.audit;

import court.platform.task.Rounds;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class AuditConfiguration {

    @Bean
    Rounds auditing(AuditTask task, AuditSettings settings) {
        return new Rounds("audit", settings.every(), task::pass);
    }
}
