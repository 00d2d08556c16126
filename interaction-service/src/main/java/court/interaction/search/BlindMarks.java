package court.interaction.search;

import static java.nio.charset.StandardCharsets.UTF_8;

import court.interaction.stream.Message;
import court.interaction.stream.WordMarks;
import court.platform.json.Secret;
import court.platform.vault.DataKeys;
import court.platform.vault.KeyDestroyed;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Marks of words that only who has the author's key can make: of each pair of signs the first 64 bits of a fingerprint, in the order of
 * the marks, not of the words. They say nothing once that key is destroyed (decision 0029).
 */
@Component
final class BlindMarks implements WordMarks {

    private static final String PURPOSE = "search";

    private final DataKeys keys;

    BlindMarks(DataKeys keys) {
        this.keys = keys;
    }

    @Override
    public String suite() {
        return keys.suite();
    }

    @Override
    public Long[] of(Message message) {
        List<Secret> readable = message.content().secrets().stream()
                .filter(it -> !it.destroyed())
                .toList();
        if (readable.isEmpty()) {
            return new Long[0];
        }
        Stream<String> pairs = readable.stream()
                .map(Secret::text)
                .map(Objects::requireNonNull)
                .flatMap(text -> FoldedText.of(text).pairs());
        return marks(message.caseId(), readable.getFirst().owner(), pairs);
    }

    /** Which marks a message of this author has when it contains the words; empty when the author's key was destroyed. */
    Optional<Long[]> of(UUID caseId, String owner, FoldedText words) {
        try {
            return Optional.of(marks(caseId, owner, words.pairs()));
        } catch (KeyDestroyed destroyed) {
            return Optional.empty();
        }
    }

    private Long[] marks(UUID caseId, String owner, Stream<String> pairs) {
        var fingerprints = keys.fingerprints(caseId, owner, PURPOSE);
        return pairs.distinct()
                .map(pair -> ByteBuffer.wrap(fingerprints.apply(pair.getBytes(UTF_8)))
                        .getLong())
                .sorted()
                .toArray(Long[]::new);
    }
}
