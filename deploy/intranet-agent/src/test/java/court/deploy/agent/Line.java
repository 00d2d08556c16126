package court.deploy.agent;

import court.deploy.agent.Sender.Sent;
import court.platform.bundle.Acknowledgement;
import court.platform.bundle.BundleNotes;
import court.platform.bundle.ChainEnd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A line to the other side in memory. It takes acknowledgements as the archive does: in order, the same ones again. */
final class Line implements Letterbox {

    final List<byte[]> notes = new ArrayList<>();
    final Map<Long, Sent> files = new TreeMap<>();
    final Map<Long, byte[]> taken = new TreeMap<>();
    private final Sender sender;
    private Fuse fuse = Fuse.never();
    private ChainEnd end = ChainEnd.START;

    Line(Sender sender) {
        this.sender = sender;
    }

    Line with(Fuse other) {
        fuse = other;
        return this;
    }

    Line lay(Sent... all) {
        for (Sent one : all) {
            notes.add(one.note());
            files.put(one.number(), one);
        }
        return this;
    }

    /** The answers in all acknowledgements taken, in order. */
    List<Acknowledgement> acknowledgements() {
        return taken.values().stream()
                .map(it -> BundleNotes.acknowledgement(it, List.of(sender.agentKey())))
                .toList();
    }

    List<String> answers() {
        return acknowledgements().stream()
                .flatMap(it -> it.bundles().stream())
                .map(it -> it.number() + " " + it.verdict() + " " + it.packageId() + " " + it.noteSha256())
                .toList();
    }

    @Override
    public String name() {
        return "line";
    }

    @Override
    public List<byte[]> notes(long after) throws IOException {
        cut();
        return List.copyOf(notes);
    }

    @Override
    public Content content(long number, long from, String sha256) throws IOException {
        cut();
        byte[] all = of(number).content();
        return new Content(from, new ByteArrayInputStream(all, (int) from, all.length - (int) from));
    }

    @Override
    public byte[] proof(long number) throws IOException {
        cut();
        return of(number).proof();
    }

    private Sent of(long number) throws IOException {
        Sent sent = files.get(number);
        if (sent == null) {
            throw new IOException("no bundle " + number);
        }
        return sent;
    }

    /** Cut before it arrives, or before the answer does. */
    @Override
    public void handIn(long number, byte[] acknowledgement) throws IOException {
        fuse.check();
        if (fuse.blowsNow()) {
            if (fuse.steps() % 2 == 0) {
                take(number, acknowledgement);
            }
            fuse.check();
        }
        take(number, acknowledgement);
    }

    private void take(long number, byte[] note) throws IOException {
        if (taken.containsKey(number)) {
            if (!Arrays.equals(taken.get(number), note)) {
                throw new Refused("another acknowledgement under number " + number);
            }
            return;
        }
        Acknowledgement text = BundleNotes.acknowledgement(note, List.of(sender.agentKey()));
        if (!end.isFollowedBy(text) || text.number() != number) {
            throw new Refused("does not continue: " + number);
        }
        end = ChainEnd.after(text, note);
        taken.put(number, note);
    }

    @Override
    public void done(long number) throws IOException {
        cut();
    }

    private void cut() throws IOException {
        fuse.check();
        fuse.blowsNow();
        fuse.check();
    }
}
