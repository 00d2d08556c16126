package court.interaction.stream;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a message refers to.
 *
 * @param replyTo the message it answers, which all its readers have
 * @param mentions party ids and staff ids whose attention is asked for; all of them may read it
 */
public record Ties(@Nullable UUID replyTo, List<String> mentions) {

    public static final Ties NONE = new Ties(null, List.of());

    public Ties {
        mentions = List.copyOf(mentions);
    }
}
