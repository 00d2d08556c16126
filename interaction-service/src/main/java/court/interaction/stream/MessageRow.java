package court.interaction.stream;

import court.platform.json.SealedJson;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message as it is stored, its place in a stream beside it. */
record MessageRow(
        long seq,
        UUID id,
        UUID caseId,
        String sender,
        String senderRole,
        Instant time,
        String audience,
        @Nullable String clientMsgId,
        @Nullable UUID replyTo,
        String mentions,
        boolean recalled,
        @Nullable UUID correctedBy,
        String body) {

    /** What to select from {@code message m} besides {@code seq}. */
    static final String COLUMNS = """
             m.id, m.case_id, m.sender, m.sender_role, m.posted_at as time, m.audience, m.client_msg_id, m.reply_to, m.mentions, m.recalled,
             m.corrected_by, m.body""";

    /** What a message's sealed values belong to. */
    static String place(UUID messageId) {
        return "message/" + messageId;
    }

    /** The message itself; opens its seals, which may read a key from disk. */
    Message message(SealedJson json) {
        return new Message(
                id,
                caseId,
                sender,
                senderRole,
                time,
                json.read(body, Content.class, caseId, place(id)),
                ids(audience),
                clientMsgId,
                new Ties(replyTo, ids(mentions)));
    }

    Fate fate() {
        return new Fate(recalled, correctedBy);
    }

    /** The entry it is in its place of this reader's stream. */
    Entry entry(SealedJson json, String reader) {
        return entry(message(json), reader);
    }

    /** The same, the message opened already. */
    Entry entry(Message opened, String reader) {
        return Entry.of(seq, opened, fate(), reader.equals(Reader.COURT));
    }

    private static List<String> ids(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split(",", -1));
    }
}
