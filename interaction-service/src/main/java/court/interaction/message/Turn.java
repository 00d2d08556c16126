package court.interaction.message;

import court.interaction.stream.Message;
import court.platform.outbox.Outbox.Word;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.web.Command;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One person's turn to do something in a room, on its way through a group of others. Once it is refused or done it goes no further.
 *
 * <pre>
 *   asked ──admit──▶ admitted ──make──▶ made ──done──▶ done
 *     └──────────────────┴──────refuse──┴────▶ refused
 * </pre>
 */
final class Turn {

    private final Asked asked;
    private @Nullable Membership member;
    private @Nullable Message message;
    private @Nullable Posted standing;
    private @Nullable Throwable refusal;

    /**
     * What somebody wants to do.
     *
     * @param command as which it came by HTTP, to be answered once; null when it came by socket
     * @param traceparent in which trace
     */
    record Asked(
            Actor actor, UUID caseId, Deed deed, @Nullable Command command, String traceparent) {

        private record InRoom(String actor, UUID caseId) {}

        private record UnderKey(String actor, String key) {}

        /** No two in one group may say something in one room, or ask under one key: the second would not know of the first. */
        Set<?> marks() {
            InRoom here = new InRoom(actor.id(), caseId);
            return command == null ? Set.of(here) : Set.of(here, new UnderKey(actor.id(), command.key()));
        }

        Asked with(Deed other) {
            return new Asked(actor, caseId, other, command, traceparent);
        }
    }

    Turn(Asked asked) {
        this.asked = asked;
    }

    Asked asked() {
        return asked;
    }

    Optional<Command> command() {
        return Optional.ofNullable(asked.command());
    }

    boolean isOpen() {
        return standing == null && refusal == null;
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
    void done(Message it) {
        standing = Posted.of(it);
    }

    Optional<Posted> standing() {
        return Optional.ofNullable(standing);
    }

    void refuse(Throwable reason) {
        refusal = reason;
    }

    /** Holds once what was written is committed. */
    Mono<Posted> answer() {
        return refusal == null ? Mono.just(Objects.requireNonNull(standing)) : Mono.error(refusal);
    }

    /** How what was said is told. */
    Word word() {
        return new Word(asked.caseId(), asked.actor(), asked.traceparent(), Saying.told(message()));
    }
}
