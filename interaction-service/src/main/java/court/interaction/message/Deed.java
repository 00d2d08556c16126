package court.interaction.message;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a member does with words in a room. */
public sealed interface Deed permits Saying, Deed.Recalling, Deed.Correcting {

    /** Takes back what was said 撤回; done again it is the same recall. */
    record Recalling(UUID messageId) implements Deed {}

    /**
     * Corrects what was said 更正.
     *
     * @param text 1 to 5,000 characters, which hold instead
     * @param reason 1 to 500 characters
     * @param clientMsgId the sender's own id, so that a repeated sending is one correction
     */
    record Correcting(
            UUID messageId,
            @Nullable String text,
            @Nullable String reason,
            @Nullable String clientMsgId) implements Deed {

        private static final int LONGEST_REASON = 500;

        /** Refuses what nobody could say. */
        void check() {
            Saying.checkId(clientMsgId);
            Saying.checkWords(text);
            if (reason == null || reason.isBlank()) {
                throw MessageRefusal.REASON_MISSING.because();
            }
            if (reason.codePointCount(0, reason.length()) > LONGEST_REASON) {
                throw MessageRefusal.REASON_TOO_LONG.because(LONGEST_REASON);
            }
        }
    }
}
