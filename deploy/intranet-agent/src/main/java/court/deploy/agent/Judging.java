package court.deploy.agent;

import court.deploy.agent.Inspection.Right;
import court.deploy.agent.Shelf.Parcel;
import court.deploy.agent.Step.Judged;
import court.platform.bundle.Acknowledgement.Answer;
import court.platform.bundle.Acknowledgement.Verdict;
import court.platform.bundle.BundleNotes;
import court.platform.bundle.Delivery;
import java.io.IOException;
import java.nio.file.Path;

/** Decides what becomes of a package and puts it where it belongs: into the archive, or among the refused. */
final class Judging {

    private final Path data;
    private final Trusted trusted;
    private final Shelf shelf;

    Judging(Path data, Trusted trusted, Shelf shelf) {
        this.data = data;
        this.trusted = trusted;
        this.shelf = shelf;
    }

    Judged judge(Delivery delivery, Parcel parcel, Progress progress) throws IOException {
        try {
            return receive(delivery, parcel, progress);
        } catch (Wrong wrong) {
            return reject(delivery, parcel, wrong);
        }
    }

    private Judged receive(Delivery delivery, Parcel parcel, Progress progress) throws IOException, Wrong {
        if (progress.has(delivery.packageId())) {
            throw new Wrong(delivery.payload().name(), "此封卷包此前已经接收");
        }
        Right right =
                new Inspection(delivery, trusted).check(parcel.zip(), parcel.proof(), progress.of(delivery.caseId()));
        Path ofCase = data.resolve("archive")
                .resolve(delivery.court())
                .resolve(right.year())
                .resolve(right.caseNumber());
        shelf.put(ofCase, right.taken().number() + "-" + delivery.packageId(), parcel);
        Answer answer = new Answer(
                delivery.number(), delivery.packageId(), Verdict.RECEIVED, null, BundleNotes.sha256(parcel.note()));
        return new Judged(answer, delivery.caseId(), right.taken());
    }

    private Judged reject(Delivery delivery, Parcel parcel, Wrong wrong) throws IOException {
        String reason = wrong.reason();
        shelf.put(data.resolve("rejected"), "%08d".formatted(delivery.number()), parcel.because(reason));
        Answer answer = new Answer(
                delivery.number(), delivery.packageId(), Verdict.REJECTED, reason, BundleNotes.sha256(parcel.note()));
        return new Judged(answer, delivery.caseId(), null);
    }
}
