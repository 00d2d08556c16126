package court.filing.assignment;

import court.platform.contract.FilingEvent.RecusalDecided;
import court.platform.contract.FilingEvent.RecusalGround;
import court.platform.contract.FilingEvent.RecusalRequested;
import court.platform.json.Secret;
import java.time.Instant;

/** A judge's wish to be taken off a case 回避申请 (Civil Procedure Law art. 47). */
record Recusal(String id, String judgeId, RecusalGround ground, Secret statement, Instant at) {

    RecusalRequested told() {
        return new RecusalRequested(id, judgeId, ground, statement);
    }

    /** What the supervisor decides on it 回避决定. */
    record Ruling(String by, boolean granted, Secret reason, Instant at) {

        RecusalDecided told(Recusal asked) {
            return new RecusalDecided(asked.id(), asked.judgeId(), granted, reason);
        }
    }

    /** A wish with its answer. */
    record Decided(Recusal asked, Ruling ruling) {

        boolean granted() {
            return ruling.granted();
        }
    }
}
