package court.archive.seal;

import court.archive.dossier.Entries;
import court.archive.dossier.Entry;
import court.archive.pack.Order;
import court.archive.pack.Packed;
import court.archive.pack.Packer;
import court.archive.peer.Peers;
import court.archive.seal.Sealing.Packing;
import court.platform.contract.DossierEvent.Cut;
import court.platform.note.NoteKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gathers what a package needs and has it made. One that was made and checked before a crash is taken up as it is: a
 * second try must not seal other bytes under the same id.
 */
@Component
class PackageMaker {

    private static final String DONE = "packed.json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Packer packer;
    private final Entries entries;
    private final Peers peers;
    private final SealKey key;
    private final WorkFolders folders;

    PackageMaker(Packer packer, Entries entries, Peers peers, SealKey key, WorkFolders folders) {
        this.packer = packer;
        this.entries = entries;
        this.peers = peers;
        this.key = key;
        this.folders = folders;
    }

    /** @param after how far the package before it reaches */
    Packed make(Packing packing, List<Cut> after) throws IOException {
        Path done = folders.of(packing.packageId()).resolve(DONE);
        if (Files.exists(done)) {
            return JSON.readValue(Files.readString(done), Packed.class);
        }
        Order order = new Order(
                packing.packageId(),
                packing.caseId(),
                packing.number(),
                after,
                packing.cut(),
                views(packing.caseId()),
                packing.sealedAt());
        Packed packed =
                packer.pack(order, material(packing.caseId()), key.signer(), folders.fresh(packing.packageId()));
        Path begun = Files.writeString(done.resolveSibling("begun.json"), JSON.writeValueAsString(packed));
        Files.move(begun, done);
        return packed;
    }

    void cleanUp(UUID packageId) throws IOException {
        folders.remove(packageId);
    }

    private List<Cut> views(UUID caseId) {
        return Objects.requireNonNull(entries.views(caseId)
                .map(it -> new Cut(it.source(), it.sequence()))
                .collectList()
                .block());
    }

    private Packer.Material material(UUID caseId) {
        List<Entry> all = Objects.requireNonNull(entries.all(caseId)
                .sort(Comparator.comparing(Entry::time)
                        .thenComparing(Entry::source)
                        .thenComparing(Entry::sequence))
                .collectList()
                .block());
        NoteKey ledger = NoteKey.parse(Objects.requireNonNull(peers.ledgerKey().block()));
        return new Packer.Material(
                all, Objects.requireNonNull(peers.proofs(caseId).block()), ledger);
    }
}
