package court.deploy.agent;

import court.deploy.agent.Step.HandedIn;
import court.platform.bundle.Acknowledgement.Verdict;
import court.platform.bundle.BundleNotes;
import court.platform.bundle.Delivery;
import court.platform.files.FileSteps;
import court.platform.note.NoteSigner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries bundles in and acknowledgements out, one round after the other.
 *
 * <p>The order of the steps makes it safe to stop anywhere: package on the shelf → line in the journal → acknowledgement
 * written → handed in → line in the journal. Whatever was not written down is done again, with the same result.
 */
final class Courier {

    private final String court;
    private final Path data;
    private final FileSteps steps;
    private final List<Letterbox> letterboxes;
    private final Journal journal;
    private final Acknowledging acknowledging;
    private final Reception reception;
    private final Download download;
    private final Judging judging;
    private Progress progress = new Progress();
    private boolean sure;

    /** @param letterboxes the most direct first: an acknowledgement has arrived when that one took it */
    Courier(Settings settings, Keys keys, List<Letterbox> letterboxes, FileSteps steps, Clock clock) {
        this.data = settings.data();
        this.steps = steps;
        this.court = settings.court();
        this.letterboxes = letterboxes;
        this.journal = new Journal(data.resolve("journal"), steps);
        this.acknowledging = new Acknowledging(data.resolve("acknowledgements"), court, keys.own(), steps, clock);
        this.reception = new Reception(court, keys.trusted().bundles());
        this.download = new Download(data.resolve("work"), steps);
        this.judging = new Judging(data, keys.trusted(), new Shelf(steps));
    }

    /** What is trusted, and what is signed with. */
    record Keys(Trusted trusted, NoteSigner own) {}

    private interface Work {
        void run() throws IOException;
    }

    /** Everything there is to do now. One letterbox that fails keeps no other waiting; its fault is thrown at the end. */
    void round() throws IOException {
        Faults faults = new Faults();
        for (Letterbox letterbox : letterboxes) {
            attempt(faults, () -> empty(letterbox));
        }
        attempt(faults, () -> acknowledging.write(progress, reception.gaps(progress)));
        attempt(faults, this::handIn);
        faults.rethrow();
    }

    private void attempt(Faults faults, Work work) {
        try {
            if (!sure) {
                resume();
            }
            sure = false; // until the work is through, only the disk knows
            work.run();
            sure = true;
        } catch (IOException fault) {
            faults.add(fault);
        }
    }

    private void resume() throws IOException {
        progress = Progress.of(journal.read());
        acknowledging.resume();
        new Leftovers(steps).sweep(data);
        download.clearBelow(progress.end().next());
    }

    private void empty(Letterbox letterbox) throws IOException {
        boolean again = true;
        while (again) {
            again = false;
            for (byte[] note : letterbox.notes(progress.end().number())) {
                again |= takeIn(note, letterbox);
            }
        }
    }

    /** Whether it was the next one. */
    private boolean takeIn(byte[] note, Letterbox letterbox) throws IOException {
        Optional<Long> known = progress.numberOf(BundleNotes.sha256(note));
        if (known.isPresent()) {
            letterbox.done(known.get());
            return false;
        }
        Optional<Delivery> next = reception.next(note, progress, letterbox.name());
        if (next.isPresent()) {
            takeIn(next.get(), note, letterbox);
        }
        return next.isPresent();
    }

    private void takeIn(Delivery delivery, byte[] note, Letterbox letterbox) throws IOException {
        byte[] proof = letterbox.proof(delivery.number());
        Path zip = download.fetch(delivery, letterbox);
        add(judging.judge(delivery, new Shelf.Parcel(zip, proof, note, null), progress));
        acknowledging.write(progress, List.of());
        download.clear(delivery.number());
        letterbox.done(delivery.number());
    }

    private void handIn() throws IOException {
        try {
            while (progress.handedIn() < acknowledging.last()) {
                long number = progress.handedIn() + 1;
                letterboxes.getFirst().handIn(number, acknowledging.note(number));
                add(new HandedIn(number));
            }
        } catch (IOException closed) {
            otherwise();
            throw closed;
        }
    }

    /** The direct way is closed: the others get all that has not arrived; the same bytes may come twice. */
    private void otherwise() throws IOException {
        for (Letterbox other : letterboxes.subList(1, letterboxes.size())) {
            for (long number = progress.handedIn() + 1; number <= acknowledging.last(); number++) {
                other.handIn(number, acknowledging.note(number));
            }
        }
    }

    private void add(Step step) throws IOException {
        journal.add(step);
        progress.add(step);
    }

    Report report(@Nullable String error, @Nullable Instant at) {
        return new Report(
                court,
                progress.end().next(),
                progress.count(Verdict.RECEIVED),
                progress.count(Verdict.REJECTED),
                reception.gaps(progress),
                reception.refused(progress),
                acknowledging.last(),
                progress.handedIn(),
                error,
                at);
    }
}
