package court.filing.assignment;

import com.fasterxml.jackson.annotation.JsonInclude;
import court.filing.assignment.Assignment.Turn;
import court.filing.assignment.AssignmentRows.Stored;
import court.filing.lot.Draw;
import court.platform.contract.FilingEvent.RecusalGround;
import court.platform.contract.Lot;
import court.platform.web.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has a case and had it before, with every draw done again.
 *
 * @param recusals for the supervisor and the judge who asked; empty for others
 */
record AssignmentView(AssignmentSummary summary, List<TurnView> turns, List<RecusalView> recusals)
        implements Versioned {

    /**
     * One judge's time with the case.
     *
     * @param by staff id of who gave it to them
     * @param lot the draw; missing when the judge was named
     * @param repeats whether the recorded draw gives this judge when its sums are done again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TurnView(
            Instant at,
            String by,
            String judgeId,
            String judgeName,
            @Nullable String replaces,
            @Nullable String reason,
            @Nullable Lot lot,
            @Nullable Boolean repeats) {

        static TurnView of(UUID caseId, Turn turn) {
            var judge = turn.pick().judge();
            Lot lot = turn.pick().lot();
            return new TurnView(
                    turn.at(),
                    turn.by(),
                    judge.id(),
                    judge.name(),
                    turn.replaces(),
                    turn.reason(),
                    lot,
                    lot == null ? null : Draw.repeats(caseId, lot, judge.id()));
        }
    }

    /** A judge's wish to be taken off the case, and the answer to it once there is one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RecusalView(
            String id,
            String judgeId,
            RecusalGround ground,
            String statement,
            Instant at,
            @Nullable Boolean granted,
            @Nullable String reason,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt) {

        static RecusalView of(Recusal asked, Recusal.@Nullable Ruling ruling) {
            return new RecusalView(
                    asked.id(),
                    asked.judgeId(),
                    asked.ground(),
                    asked.statement().reveal(),
                    asked.at(),
                    ruling == null ? null : ruling.granted(),
                    ruling == null ? null : ruling.reason().reveal(),
                    ruling == null ? null : ruling.by(),
                    ruling == null ? null : ruling.at());
        }
    }

    @Override
    public long version() {
        return summary.version();
    }

    /** @param recusals those this reader may see */
    static AssignmentView of(Stored stored, List<RecusalView> recusals) {
        Assignment it = stored.assignment();
        UUID id = it.matter().id();
        return new AssignmentView(
                AssignmentSummary.of(stored),
                it.turns().stream().map(turn -> TurnView.of(id, turn)).toList(),
                recusals);
    }

    /** All recusals of a case, oldest first. */
    static List<RecusalView> recusals(Assignment it) {
        Stream<RecusalView> pending = it instanceof Assignment.Challenged challenged
                ? Stream.of(RecusalView.of(challenged.pending(), null))
                : Stream.empty();
        return Stream.concat(it.decided().stream().map(d -> RecusalView.of(d.asked(), d.ruling())), pending)
                .toList();
    }
}
