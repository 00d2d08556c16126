package court.platform.messenger;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** WeChat and SMS, for each service that names the SMS provider in {@code court.notification.sms.address}. */
@AutoConfiguration
@ConditionalOnProperty("court.notification.sms.address")
@EnableConfigurationProperties({SmsProperties.class, WeChatProperties.class})
public class MessengerConfiguration {

    @Bean
    @ConditionalOnMissingBean
    SmsPort smsPort(SmsProperties properties, Clock clock) {
        return new SmsClient(properties, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    WeChatMessagePort weChatMessagePort(WeChatProperties properties, Clock clock) {
        return new WeChatMessageClient(properties, clock);
    }
}
