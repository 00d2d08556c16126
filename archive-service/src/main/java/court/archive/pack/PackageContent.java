package court.archive.pack;

import court.archive.peer.Peers.Proof;
import court.platform.bag.BagWriter;
import court.platform.contract.FileRef;
import court.platform.model.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The payload of a package, always in the same order: facts, files, volume, proofs, description. */
final class PackageContent {

    private final Order order;
    private final Names names;
    private final List<Act> acts;
    private final Originals originals;
    private final PackedFiles files;

    PackageContent(Order order, Names names, List<Act> acts, Originals originals) {
        this.order = order;
        this.names = names;
        this.acts = acts;
        this.originals = originals;
        this.files =
                new PackedFiles(acts.stream().flatMap(it -> it.files().stream()).toList());
    }

    void write(BagWriter bag, Packer.Material material, Path volume) throws IOException {
        for (Act act : acts) {
            bag.add(act.path(), out -> out.write(act.entry().body()));
        }
        for (FileRef file : files.all().values()) {
            original(bag, file);
        }
        bag.add("volume/main.pdf", out -> Files.copy(volume, out));
        proofs(bag, material);
        text(bag, "package.json", PackageText.of(order, names, acts, files));
    }

    private void original(BagWriter bag, FileRef file) throws IOException {
        Digests written = bag.add(files.path(file), out -> originals.copy(order.caseId(), file, out));
        if (!written.equals(file.digests())) {
            throw PackRefusal.FILE_DAMAGED.because(file.id());
        }
    }

    private void proofs(BagWriter bag, Packer.Material material) throws IOException {
        Map<String, String> ofFacts = byDigest(material.proofs().facts());
        Map<String, String> ofFiles = byDigest(material.proofs().files());
        for (Act act : acts) {
            String id = act.entry().factId().toString();
            text(
                    bag,
                    "proofs/facts/" + id + ".tlog-proof",
                    proof(ofFacts, id + act.entry().sha256(), id));
        }
        for (Map.Entry<String, FileRef> file : files.all().entrySet()) {
            String id = file.getKey();
            text(
                    bag,
                    "proofs/files/" + id + ".tlog-proof",
                    proof(ofFiles, file.getValue().sha256(), id));
        }
        text(bag, "proofs/checkpoint", material.proofs().checkpoint());
    }

    /** One id may have come to the ledger with two contents: the digest tells which is meant. */
    private static Map<String, String> byDigest(List<Proof> proofs) {
        Map<String, String> all = new HashMap<>();
        proofs.forEach(it -> all.put((it.factId() == null ? "" : it.factId().toString()) + it.sha256(), it.proof()));
        return all;
    }

    private static String proof(Map<String, String> proofs, String key, String id) {
        String proof = proofs.get(key);
        if (proof == null) {
            throw PackRefusal.PROOF_MISSING.because(id);
        }
        return proof;
    }

    private static void text(BagWriter bag, String path, String text) throws IOException {
        bag.add(path, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
}
