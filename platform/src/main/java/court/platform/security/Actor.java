package court.platform.security;

import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as the gateway's token says.
 *
 * @param id account id of a party, staff id, or client id of a service or machine
 * @param court court code, of staff and of a court's machine only
 * @param personKey pseudonym of the verified identity, parties only
 */
public record Actor(
        String id,
        Set<Role> roles,
        @Nullable String court,
        @Nullable String personKey) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** The platform acting by itself, after a fact or a term. */
    public static Actor service(String name) {
        return new Actor(name, Set.of(Role.SERVICE), null, null);
    }

    /** How an actor stands in a fact: an id and a kind, never a name. */
    public record Signature(String id, String kind) {}

    public Signature signature() {
        return new Signature(id, is(Role.PARTY) ? "PARTY" : isMachine() ? "SERVICE" : "STAFF");
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isStaff() {
        return court != null && !is(Role.PARTY) && !isMachine();
    }

    private boolean isMachine() {
        return is(Role.SERVICE) || is(Role.ARCHIVE_SYNC);
    }

    /** What this actor is called among a case's members. */
    public String memberName() {
        return personKey != null ? personKey : id;
    }

    /** Refuses everybody who has none of these roles. */
    public Actor mustBe(Role... any) {
        if (Arrays.stream(any).noneMatch(this::is)) {
            throw AccessRefusal.ROLE_MISSING.because();
        }
        return this;
    }
}
