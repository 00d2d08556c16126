package court.gateway.organisation;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The court's rules about who acts for organisations.
 *
 * @param handlerAtMost the longest term a handler is appointed for at once
 */
@ConfigurationProperties("court.organisation")
record OrganisationRules(Period handlerAtMost) {}
