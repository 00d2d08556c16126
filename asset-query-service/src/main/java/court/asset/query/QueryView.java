package court.asset.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.asset.request.Progress;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A query with what has come so far; the rest follows.
 *
 * @param complete whether every institution has answered
 */
record QueryView(
        UUID queryId, String respondentId, boolean standing, Instant startedAt, boolean complete, List<Item> items) {

    /**
     * One institution's part.
     *
     * @param state OPEN, UNKNOWN (may have arrived; is being reconciled), PROCESSING, ANSWERED or WITHDRAWN
     * @param fault why its last answer was thrown away
     * @param assets empty with ANSWERED means that nothing was found, which is a result (rule RP5)
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String institution,
            String institutionName,
            UUID requestNumber,
            String state,
            @Nullable String fault,
            @Nullable Instant answeredAt,
            List<AssetView> assets) {}

    static QueryView of(AssetQueries.Row query, List<Item> items) {
        boolean complete = items.stream().allMatch(item -> item.state().equals("ANSWERED"));
        return new QueryView(query.id(), query.respondentId(), query.standing(), query.startedAt(), complete, items);
    }

    static Item item(Progress progress, String name, List<AssetView> all) {
        return new Item(
                progress.institution(),
                name,
                progress.requestNumber(),
                progress.state(),
                progress.fault(),
                progress.answeredAt(),
                all.stream()
                        .filter(it -> it.requestNumber().equals(progress.requestNumber()))
                        .toList());
    }
}
