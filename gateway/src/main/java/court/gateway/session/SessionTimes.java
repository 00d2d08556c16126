package court.gateway.session;

import court.platform.security.Role;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How long a session may be refreshed, however busy it is: after that, signing in anew is needed. */
@ConfigurationProperties("court.session")
record SessionTimes(Duration staff, Duration party) {

    Duration of(Set<Role> roles) {
        return roles.contains(Role.PARTY) ? party : staff;
    }
}
