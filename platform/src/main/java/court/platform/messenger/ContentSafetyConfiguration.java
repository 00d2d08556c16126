package court.platform.messenger;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** WeChat's content check, only where {@code court.content-check} says {@code wechat}. */
@AutoConfiguration
@ConditionalOnProperty(name = "court.content-check", havingValue = "wechat")
@EnableConfigurationProperties(WeChatProperties.class)
public class ContentSafetyConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ContentSafetyPort contentSafetyPort(WeChatProperties program, Clock clock) {
        return new WeChatContentClient(program, clock);
    }
}
