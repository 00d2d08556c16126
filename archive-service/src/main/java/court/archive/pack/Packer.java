package court.archive.pack;

import court.archive.dossier.Entry;
import court.archive.peer.Peers;
import court.archive.render.Rendered;
import court.archive.render.VolumeRenderer;
import court.platform.bag.Bag;
import court.platform.bag.BagCheck;
import court.platform.bag.BagFlaw;
import court.platform.bag.BagWriter;
import court.platform.bag.ProofCheck;
import court.platform.files.FileSteps;
import court.platform.note.NoteKey;
import court.platform.note.NoteSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Makes a package in a folder of its own, checks all of it, and only then gives it its name. Blocks. */
@Component
public class Packer {

    private static final String ZIP = "package.zip";

    private final ActReader reader;
    private final Originals originals;
    private final VolumeRenderer renderer;
    private final CourtNames courts;
    private final FileSteps steps;

    Packer(ActReader reader, Originals originals, VolumeRenderer renderer, CourtNames courts, FileSteps steps) {
        this.reader = reader;
        this.originals = originals;
        this.renderer = renderer;
        this.courts = courts;
        this.steps = steps;
    }

    /**
     * What a package is made of besides the files.
     *
     * @param entries of the case, at least those up to the cut, in the order of the dossier
     * @param proofs of the case under one checkpoint
     */
    public record Material(List<Entry> entries, Peers.Proofs proofs, NoteKey ledger) {}

    /** @param folder empty, for this package alone; its owner takes it away */
    public Packed pack(Order order, Material material, NoteSigner signer, Path folder) throws IOException {
        List<Act> whole = material.entries().stream()
                .filter(it -> order.reaches(it.source(), it.sequence()))
                .map(it -> reader.read(order.caseId(), intact(it)))
                .toList();
        List<Act> acts = whole.stream()
                .filter(it -> order.takes(it.entry().source(), it.entry().sequence()))
                .toList();
        Names names = new Names(whole);
        Path volume = folder.resolve("main.pdf");
        Rendered rendered = renderer.render(
                new VolumeText(order, names, originals, renderer::printable).of(whole, acts, courts.of(names.court())),
                volume);
        String name = names.ascii(order.caseId().toString()) + "-" + order.number();
        Path begun = folder.resolve("begun.zip");
        String seal;
        try (BagWriter bag = new BagWriter(begun, name, steps)) {
            new PackageContent(order, names, acts, originals).write(bag, material, volume);
            seal = bag.seal(order.packageId().toString(), info(order, names), signer);
        }
        check(begun, signer.key(), material.ledger());
        Path zip = folder.resolve(ZIP);
        steps.rename(begun, zip);
        return new Packed(zip, volume, name + ".zip", names.caseNumber(), names.court(), rendered.pages(), seal);
    }

    private static Entry intact(Entry entry) {
        if (!entry.isIntact()) {
            throw PackRefusal.ENTRY_DAMAGED.because(entry.factId());
        }
        return entry;
    }

    /** RFC 8493 §2.2.2. */
    private static Map<String, String> info(Order order, Names names) {
        Map<String, String> info = new LinkedHashMap<>();
        info.put("Source-Organization", names.court());
        info.put("External-Description", names.caseNumber() + (order.number() == 0 ? " 卷宗" : " 补充卷" + order.number()));
        info.put("Bagging-Date", Words.day(order.sealedAt()).toString());
        return info;
    }

    /** What leaves here was read again from the disk, byte for byte, the way its receiver will. */
    private static void check(Path zip, NoteKey seal, NoteKey ledger) throws IOException {
        try (Bag bag = Bag.open(zip)) {
            List<BagFlaw> flaws = new ArrayList<>(BagCheck.check(bag, seal).flaws());
            flaws.addAll(ProofCheck.check(bag, ledger));
            if (!flaws.isEmpty()) {
                Files.delete(zip);
                throw PackRefusal.CHECK_FAILED.because(flaws.getFirst());
            }
        }
    }
}
