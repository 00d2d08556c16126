package court.ledger.verify;

import court.platform.blob.BlobStore;
import court.platform.blob.Reread;
import court.platform.merkle.Tree;
import court.platform.merkle.TreeHead;
import court.platform.model.Digests;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Reads one item's stored bytes again, from the beginning to the end, and holds them against its proved leaf. */
@Component
class Rereading {

    private final BlobStore blobs;
    private final CaseLeaves cases;
    private final Scheduler blocking;

    Rereading(BlobStore blobs, CaseLeaves cases, Scheduler blocking) {
        this.blobs = blobs;
        this.cases = cases;
        this.blocking = blocking;
    }

    Mono<Finding> of(UUID caseId, Entry entry, Tree tree, TreeHead signed) {
        return Mono.justOrEmpty(entry.troubleInTheTree(tree, signed))
                .switchIfEmpty(Mono.defer(() -> bytes(caseId, entry)))
                .map(it -> it.equals(Finding.INTACT) ? entry.troubleOnArrival().orElse(it) : it);
    }

    private Mono<Finding> bytes(UUID caseId, Entry entry) {
        Digests proved = Objects.requireNonNull(entry.leaf()).digests();
        ByteBuffer body = entry.body();
        return body == null
                ? blobs.reread(caseId, proved).map(Rereading::file)
                : Mono.fromCallable(() -> new FactBody(body))
                        .subscribeOn(blocking)
                        .flatMap(it -> fact(caseId, entry.stated(), it, proved));
    }

    private Mono<Finding> fact(UUID caseId, Stated stated, FactBody body, Digests proved) {
        if (!body.digests().equals(proved)) {
            return Mono.just(Finding.damaged(Place.FACT, "存储的内容与记入时不同"));
        }
        return body.stated().equals(stated)
                ? entered(caseId, body.files())
                : Mono.just(Finding.damaged(Place.LISTING, "登记的案件、序号、类别或可见范围与事实原文不同"));
    }

    private static Finding file(Reread reread) {
        return switch (reread.state()) {
            case INTACT -> Finding.INTACT;
            case DAMAGED -> Finding.damaged(Place.FILE, reread.where());
            case MISSING -> Finding.missing(Place.FILE, reread.where());
            case DELETED -> new Finding(Outcome.DELETED, Place.FILE, "依法删除，账本中的指纹保留");
        };
    }

    /** A fact that carries a file proves that the file's own entry must be there. */
    private Mono<Finding> entered(UUID caseId, Set<String> files) {
        return files.isEmpty()
                ? Mono.just(Finding.INTACT)
                : cases.entered(caseId, files)
                        .map(known -> files.stream()
                                .filter(it -> !known.contains(it))
                                .sorted()
                                .collect(Collectors.joining(", ")))
                        .map(absent -> absent.isEmpty()
                                ? Finding.INTACT
                                : Finding.missing(Place.FILE_ENTRY, "所附文件未记入账本 " + absent));
    }
}
