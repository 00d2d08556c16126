package court.deploy.simulators.identity;

import java.nio.file.Path;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import tools.jackson.databind.json.JsonMapper;

/** Who may sign in, how, and what the gateway is told about them. */
@Configuration
class SignInConfiguration {

    @Bean
    Staff staff(@Value("${court.simulators.staff}") String file, JsonMapper json) {
        return json.readValue(Path.of(file), Staff.class);
    }

    @Bean
    UserDetailsService users(Staff staff) {
        return new InMemoryUserDetailsManager(staff.staff().stream()
                .map(member -> user(member, staff.password()))
                .toList());
    }

    private static UserDetails user(Staff.Member member, String password) {
        return User.withUsername(member.id())
                .password("{noop}" + password)
                .roles(member.roles().toArray(String[]::new))
                .build();
    }

    @Bean
    @Order(0)
    SecurityFilterChain health(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                    server.authorizationEndpoint(endpoint -> endpoint.authorizationResponseHandler(new AskEachTime()));
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(it -> it.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/login")))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/login", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login"))
                .build();
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> identityClaims(Staff staff) {
        return context -> {
            if (OidcParameterNames.ID_TOKEN.equals(context.getTokenType().getValue())) {
                Authentication person = Objects.requireNonNull(context.getPrincipal());
                tell(context, staff.get(person.getName()));
            }
        };
    }

    private static void tell(JwtEncodingContext context, Staff.Member member) {
        context.getClaims()
                .claim("preferred_username", member.id())
                .claim("name", member.name())
                .claim("roles", member.roles());
        if (member.court() != null) {
            context.getClaims().claim("court", member.court());
        }
    }
}
