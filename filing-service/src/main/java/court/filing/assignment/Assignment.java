package court.filing.assignment;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import court.filing.assignment.Courts.Judge;
import court.filing.assignment.Recusal.Decided;
import court.filing.assignment.Recusal.Ruling;
import court.platform.contract.Change;
import court.platform.contract.Fact;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.Lot;
import court.platform.contract.Lot.Why;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who has a case 分案, from its acceptance on.
 *
 * <pre>
 *   begin ──▶ Held ──hand──▶ Held
 *              │  ▲
 *   askRecusal ▼  │ refuse, grant
 *            Challenged
 * </pre>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "state")
sealed interface Assignment {

    /**
     * One judge's time with the case.
     *
     * @param by staff id of who gave it to them: the filing judge, then the supervisor
     * @param lot null when they were named
     */
    record Turn(
            Instant at,
            String by,
            Pick pick,
            @Nullable String replaces,
            @Nullable String reason) {}

    /** The judge who is to have the case, drawn or named. */
    record Pick(Judge judge, @Nullable Lot lot) {}

    /** A change of hands as the supervisor orders it; the reason is told to the parties. */
    record Order(String by, String reason, Instant at) {}

    Matter matter();

    /** Oldest first; never empty. */
    List<Turn> turns();

    List<Decided> decided();

    default Judge judge() {
        return turns().getLast().pick().judge();
    }

    /** The first judge of a case, when it is accepted. */
    static Change<Assignment> begin(Matter matter, Pick pick, Instant now) {
        Turn turn = new Turn(now, matter.acceptedBy(), pick, null, null);
        return Change.of(new Held(matter, List.of(turn), List.of()), told(matter, turn));
    }

    private static Fact told(Matter matter, Turn turn) {
        Judge judge = turn.pick().judge();
        return Fact.to(
                matter.applicants(),
                new JudgeAssigned(
                        matter.court(), judge.id(), judge.name(), turn.pick().lot(), turn.replaces(), turn.reason()));
    }

    /** Who may not have a case whatever their load, and why: who was recused, and who accepted it. */
    static Map<String, Why> barred(Matter matter, List<Decided> decided) {
        Map<String, Why> barred = new HashMap<>();
        if (!matter.acceptedBy().isEmpty()) {
            barred.put(matter.acceptedBy(), Why.CONFLICT);
        }
        decided.stream()
                .filter(Decided::granted)
                .forEach(it -> barred.put(it.asked().judgeId(), Why.RECUSED));
        return barred;
    }

    /** Refuses who would decide in a case of their own (rule RS15). */
    default void mustNotConcern(String staffId) {
        if (judge().id().equals(staffId)) {
            throw AssignmentRefusal.OWN_CASE.because();
        }
    }

    /** In one judge's hands. */
    record Held(Matter matter, List<Turn> turns, List<Decided> decided) implements Assignment {

        /** The supervisor gives the case to another judge 重新分案. */
        Change<Assignment> hand(Pick pick, Order order) {
            mustNotConcern(order.by());
            Judge next = pick.judge();
            if (next.id().equals(judge().id())) {
                throw AssignmentRefusal.SAME_JUDGE.because(next.name());
            }
            if (next.id().equals(order.by())) {
                throw AssignmentRefusal.OWN_CASE.because();
            }
            if (barred(matter, decided).containsKey(next.id())) {
                throw AssignmentRefusal.JUDGE_BARRED.because(next.name());
            }
            Turn turn = new Turn(order.at(), order.by(), pick, judge().id(), order.reason());
            List<Turn> all = Stream.concat(turns.stream(), Stream.of(turn)).toList();
            return Change.of(new Held(matter, all, decided), told(matter, turn));
        }

        /** The judge asks to be taken off the case 自行回避. */
        Change<Assignment> askRecusal(Recusal recusal, String by) {
            if (!judge().id().equals(by)) {
                throw AssignmentRefusal.NOT_YOUR_CASE.because();
            }
            return Change.of(new Challenged(matter, turns, decided, recusal), Fact.courtOnly(recusal.told()));
        }
    }

    /** The judge has asked to be taken off it and waits for the decision. */
    record Challenged(Matter matter, List<Turn> turns, List<Decided> decided, Recusal pending) implements Assignment {

        private static final String RECUSED = "审判人员回避";

        /** Not found to be a ground: the judge keeps the case. */
        Change<Assignment> refuse(Ruling ruling) {
            mustNotConcern(ruling.by());
            return Change.of(settled(ruling), Fact.courtOnly(ruling.told(pending)));
        }

        /** What the draw of a successor rests on once the recusal is granted. */
        Held settled(Ruling ruling) {
            Stream<Decided> all = Stream.concat(decided.stream(), Stream.of(new Decided(pending, ruling)));
            return new Held(matter, turns, all.toList());
        }

        /** Found to be one: another judge has the case from now on. */
        Change<Assignment> grant(Ruling ruling, Pick successor) {
            mustNotConcern(ruling.by());
            Order order = new Order(ruling.by(), RECUSED, ruling.at());
            Change<Assignment> handed = settled(ruling).hand(successor, order);
            Stream<Fact> facts =
                    Stream.concat(Stream.of(Fact.courtOnly(ruling.told(pending))), handed.facts().stream());
            return new Change<>(handed.next(), facts.toList());
        }
    }
}
