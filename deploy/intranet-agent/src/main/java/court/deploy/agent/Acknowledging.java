package court.deploy.agent;

import court.platform.bundle.Acknowledgement;
import court.platform.bundle.Acknowledgement.Answer;
import court.platform.bundle.Acknowledgement.Gap;
import court.platform.bundle.BundleFiles;
import court.platform.bundle.BundleNotes;
import court.platform.bundle.ChainEnd;
import court.platform.files.DurableFiles;
import court.platform.files.FileSteps;
import court.platform.note.NoteRejected;
import court.platform.note.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * Writes acknowledgements, one per bundle, in their own numbered chain. Each is made once: the file is the original, and
 * what is handed in again is the same bytes.
 */
final class Acknowledging {

    private final Path folder;
    private final String court;
    private final NoteSigner signer;
    private final FileSteps steps;
    private final Clock clock;
    private ChainEnd end = ChainEnd.START;
    private long answered;
    private List<Gap> told = List.of();

    Acknowledging(Path folder, String court, NoteSigner signer, FileSteps steps, Clock clock) {
        this.folder = folder;
        this.court = court;
        this.signer = signer;
        this.steps = steps;
        this.clock = clock;
    }

    /** Takes up the chain where it was left. */
    void resume() throws IOException {
        steps.createFolders(folder);
        new Leftovers(steps).sweep(folder);
        end = ChainEnd.START;
        answered = 0;
        for (Path file = file(1); Files.exists(file); file = file(end.next())) {
            take(file);
        }
    }

    private void take(Path file) throws IOException {
        byte[] note = Files.readAllBytes(file);
        try {
            Acknowledgement earlier = BundleNotes.acknowledgement(note, List.of(signer.key()));
            if (!end.isFollowedBy(earlier)) {
                throw new IOException(file + " does not continue the chain; restore the folder from a backup");
            }
            remember(earlier, note);
        } catch (NoteRejected damaged) {
            throw new IOException(file + " is damaged or of another key: " + damaged.getMessage(), damaged);
        }
    }

    private void remember(Acknowledgement written, byte[] note) {
        end = ChainEnd.after(written, note);
        told = written.gaps();
        written.bundles().forEach(it -> answered = Math.max(answered, it.number()));
    }

    /** Writes what is still to be said. */
    void write(Progress progress, List<Gap> gaps) throws IOException {
        for (Answer answer : progress.answersAfter(answered)) {
            write(List.of(answer), gaps);
        }
        if (!gaps.isEmpty() && !gaps.equals(told)) {
            write(List.of(), gaps);
        }
    }

    private void write(List<Answer> answers, List<Gap> gaps) throws IOException {
        Acknowledgement next = new Acknowledgement(end.next(), end.sha256(), court, clock.instant(), answers, gaps);
        byte[] note = BundleNotes.write(next, signer);
        if (!new DurableFiles(steps).createOnce(file(next.number()), note)) {
            throw new IOException(file(next.number()) + " appeared by itself: is another agent running here?");
        }
        remember(next, note);
    }

    /** The last one written. */
    long last() {
        return end.number();
    }

    byte[] note(long number) throws IOException {
        return Files.readAllBytes(file(number));
    }

    private Path file(long number) {
        return folder.resolve(BundleFiles.acknowledgement(number));
    }
}
