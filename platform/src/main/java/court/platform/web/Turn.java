package court.platform.web;

import court.platform.model.Refused;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What one person asks for, on its way through a group that is written together. Once it is refused or done it goes no further.
 *
 * @param <A> the answer
 */
public class Turn<A> {

    private final @Nullable Command command;
    private @Nullable A done;
    private @Nullable Throwable refusal;

    /** @param command to be answered once; null for what is known again by something else */
    protected Turn(@Nullable Command command) {
        this.command = command;
    }

    Optional<Command> command() {
        return Optional.ofNullable(command);
    }

    Optional<A> done() {
        return Optional.ofNullable(done);
    }

    public final void done(A answer) {
        done = answer;
    }

    public final void refuse(Throwable reason) {
        refusal = reason;
    }

    private boolean isOpen() {
        return done == null && refusal == null;
    }

    /** Holds once what was written is committed. */
    public final Mono<A> answer() {
        return refusal == null ? Mono.just(Objects.requireNonNull(done)) : Mono.error(refusal);
    }

    /** Those that go on. */
    public static <T extends Turn<?>> List<T> open(List<T> turns) {
        return turns.stream().filter(Turn::isOpen).toList();
    }

    /** Takes a step with each that goes on; who is refused goes no further. */
    public static <T extends Turn<?>> void each(List<T> turns, Consumer<T> step) {
        open(turns).forEach(turn -> {
            try {
                step.accept(turn);
            } catch (Refused refused) {
                turn.refuse(refused);
            }
        });
    }
}
