package court.asset.request;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When requests are taken up again.
 *
 * @param pause before the first time; each further one is twice as long
 * @param longestPause the longest of them
 * @param lease how long who took a request has it; more than an exchange can last
 * @param mostAtOnce requests of one institution under way at once
 */
@ConfigurationProperties("court.institutions")
record Patience(
        @DefaultValue("1s") Duration pause,
        @DefaultValue("60s") Duration longestPause,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("8") int mostAtOnce) {}
