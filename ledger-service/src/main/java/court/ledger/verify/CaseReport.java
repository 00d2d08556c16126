package court.ledger.verify;

import court.ledger.log.Presumption;
import court.ledger.verify.CaseLeaves.Gap;
import court.platform.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found, one page of items at a time.
 *
 * @param result DAMAGED when any item of the page is damaged or missing, or the history is not the one that was kept
 * @param checkpoint the signed note against which everything was proved
 * @param comparison with the checkpoint that the reader kept; absent when none was given
 * @param statement what the law presumes (rule RE1)
 */
record CaseReport(
        UUID caseId,
        Outcome result,
        String summary,
        String statement,
        String checkpoint,
        @Nullable Comparison comparison,
        List<Item> items,
        @Nullable String nextCursor) {

    /**
     * One item of the report.
     *
     * @param index place in the tree; absent for what is missing altogether
     * @param anchoredAt absent as long as it is not anchored outside
     */
    record Item(
            @Nullable Long index,
            String kind,
            String id,
            Outcome result,
            @Nullable Place where,
            @Nullable String detail,
            @Nullable Instant receivedAt,
            @Nullable Instant enteredAt,
            @Nullable Instant anchoredAt) {

        static Item of(Entry entry, Finding finding) {
            return new Item(
                    entry.index(),
                    entry.stated().kind(),
                    entry.stated().id(),
                    finding.outcome(),
                    finding.where(),
                    finding.detail(),
                    entry.receivedAt(),
                    entry.enteredAt(),
                    null);
        }

        static Item of(Gap gap) {
            Finding finding = Finding.missing(Place.SEQUENCE, "第 %d 至 %d 号不在账本中".formatted(gap.first(), gap.last()));
            String id = gap.source() + "#" + gap.first() + "-" + gap.last();
            return new Item(null, "GAP", id, finding.outcome(), finding.where(), finding.detail(), null, null, null);
        }
    }

    static CaseReport of(
            UUID caseId, String checkpoint, @Nullable Comparison comparison, List<Gap> gaps, Page<Item> page) {
        List<Item> items = Stream.concat(gaps.stream().map(Item::of), page.items().stream())
                .toList();
        boolean rewritten = comparison != null && !comparison.consistent();
        boolean trouble = rewritten || items.stream().anyMatch(it -> it.result().isTrouble());
        return new CaseReport(
                caseId,
                trouble ? Outcome.DAMAGED : Outcome.INTACT,
                summary(items, comparison, page.nextCursor() != null),
                Presumption.STATEMENT,
                checkpoint,
                comparison,
                items,
                page.nextCursor());
    }

    private static String summary(List<Item> items, @Nullable Comparison comparison, boolean more) {
        return "本页核验 %d 项：完好 %d，损坏 %d，缺失 %d，依法删除 %d。"
                        .formatted(
                                items.size(),
                                count(items, Outcome.INTACT),
                                count(items, Outcome.DAMAGED),
                                count(items, Outcome.MISSING),
                                count(items, Outcome.DELETED))
                + (comparison == null ? "" : comparison.detail())
                + (more ? "后面还有，请继续翻页。" : "");
    }

    private static long count(List<Item> items, Outcome outcome) {
        return items.stream().filter(it -> it.result() == outcome).count();
    }
}
