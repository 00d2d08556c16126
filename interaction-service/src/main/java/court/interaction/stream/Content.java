package court.interaction.stream;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.platform.contract.FileRef;
import court.platform.json.Secret;
import court.platform.media.Media;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a stream: words, a file with or without words (both protected), a card that holds nothing protected, or what its sender
 * did about one of these later.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
public sealed interface Content {

    /** The words; null when there are none. */
    @Nullable
    Secret text();

    /** Which message it is about, when it recalls or corrects one. */
    default @Nullable UUID about() {
        return null;
    }

    /** All that is protected of it: of one owner, for it is one person's message. */
    default List<Secret> secrets() {
        Secret text = text();
        return text == null ? List.of() : List.of(text);
    }

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

        @Override
        public List<Secret> secrets() {
            return text == null ? List.of(name) : List.of(name, text);
        }

        public Attachment(FileRef file, Secret name, @Nullable Secret text) {
            this(file, name, text, null);
        }

        /** What the file tells, as far as that was read. */
        public Media known() {
            return media == null ? Media.SILENT : media;
        }
    }

    /** A message was taken back 撤回. */
    record Recall(UUID about) implements Content {

        @Override
        public @Nullable Secret text() {
            return null;
        }
    }

    /**
     * A message was corrected 更正.
     *
     * @param text what holds instead
     * @param reason why
     */
    record Correction(UUID about, Secret text, Secret reason) implements Content {

        @Override
        public List<Secret> secrets() {
            return List.of(text, reason);
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
