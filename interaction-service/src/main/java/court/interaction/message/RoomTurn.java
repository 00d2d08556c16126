package court.interaction.message;

import court.interaction.stream.Message;
import court.platform.outbox.Outbox.Word;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.web.Command;
import court.platform.web.Turn;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One person's turn to do something in a room.
 *
 * <pre>
 *   asked ──admit──▶ admitted ──make──▶ made ──done──▶ done
 *     └──────────────────┴──────refuse──┴────▶ refused
 * </pre>
 */
final class RoomTurn extends Turn<Posted> {

    private final Asked asked;
    private @Nullable Membership member;
    private @Nullable Message message;

    /**
     * What somebody wants to do.
     *
     * @param command as which it came by HTTP, to be answered once; null when it came by socket
     * @param traceparent in which trace
     */
    record Asked(
            Actor actor, UUID caseId, Deed deed, @Nullable Command command, String traceparent) {

        private record InRoom(String actor, UUID caseId) {}

        /** No two in one group may say something in one room, or ask under one key: the second would not know of the first. */
        Set<?> marks() {
            InRoom here = new InRoom(actor.id(), caseId);
            return command == null ? Set.of(here) : Set.of(here, command.known());
        }

        Asked with(Deed other) {
            return new Asked(actor, caseId, other, command, traceparent);
        }
    }

    RoomTurn(Asked asked) {
        super(asked.command());
        this.asked = asked;
    }

    Asked asked() {
        return asked;
    }

    void admit(Membership who) {
        member = who;
    }

    Membership member() {
        return Objects.requireNonNull(member);
    }

    void make(Message made) {
        message = made;
    }

    Message message() {
        return Objects.requireNonNull(message);
    }

    /** The message stands in the stream, since now or since before. */
    void stands(Message it) {
        done(Posted.of(it));
    }

    /** How what was said is told. */
    Word word() {
        return new Word(asked.caseId(), asked.actor(), asked.traceparent(), Saying.told(message()));
    }
}
