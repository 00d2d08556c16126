package court.interaction.stream;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message after it was said.
 *
 * @param recalled its sender took it back 撤回: the court reads it still, the parties do not
 * @param correctedBy the last correction 更正 of it
 */
public record Fate(boolean recalled, @Nullable UUID correctedBy) {

    static final Fate NONE = new Fate(false, null);
}
