package court.ledger.verify;

import court.ledger.log.Checkpoints.Signed;
import court.ledger.log.Leaves;
import court.ledger.log.Publication;
import court.ledger.verify.CaseLeaves.Gap;
import court.ledger.verify.CaseReport.Item;
import court.platform.merkle.Tree;
import court.platform.merkle.TreeHead;
import court.platform.security.Actor;
import court.platform.security.Membership;
import court.platform.security.Memberships;
import court.platform.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Verifies a case for one of its people: reads again, proves again, trusts nothing that is only written down. */
@Component
class CaseVerification {

    private final Memberships memberships;
    private final CaseLeaves cases;
    private final Leaves leaves;
    private final Publication publication;
    private final Rereading rereading;

    CaseVerification(
            Memberships memberships, CaseLeaves cases, Leaves leaves, Publication publication, Rereading rereading) {
        this.memberships = memberships;
        this.cases = cases;
        this.leaves = leaves;
        this.publication = publication;
        this.rereading = rereading;
    }

    /** Which part of a list is wanted: what comes after a leaf, and how many. */
    record Part(long after, int size) {}

    /** One page under work: what is stored, the tree it must lead to, and the head somebody kept. */
    private record Work(
            Membership reader,
            List<Entry> entries,
            Signed signed,
            Tree tree,
            @Nullable TreeHead kept) {

        @Nullable
        Comparison comparison() {
            return kept == null ? null : Comparison.of(kept, signed.head(), tree);
        }
    }

    Mono<Page<CaseLeaves.Listed>> list(Actor actor, UUID caseId, Part part) {
        return memberships
                .get(actor, caseId)
                .flatMap(reader -> cases.list(reader, part.after(), part.size() + 1))
                .map(rows -> Page.of(rows, part.size(), it -> Long.toString(it.index())));
    }

    Mono<CaseReport> verify(Actor actor, UUID caseId, Kept kept, Part part) {
        return memberships
                .get(actor, caseId)
                .flatMap(reader -> work(reader, kept, part))
                .flatMap(work -> findings(work, part)
                        .flatMap(items -> gaps(work.reader(), part)
                                .map(gaps ->
                                        CaseReport.of(caseId, work.signed().note(), work.comparison(), gaps, items))));
    }

    /** The checkpoint is read after the entries, so that it covers each of them. */
    private Mono<Work> work(Membership reader, Kept given, Part part) {
        return cases.entries(reader, part.after(), part.size() + 1)
                .flatMap(entries -> publication.signed().flatMap(signed -> prove(reader, entries, signed, given)));
    }

    private Mono<Work> prove(Membership reader, List<Entry> entries, Signed signed, Kept given) {
        TreeHead kept = given.isGiven() ? given.head(publication) : null;
        return leaves.tree(signed.head().size(), it -> readAll(it, entries, signed, kept))
                .map(tree -> new Work(reader, entries, signed, tree, kept));
    }

    private static void readAll(Tree tree, List<Entry> entries, Signed signed, @Nullable TreeHead kept) {
        entries.stream().filter(it -> it.index() < signed.head().size()).forEach(it -> {
            tree.leaf(it.index());
            tree.inclusion(it.index());
        });
        if (kept != null && Comparison.isProvable(kept, signed.head())) {
            tree.consistency(kept.size());
        }
    }

    private Mono<Page<Item>> findings(Work work, Part part) {
        Page<Entry> page = Page.of(work.entries(), part.size(), it -> Long.toString(it.index()));
        return Flux.fromIterable(page.items())
                .concatMap(it -> rereading
                        .of(
                                work.reader().caseId(),
                                it,
                                work.tree(),
                                work.signed().head())
                        .map(finding -> Item.of(it, finding)))
                .collectList()
                .map(items -> new Page<>(items, page.nextCursor()));
    }

    /** Holes in the sequences; told once, and to the court only: their numbers count what a party may not see. */
    private Mono<List<Gap>> gaps(Membership reader, Part part) {
        return reader.isCourt() && part.after() < 0 ? cases.gaps(reader.caseId()) : Mono.just(List.of());
    }
}
