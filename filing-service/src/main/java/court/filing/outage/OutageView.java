package court.filing.outage;

import java.time.Instant;
import java.util.UUID;

/** An outage as it is shown, with the sentence that certifies it. */
record OutageView(
        UUID id,
        String part,
        Instant began,
        Instant ended,
        Outage.Source source,
        String recordedBy,
        Instant recordedAt,
        String certificate) {

    static OutageView of(Outage it) {
        return new OutageView(
                it.id(),
                it.part(),
                it.began(),
                it.ended(),
                it.source(),
                it.recordedBy(),
                it.recordedAt(),
                it.certificate());
    }
}
