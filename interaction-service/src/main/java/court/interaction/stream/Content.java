package court.interaction.stream;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.platform.contract.FileRef;
import court.platform.json.Secret;
import court.platform.media.Media;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in a stream: words, a file with or without words (both protected), or a card that holds nothing protected. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
public sealed interface Content {

    /** The words; null when there are none. */
    @Nullable
    Secret text();

    /** A message in words. */
    record Words(Secret text) implements Content {}

    /**
     * A message that is a file.
     *
     * @param media what a picture, recording or film tells about itself; null in messages from before that was read
     */
    record Attachment(
            FileRef file,
            Secret name,
            @Nullable Secret text,
            @Nullable Media media) implements Content {

        public Attachment(FileRef file, Secret name, @Nullable Secret text) {
            this(file, name, text, null);
        }
    }

    /**
     * What a fact looks like in the room 类型化卡片. It says nothing new: whoever doubts it asks for the fact of the same id.
     *
     * @param type the fact's type
     * @param body strings, numbers, lists and objects of these; what stands in it depends on the type alone
     */
    record Card(String type, Map<String, Object> body) implements Content {

        @Override
        public @Nullable Secret text() {
            return null;
        }
    }
}
