package court.ledger.log;

import court.ledger.log.Checkpoints.Signed;
import court.ledger.log.Cosignatures.Cosignature;
import court.platform.merkle.TreeHead;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A checkpoint with what witnesses have put under it.
 *
 * @param note signed by the log and by each of them
 */
public record Witnessed(TreeHead head, String note, List<Seen> witnesses) {

    /**
     * That somebody who stands apart has seen the tree.
     *
     * @param witness its name
     * @param at by its own clock
     */
    public record Seen(String witness, Instant at) {}

    static Witnessed of(Signed signed, List<Cosignature> cosignatures) {
        String lines = cosignatures.stream().map(Cosignature::line).collect(Collectors.joining());
        return new Witnessed(
                signed.head(),
                signed.note() + lines,
                cosignatures.stream()
                        .map(it -> new Seen(it.witness(), it.cosignedAt()))
                        .toList());
    }
}
