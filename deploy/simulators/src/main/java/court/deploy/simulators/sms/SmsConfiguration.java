package court.deploy.simulators.sms;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One customer, the court, with its registered templates. */
@Configuration
class SmsConfiguration {

    @Bean
    SmsMessages smsMessages(@Value("${court.simulators.sms-templates}") String file, JsonMapper json) {
        Map<String, String> templates = json.readValue(Path.of(file), new TypeReference<Map<String, String>>() {});
        return new SmsMessages(templates, Clock.systemUTC());
    }

    @Bean
    SmsKey smsKey(
            @Value("${court.simulators.sms-key-id}") String id,
            @Value("${court.simulators.sms-secret}") String secret) {
        return new SmsKey(id, secret);
    }

    /** The provider knows its customer by the signature, and the script is for this machine only. */
    @Bean
    @Order(-12)
    SecurityFilterChain sms(HttpSecurity http) {
        return http.securityMatcher("/sms/**", "/script/sms", "/script/sms/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
