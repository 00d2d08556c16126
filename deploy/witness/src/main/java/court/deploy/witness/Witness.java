package court.deploy.witness;

import court.platform.merkle.Proofs;
import court.platform.merkle.TreeHead;
import court.platform.note.Checkpoint;
import court.platform.note.CosigningRequest;
import court.platform.note.NoteKey;
import court.platform.note.NoteRejected;
import court.platform.note.NoteSigner;
import court.platform.note.Restoration;
import court.platform.note.SignedNote;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Decides what is cosigned. Each answer has the status that c2sp.org/tlog-witness gives it. */
final class Witness {

    private final Logs logs;
    private final Memory memory;
    private final NoteSigner signer;

    Witness(Logs logs, Memory memory, NoteSigner signer) {
        this.logs = logs;
        this.memory = memory;
        this.signer = signer;
    }

    /** @param type of the body */
    record Answer(int status, String type, String body) {

        private static final String TEXT = "text/plain; charset=utf-8";

        static Answer of(int status, String why) {
            return new Answer(status, TEXT, why + "\n");
        }

        static Answer size(TreeHead last) {
            return new Answer(409, "text/x.tlog.size", last.size() + "\n");
        }
    }

    /** Asked to cosign a tree. One at a time: what was seen last is compared and written in one step. */
    synchronized Answer add(byte[] body) throws IOException {
        CosigningRequest request;
        SignedNote note;
        try {
            request = CosigningRequest.parse(body);
            note = SignedNote.parse(request.checkpoint().getBytes(StandardCharsets.UTF_8));
        } catch (NoteRejected unreadable) {
            return Answer.of(400, String.valueOf(unreadable.getMessage()));
        }
        List<NoteKey> keys = logs.of(request.checkpoint().lines().findFirst().orElse(""));
        if (keys.isEmpty()) {
            return Answer.of(404, "a log that is not watched here");
        }
        String text;
        try {
            text = note.open(keys);
        } catch (NoteRejected unsigned) {
            return Answer.of(403, String.valueOf(unsigned.getMessage()));
        }
        try {
            return judge(request, Checkpoint.parse(text), text);
        } catch (NoteRejected noCheckpoint) {
            return Answer.of(400, String.valueOf(noCheckpoint.getMessage()));
        }
    }

    /**
     * Told that a log was restored from a backup. Taken note of when the log has everything again that was seen of it; if not,
     * the size that was seen is the answer, and it is for whoever runs the witness to accept what is lost.
     */
    synchronized Answer restored(byte[] body) throws IOException {
        try {
            Signed restored = opened(body);
            TreeHead last = memory.last(restored.statement().origin());
            TreeHead to = restored.statement().to();
            if (to.size() < last.size() || (to.size() == last.size() && !to.equals(last))) {
                return Answer.size(last);
            }
            memory.note(restored.statement().origin(), restored.text());
            return Answer.of(200, "noted");
        } catch (NoteRejected unsigned) {
            return Answer.of(403, String.valueOf(unsigned.getMessage()));
        }
    }

    /**
     * What was seen and is lost is given up, on record: the log goes on from the tree it says it has. For whoever runs the
     * witness, after asking who runs the log.
     */
    synchronized TreeHead accept(byte[] body) throws IOException {
        Signed restored = opened(body);
        String origin = restored.statement().origin();
        TreeHead to = restored.statement().to();
        memory.note(origin, "accepted, last seen " + memory.last(origin).size() + "\n" + restored.text());
        String text = new Checkpoint(origin, to).text();
        memory.remember(origin, text + "\n" + signer.line(text));
        return to;
    }

    private record Signed(Restoration statement, String text) {}

    private Signed opened(byte[] body) {
        SignedNote note = SignedNote.parse(body);
        String origin = new String(body, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
        return new Signed(Restoration.parse(note.open(logs.of(origin))), note.encoded());
    }

    private Answer judge(CosigningRequest request, Checkpoint checkpoint, String text) throws IOException {
        TreeHead fresh = checkpoint.head();
        if (request.old() > fresh.size()) {
            return Answer.of(400, "older than the tree it claims to begin with");
        }
        TreeHead last = memory.last(checkpoint.origin());
        if (request.old() != last.size() || (last.size() == fresh.size() && !last.equals(fresh))) {
            return Answer.size(last);
        }
        if (!grows(last, fresh, request)) {
            return Answer.of(422, "does not begin with the tree that was seen last");
        }
        String line = signer.line(text);
        memory.remember(checkpoint.origin(), text + "\n" + line);
        return new Answer(200, Answer.TEXT, line);
    }

    private static boolean grows(TreeHead last, TreeHead fresh, CosigningRequest request) {
        return last.size() == 0 ? request.proof().isEmpty() : Proofs.consistent(last, fresh, request.proof());
    }
}
