package court.archive.consistency;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whether a case's acts, leaves and entries are the same.
 *
 * @param pending facts of the last half minute that have not arrived everywhere yet
 * @param missingEntries acts spoken without a dossier entry
 * @param missingLeaves acts and accesses spoken without a leaf
 * @param unknownEntries entries of acts nobody says to have spoken
 * @param unknownLeaves leaves of facts nobody says to have spoken
 * @param duplicates facts that somebody holds twice
 * @param gaps numbers that a source skipped
 * @param damaged entries whose bytes are not those that were spoken, or not those that the ledger received
 */
record Consistency(
        int pending,
        List<SourceCount> sources,
        List<UUID> missingEntries,
        List<UUID> missingLeaves,
        List<UUID> unknownEntries,
        List<UUID> unknownLeaves,
        List<UUID> duplicates,
        List<Gap> gaps,
        List<UUID> damaged,
        Instant checkedAt) {

    /** Whether nothing is missing, unknown, doubled, skipped or changed; what is pending does not count against it. */
    @JsonProperty
    boolean equal() {
        return Stream.of(missingEntries, missingLeaves, unknownEntries, unknownLeaves, duplicates, gaps, damaged)
                .allMatch(List::isEmpty);
    }

    /**
     * Acts of one source, counted by each owner; the three are equal when all is well and nothing pends.
     *
     * @param accesses views of protected data spoken, which have leaves but no entries
     * @param accessLeaves how many of them have a leaf
     */
    record SourceCount(String source, long spoken, long entered, long leaves, long accesses, long accessLeaves) {}

    /** Sequences missing from a source's count, both ends included. */
    record Gap(String source, long from, long to) {}
}
