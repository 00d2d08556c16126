package court.deploy.simulators.institution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import tools.jackson.databind.json.JsonMapper;

/** Opens the institutions whose books are in the folder given. Without a folder there are none. */
@Configuration
@ConditionalOnProperty("court.simulators.institutions")
class InstitutionConfiguration {

    @Bean
    Institutions institutions(
            @Value("${court.simulators.institutions}") String kept,
            @Value("${court.simulators.books}") String books,
            JsonMapper json)
            throws IOException {
        Path folder = Files.createDirectories(Path.of(kept));
        return new Institutions(Stream.of(json.readValue(Path.of(books), Institution.Profile[].class))
                .map(profile -> Institution.open(profile, folder, json, Clock.systemUTC()))
                .toList());
    }

    @Bean
    RequestDesk requestDesk(
            Institutions institutions,
            @Value("${court.simulators.court-key}") String courtKey,
            @Value("${court.simulators.officers}") String directory,
            JsonMapper json) {
        return new RequestDesk(institutions, CourtKey.parse(courtKey), Officers.read(Path.of(directory), json), json);
    }

    // known by signatures, not by sign-in; the script is for whoever sits at this machine
    @Bean
    @Order(1)
    SecurityFilterChain institutionRequests(HttpSecurity http) {
        return http.securityMatcher("/institutions/**", "/script", "/script/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(it -> it.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> linesThatBreak() {
        return factory -> factory.addContextValves(new CutConnection());
    }
}
