package court.interaction.stream;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.platform.contract.FileRef;
import court.platform.json.Secret;
import org.jspecify.annotations.Nullable;

/** What a message says: words, or a file with or without words. Both are protected. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
public sealed interface Content {

    /** The words; null when there are none. */
    @Nullable
    Secret text();

    /** A message in words. */
    record Words(Secret text) implements Content {}

    /** A message that is a file. */
    record Attachment(FileRef file, Secret name, @Nullable Secret text) implements Content {}
}
