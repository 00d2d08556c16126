package court.interaction.search;

import court.interaction.stream.Unmarked;
import court.platform.task.Rounds;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Marks messages from before messages were marked; until then a search reads through them. */
@Component
class MarkOldMessagesTask {

    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final UUID FIRST = new UUID(0, 0);

    private final Unmarked unmarked;

    MarkOldMessagesTask(Unmarked unmarked) {
        this.unmarked = unmarked;
    }

    @Bean
    Rounds markOldMessages() {
        return new Rounds("mark-old-messages", EVERY, this::round);
    }

    void round() {
        unmarked.mark(FIRST).expand(unmarked::mark).then().block();
    }
}
