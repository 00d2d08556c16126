package court.archive.sync;

import court.platform.bundle.Acknowledgement;
import court.platform.bundle.BundleNotes;
import court.platform.bundle.ChainEnd;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.outbox.WriteUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes acknowledgements: each is signed by an agent of the court, comes once and in order. One that comes again as it was
 * gets the same answer; anything else changes nothing.
 */
@Component
class AcknowledgementDesk {

    private final WriteUnit unit;
    private final Lines lines;
    private final Acknowledgements acknowledgements;
    private final ReceiptDesk receipts;
    private final Agents agents;

    AcknowledgementDesk(
            WriteUnit unit, Lines lines, Acknowledgements acknowledgements, ReceiptDesk receipts, Agents agents) {
        this.unit = unit;
        this.lines = lines;
        this.acknowledgements = acknowledgements;
        this.receipts = receipts;
        this.agents = agents;
    }

    /**
     * What was taken.
     *
     * @param noteSha256 digest of the note as it came, so that the sender sees that no other was
     */
    record Taken(long number, String noteSha256) {}

    private record Signed(Acknowledgement text, NoteKey by, byte[] note) {

        Taken taken() {
            return new Taken(text.number(), BundleNotes.sha256(note));
        }
    }

    /** @param court of the caller, or of the folder where the note lay */
    Mono<Taken> take(String court, byte[] note) {
        return Mono.fromCallable(() -> read(court, note))
                .flatMap(signed ->
                        unit.run(() -> lines.lock(court).flatMap(line -> take(signed, line.acknowledged()))));
    }

    private Signed read(String court, byte[] note) {
        Signed signed = agents.of(court).stream()
                .map(key -> read(key, note))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(SyncRefusal.SIGNATURE_WRONG::because);
        if (!signed.text().court().equals(court)) {
            throw SyncRefusal.WRONG_COURT.because();
        }
        return signed;
    }

    private static Optional<Signed> read(NoteKey key, byte[] note) {
        try {
            return Optional.of(new Signed(BundleNotes.acknowledgement(note, List.of(key)), key, note));
        } catch (NoteRejected notThis) {
            return Optional.empty();
        }
    }

    private Mono<Taken> take(Signed signed, ChainEnd end) {
        long number = signed.text().number();
        if (number <= end.number()) {
            return acknowledgements
                    .sha256(signed.text().court(), number)
                    .filter(earlier -> earlier.equals(signed.taken().noteSha256()))
                    .map(same -> signed.taken())
                    .switchIfEmpty(Mono.error(() -> SyncRefusal.NUMBER_REUSED.because(number)));
        }
        if (number != end.next()) {
            return Mono.error(SyncRefusal.NUMBER_AWAITED.because(end.next()));
        }
        if (!end.isFollowedBy(signed.text())) {
            return Mono.error(SyncRefusal.CHAIN_BROKEN.because(number));
        }
        return write(signed);
    }

    private Mono<Taken> write(Signed signed) {
        Acknowledgement text = signed.text();
        return receipts.settle(text, signed.by().name(), agents.actor(signed.by()))
                .then(acknowledgements.add(text, signed.note()))
                .then(lines.acknowledged(text.court(), ChainEnd.after(text, signed.note())))
                .thenReturn(signed.taken());
    }
}
