package court.deploy.simulators.cityapp;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The app's key, its name, and what it calls the court. */
@Configuration
class CityAppConfiguration {

    @Bean
    CityAppKey cityAppKey() {
        return new CityAppKey();
    }

    @Bean
    HandOvers handOvers(
            CityAppKey key,
            @Value("${court.simulators.city-app-issuer:suishenban-demo}") String issuer,
            @Value("${court.simulators.city-app-audience:court-enforcement-demo}") String audience) {
        return new HandOvers(key, issuer, audience, Clock.systemUTC());
    }

    /** Anybody reads the keys; who plays the phone sits at this machine. */
    @Bean
    @Order(-13)
    SecurityFilterChain cityApp(HttpSecurity http) {
        return http.securityMatcher("/cityapp/**", "/script/cityapp/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
