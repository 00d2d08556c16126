package court.gateway.signin;

import court.platform.security.Actor;
import court.platform.security.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** What the court's identity provider says of a member of staff, held against what the platform knows. */
final class StaffClaims {

    private static final Set<Role> STAFF =
            Set.of(Role.FILING_JUDGE, Role.ENFORCEMENT_JUDGE, Role.CLERK, Role.SUPERVISOR, Role.OPS);
    private static final Set<String> NAMES = STAFF.stream().map(Role::name).collect(Collectors.toUnmodifiableSet());
    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern COURT = Pattern.compile("\\p{IsHan}[0-9A-Z]{0,4}");

    private StaffClaims() {}

    /** Refuses an account with a role that is none of the court's, and one without a court that needs one. */
    static Actor actor(ClaimAccessor claims) {
        String subject = claims.getClaimAsString("sub");
        Set<Role> roles = roles(claims.getClaim("roles"));
        String court = claims.getClaimAsString("court");
        boolean courtFits = court == null
                ? roles.equals(Set.of(Role.OPS))
                : COURT.matcher(court).matches();
        if (subject == null || !SUBJECT.matcher(subject).matches() || !courtFits) {
            throw SignInRefusal.ROLE_UNKNOWN.because();
        }
        return new Actor(subject, roles, court, null);
    }

    private static Set<Role> roles(@Nullable Object claim) {
        if (!(claim instanceof List<?> names) || names.isEmpty() || !NAMES.containsAll(names)) {
            throw SignInRefusal.ROLE_UNKNOWN.because();
        }
        return Arrays.stream(Role.values())
                .filter(role -> names.contains(role.name()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
