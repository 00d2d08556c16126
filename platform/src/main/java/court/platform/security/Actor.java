package court.platform.security;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling, as the gateway's token says.
 *
 * @param id account id of a party, staff id, or client id of a service or machine
 * @param court court code, of staff and of a court's machine only
 * @param personKey pseudonym of the verified identity, parties only
 * @param actsFor pseudonyms of the organisations this person may act for now
 * @param weChat the WeChat account they signed in with, see {@link court.platform.vault.AccountSeal}
 * @param via how the session was opened; tokens made before this was told are of the web
 */
public record Actor(
        String id,
        Set<Role> roles,
        @Nullable String court,
        @Nullable String personKey,
        Set<String> actsFor,
        @Nullable String weChat,
        Via via) {

    public Actor {
        roles = Set.copyOf(roles);
        actsFor = Set.copyOf(actsFor);
    }

    /** Somebody who acts for nobody else. */
    public Actor(String id, Set<Role> roles, @Nullable String court, @Nullable String personKey) {
        this(id, roles, court, personKey, Set.of(), null, Via.WEB);
    }

    /** The same, acting for these organisations. */
    public Actor actingFor(Set<String> organisations) {
        return new Actor(id, roles, court, personKey, organisations, weChat, via);
    }

    /** The same, signed in through this WeChat account. */
    public Actor through(@Nullable String sealedAccount) {
        return new Actor(id, roles, court, personKey, actsFor, sealedAccount, via);
    }

    /** The same, in a session that was opened this way. */
    public Actor via(Via opened) {
        return new Actor(id, roles, court, personKey, actsFor, weChat, opened);
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

    /** Everything a case may know this actor by: their own name and those of the organisations they act for. */
    public List<String> memberNames() {
        return Stream.concat(Stream.of(memberName()), actsFor.stream().sorted())
                .distinct()
                .toList();
    }

    /** Refuses everybody who has none of these roles. */
    public Actor mustBe(Role... any) {
        if (Arrays.stream(any).noneMatch(this::is)) {
            throw AccessRefusal.ROLE_MISSING.because();
        }
        return this;
    }
}
