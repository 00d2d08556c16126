package court.archive.seal;

import court.archive.peer.Peers;
import court.platform.note.NoteKey;
import court.platform.note.TlogProof;
import court.platform.outbox.WriteUnit;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Fetches each package's own proof once the ledger has it: it lies beside the package, because it cannot lie in it. */
@Component
class PackageProofs {

    private final Packages packages;
    private final Peers peers;
    private final WriteUnit unit;

    PackageProofs(Packages packages, Peers peers, WriteUnit unit) {
        this.packages = packages;
        this.peers = peers;
        this.unit = unit;
    }

    Mono<Void> fetch() {
        return packages.unproven()
                .collectList()
                .flatMap(all -> all.isEmpty()
                        ? Mono.empty()
                        : peers.ledgerKey()
                                .map(NoteKey::parse)
                                .flatMapIterable(key -> all.stream()
                                        .map(it -> new Wanted(it, key))
                                        .toList())
                                .concatMap(this::fetch)
                                .then());
    }

    private record Wanted(SealedPackage about, NoteKey ledger) {}

    private Mono<Void> fetch(Wanted wanted) {
        return peers.fileProof(wanted.about().sha256())
                .doOnNext(proof -> TlogProof.parse(proof.getBytes(StandardCharsets.UTF_8))
                        .requireProves(wanted.about().digests(), wanted.ledger()))
                .flatMap(proof -> unit.run(() -> packages.prove(wanted.about().packageId(), proof)));
    }
}
