package court.interaction.agent;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.interaction.room.Room;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.MemberEvent.AgentApplied;
import court.platform.contract.MemberEvent.AgentApproved;
import court.platform.contract.MemberEvent.AgentRefused;
import court.platform.contract.MemberEvent.AgentRevoked;
import court.platform.json.Secret;
import java.time.Instant;
import java.util.List;

/**
 * Somebody's authority to act for parties 委托代理. Who asks never decides.
 *
 * <pre>
 *   ask ──▶ Waiting ──approve──▶ Approved ──revoke, some parties──▶ Approved
 *              │                    │
 *              ├──refuse──▶ Refused └──revoke, the last party──▶ Revoked
 *              └──revoke, the last party──▶ Revoked
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
public sealed interface Mandate {

    Asked asked();

    /** Party ids, all on one side: those it was asked for, or those it is still for. */
    List<String> represents();

    default String id() {
        return asked().id();
    }

    /** It is asked for; nothing is open to the agent yet. The represented parties and the court are told. */
    static Change<Mandate> ask(Asked asked, List<String> represents) {
        Asked.Letter letter = asked.letter();
        AgentApplied told = new AgentApplied(
                asked.id(),
                asked.kind(),
                asked.powers(),
                represents,
                asked.name(),
                asked.firm(),
                asked.licence(),
                letter == null ? null : letter.name(),
                letter == null);
        return Change.of(
                new Waiting(asked, represents),
                Fact.to(represents, told).with(letter == null ? List.of() : List.of(letter.file())));
    }

    /** The judge has to decide. */
    default Waiting waiting() {
        throw AgentRefusal.NOT_WAITING.because();
    }

    /** Ends it for these parties; those it is not for are passed over. */
    default Change<Mandate> revoke(List<String> parties, Ended how) {
        throw AgentRefusal.NOT_ACTING.because();
    }

    /** How it ended or was refused. */
    record Ended(Secret reason, String by, Instant at) {}

    /** The judge has not decided yet. */
    record Waiting(Asked asked, List<String> represents) implements Mandate {

        @Override
        public Waiting waiting() {
            return this;
        }

        /** Everybody in the room is told, and the agent is a member from now on. */
        Change<Mandate> approve(Room.Led room, String by, Instant now) {
            mustBeSecondPerson(by);
            return Change.of(
                    new Approved(asked, represents, by, now),
                    Fact.to(
                            room.present(),
                            new AgentApproved(asked.id(), asked.personKey(), asked.powers(), represents)));
        }

        Change<Mandate> refuse(Ended how) {
            mustBeSecondPerson(how.by());
            return Change.of(
                    new Refused(asked, represents, how),
                    Fact.to(represents, new AgentRefused(asked.id(), how.reason())));
        }

        private void mustBeSecondPerson(String by) {
            if (asked.by().equals(by)) {
                throw AgentRefusal.SECOND_PERSON.because();
            }
        }

        @Override
        public Change<Mandate> revoke(List<String> parties, Ended how) {
            return ended(this, parties, how);
        }
    }

    /** The agent is a member of the room. */
    record Approved(Asked asked, List<String> represents, String by, Instant at) implements Mandate {

        @Override
        public Change<Mandate> revoke(List<String> parties, Ended how) {
            return ended(this, parties, how);
        }
    }

    /** Not let in. */
    record Refused(Asked asked, List<String> represents, Ended ended) implements Mandate {}

    /** Let out again. */
    record Revoked(Asked asked, List<String> represents, Ended ended) implements Mandate {}

    private static Change<Mandate> ended(Mandate mandate, List<String> parties, Ended how) {
        List<String> gone =
                mandate.represents().stream().filter(parties::contains).toList();
        if (gone.isEmpty()) {
            throw AgentRefusal.NOT_ACTING.because();
        }
        List<String> left =
                mandate.represents().stream().filter(it -> !gone.contains(it)).toList();
        Mandate next = left.isEmpty() ? new Revoked(mandate.asked(), mandate.represents(), how) : fewer(mandate, left);
        return Change.of(next, Fact.to(mandate.represents(), new AgentRevoked(mandate.id(), gone, how.reason())));
    }

    private static Mandate fewer(Mandate mandate, List<String> left) {
        return mandate instanceof Approved it
                ? new Approved(it.asked(), left, it.by(), it.at())
                : new Waiting(mandate.asked(), left);
    }

    /** Whether it may still lead to something for one of these parties. */
    default boolean standsFor(List<String> parties) {
        return !(this instanceof Refused || this instanceof Revoked)
                && represents().stream().anyMatch(parties::contains);
    }
}
