package court.ledger.log;

import court.platform.merkle.Hash;
import court.platform.merkle.Tree;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What anybody may ask of the log, without a name: what was signed, and proofs of it. */
@Component
class ProofDesk {

    private final Leaves leaves;
    private final Publication publication;

    ProofDesk(Leaves leaves, Publication publication) {
        this.leaves = leaves;
        this.publication = publication;
    }

    /**
     * Leads from one leaf to the root of a tree.
     *
     * @param path the nearest neighbour first (RFC 9162 §2.1.3.1); hashes in base64
     */
    record Inclusion(long index, long size, String leafHash, String rootHash, List<String> path) {}

    /** Shows that one tree begins with another; hashes in base64, in the order of RFC 9162 §2.1.4.1. */
    record Consistency(long from, long to, String fromRootHash, String toRootHash, List<String> path) {}

    Mono<String> checkpoint() {
        return publication.latest().map(Witnessed::note);
    }

    String key() {
        return publication.key().vkey();
    }

    Mono<Inclusion> inclusion(long index, long size) {
        return reached(size).flatMap(reached -> {
            if (index >= size) {
                throw ProofRefusal.INDEX_OUTSIDE_TREE.because(size);
            }
            return whole(size, it -> inclusion(it, index)).map(it -> inclusion(it, index));
        });
    }

    Mono<Consistency> consistency(long from, long to) {
        return reached(to).flatMap(reached -> {
            if (from < 1 || from > to) {
                throw ProofRefusal.FROM_OUTSIDE_TREE.because(to);
            }
            return whole(from, Tree::head)
                    .flatMap(older -> whole(to, it -> consistency(older, it, from))
                            .map(newer -> consistency(older, newer, from)));
        });
    }

    /** What was shown can be gone from the database: then nothing is given out rather than what proves nothing. */
    private Mono<Tree> whole(long size, Consumer<Tree> work) {
        return leaves.whole(size, work).onErrorMap(HistoryChanged.class, gone -> ProofRefusal.NOT_SHOWN.because());
    }

    private Mono<Long> reached(long size) {
        return publication.reached(size).map(largest -> {
            if (size > largest) {
                throw ProofRefusal.SIZE_NOT_REACHED.because(largest);
            }
            return largest;
        });
    }

    private static Inclusion inclusion(Tree tree, long index) {
        return new Inclusion(
                index,
                tree.head().size(),
                tree.leaf(index).base64(),
                tree.head().root().base64(),
                texts(tree.inclusion(index)));
    }

    private static Consistency consistency(Tree older, Tree newer, long from) {
        return new Consistency(
                from,
                newer.head().size(),
                older.head().root().base64(),
                newer.head().root().base64(),
                texts(newer.consistency(from)));
    }

    private static List<String> texts(List<Hash> path) {
        return path.stream().map(Hash::base64).toList();
    }
}
