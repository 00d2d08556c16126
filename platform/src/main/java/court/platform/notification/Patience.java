package court.platform.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When prompts are taken up again.
 *
 * @param pause before the first time; each further one is twice as long
 * @param longestPause the longest of them
 * @param lease how long who took one has it; more than an exchange can last
 * @param giveUpAfter from then on it is of no use any more
 * @param weChatAttempts after so many it goes by SMS, when there is a phone
 */
@ConfigurationProperties("court.notification")
record Patience(
        @DefaultValue("2s") Duration pause,
        @DefaultValue("10m") Duration longestPause,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("72h") Duration giveUpAfter,
        @DefaultValue("5") int weChatAttempts) {}
