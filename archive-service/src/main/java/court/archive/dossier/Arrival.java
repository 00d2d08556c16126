package court.archive.dossier;

import static java.util.Objects.requireNonNullElse;

import court.platform.inbox.Received;
import court.platform.outbox.TextDigests;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import tools.jackson.databind.json.JsonMapper;

/**
 * One record exactly as the broker gave it, with what its headers say about it. Making one never fails, whatever was
 * sent: a header that says nothing usable leaves its place empty, and the bytes are kept all the same.
 *
 * @param headers all of them in their order, a JSON list of [name, base64]
 * @param body the bytes in hex, as the database takes them
 * @param sha256 taken of the bytes here
 * @param toldSha256 as the speaker says
 */
record Arrival(
        UUID factId,
        UUID caseId,
        String source,
        long sequence,
        String type,
        String kind,
        Instant time,
        List<String> audience,
        String headers,
        String body,
        String sha256,
        String toldSha256) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    static Arrival of(ConsumerRecord<String, byte[]> record) {
        Received fact = Received.of(record);
        byte[] body = requireNonNullElse(record.value(), new byte[0]);
        return new Arrival(
                fact.id(),
                fact.caseId(),
                word(fact.source()),
                fact.sequence(),
                word(fact.type()),
                word(fact.kind()),
                time(fact, record.timestamp()),
                fact.audience().stream().filter(it -> !word(it).isEmpty()).toList(),
                all(record.headers()),
                HexFormat.of().formatHex(body),
                TextDigests.of(body).sha256(),
                word(fact.headers().getOrDefault("ce_sha256", "")));
    }

    /** Where it belongs. One of unknown kind becomes an entry: a stranger that is seen is better than an act that is lost. */
    Register register() {
        return switch (kind) {
            case "ACCESS" -> Register.ACCESSES;
            case "OPERATION" -> Register.NONE;
            default -> Register.DOSSIER;
        };
    }

    /** Only what is surely harmless in a column and in a page. */
    private static String word(String text) {
        return text.matches("[A-Za-z0-9._-]{1,100}") ? text : "";
    }

    /** As the speaker says; what cannot be read, or lies outside of any calendar, is as old as the broker says. */
    private static Instant time(Received fact, long brokerTime) {
        Instant otherwise = Instant.ofEpochMilli(Math.clamp(brokerTime, 0, LATEST.toEpochMilli()));
        try {
            Instant time = fact.time().truncatedTo(ChronoUnit.MICROS);
            return time.isAfter(Instant.EPOCH) && time.isBefore(LATEST) ? time : otherwise;
        } catch (DateTimeException unreadable) {
            return otherwise;
        }
    }

    private static String all(Headers headers) {
        return JSON.writeValueAsString(StreamSupport.stream(headers.spliterator(), false)
                .map(it -> List.of(it.key(), base64(it)))
                .toList());
    }

    private static String base64(Header header) {
        return Base64.getEncoder().encodeToString(requireNonNullElse(header.value(), new byte[0]));
    }
}
