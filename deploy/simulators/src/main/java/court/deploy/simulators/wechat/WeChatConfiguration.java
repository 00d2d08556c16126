package court.deploy.simulators.wechat;

import court.deploy.simulators.verification.Register;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** One mini-program and the accounts of the demonstration. */
@Configuration
class WeChatConfiguration {

    private static final Clock CLOCK = Clock.systemUTC();

    @Bean
    Codes codes() {
        return new Codes(CLOCK);
    }

    @Bean
    WeChatAccounts weChatAccounts(Register register, @Value("${court.simulators.wechat-app-id}") String program) {
        return new WeChatAccounts(register, program, CLOCK);
    }

    @Bean
    MiniProgram miniProgram(
            @Value("${court.simulators.wechat-app-id}") String id,
            @Value("${court.simulators.wechat-secret}") String secret) {
        return new MiniProgram(id, secret, CLOCK);
    }

    @Bean
    SubscribeMessages subscribeMessages() {
        return new SubscribeMessages(CLOCK);
    }

    /** WeChat knows its callers by what they send, and the script is for this machine only. */
    @Bean
    @Order(-11)
    SecurityFilterChain weChat(HttpSecurity http) {
        return http.securityMatcher("/wechat/**", "/script/wechat/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
