package court.ledger.log;

import court.ledger.log.Growth.Entered;
import court.ledger.log.Growth.EnteredFile;
import court.platform.contract.FileRef;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns that a {@link RowSeal} covers, as they are written and as the audit reads them again. */
public final class SealedRows {

    private SealedRows() {}

    /** A row of {@code received}; its body is covered by both digests. */
    public record FactRow(
            UUID factId,
            UUID caseId,
            String source,
            long sequence,
            String kind,
            String type,
            String audience,
            String headers,
            String sha256,
            String sm3,
            String flaws,
            @Nullable Instant toldAt,
            @Nullable Long leaf,
            Instant receivedAt) {

        static FactRow of(Entered entered, Instant receivedAt) {
            Arrival arrival = entered.arrival();
            Heading heading = arrival.heading();
            return new FactRow(
                    arrival.factId(),
                    arrival.caseId(),
                    heading.source(),
                    heading.sequence(),
                    heading.kind(),
                    heading.type(),
                    heading.audience(),
                    arrival.headers(),
                    arrival.digests().sha256(),
                    arrival.digests().sm3(),
                    entered.flaws().stream().map(Flaw::name).collect(Collectors.joining(",")),
                    heading.toldAt(),
                    entered.leaf(),
                    receivedAt);
        }
    }

    /** A row of {@code file}. */
    public record FileRow(
            UUID caseId, String sha256, String sm3, String fileId, long size, long leaf, Instant receivedAt) {

        static FileRow of(EnteredFile entered, Instant receivedAt) {
            FileRef file = entered.file();
            return new FileRow(
                    entered.caseId(), file.sha256(), file.sm3(), file.id(), file.size(), entered.leaf(), receivedAt);
        }
    }

    /**
     * A row of {@code checkpoint}.
     *
     * @param previous size of the one signed before it
     */
    public record CheckpointRow(long size, long previous, String note, Instant signedAt) {}

    /**
     * A row of {@code cosignature}.
     *
     * @param number counts the lines of this witness
     */
    public record CosignatureRow(long size, String witness, long number, String line, Instant cosignedAt) {}
}
