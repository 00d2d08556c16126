package court.filing.assignment;

import court.filing.assignment.Assignment.Pick;
import court.filing.assignment.Courts.Court;
import court.filing.lot.Lots;
import court.platform.calendar.LegalCalendar;
import court.platform.contract.Lot.Why;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the judge a case is to go to: by lot among those of its court who may have it, or by name. */
@Component
class Picking {

    private final Courts courts;
    private final Lots lots;

    Picking(Courts courts, Lots lots) {
        this.courts = courts;
        this.lots = lots;
    }

    /** By lot; refuses when nobody may have the case. */
    Mono<Pick> draw(Matter matter, Map<String, Why> barred, Instant now) {
        Court court = court(matter);
        return lots.draw(new Lots.Case(matter.id(), court.code(), court.posts()), barred, LegalCalendar.dateOf(now))
                .map(drawn -> new Pick(court.find(drawn.judgeId()).orElseThrow(), drawn.lot()))
                .switchIfEmpty(Mono.error(AssignmentRefusal.NO_JUDGE_LEFT::because));
    }

    /** By name; refuses who is no enforcement judge of the case's court. */
    Pick named(Matter matter, String judgeId) {
        return court(matter)
                .find(judgeId)
                .map(judge -> new Pick(judge, null))
                .orElseThrow(AssignmentRefusal.NO_SUCH_JUDGE::because);
    }

    private Court court(Matter matter) {
        return courts.find(matter.court()).orElseThrow(AssignmentRefusal.NO_JUDGE_LEFT::because);
    }
}
