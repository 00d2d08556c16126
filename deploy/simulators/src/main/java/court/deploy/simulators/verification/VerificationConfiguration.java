package court.deploy.simulators.verification;

import court.deploy.simulators.verification.Register.Citizen;
import java.nio.file.Path;
import java.util.List;
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

/** Who is in the register and who may ask. */
@Configuration
class VerificationConfiguration {

    @Bean
    Register register(@Value("${court.simulators.parties}") String file, JsonMapper json) {
        return new Register(json.readValue(Path.of(file), new TypeReference<List<Citizen>>() {}));
    }

    @Bean
    Caller caller(
            @Value("${court.simulators.verification-client:gateway}") String id,
            @Value("${court.simulators.verification-secret}") String secret) {
        return new Caller(id, secret);
    }

    /** No form and no cookie here: the authority asks for its client's credentials itself. */
    @Bean
    @Order(-10)
    SecurityFilterChain authority(HttpSecurity http) {
        return http.securityMatcher("/identity/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
