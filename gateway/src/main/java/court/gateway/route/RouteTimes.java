package court.gateway.route;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How long an ordinary route waits for a service to begin its answer. */
@ConfigurationProperties("court.route")
record RouteTimes(Duration answerWithin) {}
