package court.platform.contract;

import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.contract.FilingEvent.RecusalDecided;
import court.platform.contract.FilingEvent.RecusalGround;
import court.platform.contract.FilingEvent.RecusalRequested;
import court.platform.contract.Lot.Candidate;
import court.platform.contract.Lot.PassedOver;
import court.platform.json.Secret;
import java.util.List;

/** The facts of who has a case. */
final class AssignmentSamples {

    private static final String RECUSAL = "77777777-7777-4777-8777-777777777771";

    private AssignmentSamples() {}

    static JudgeAssigned assigned(String court) {
        Lot lot = new Lot(
                "court-lot-1",
                "000102030405060708090a0b0c0d0e0f",
                List.of(new Candidate("songjiang-judge-1", 100, 3, 104857600)),
                List.of(new PassedOver("songjiang-judge-2", Lot.Why.RECUSED)));
        return new JudgeAssigned(court, "songjiang-judge-1", "松江执行法官一", lot, "songjiang-judge-2", "审判人员回避");
    }

    static RecusalRequested recusalRequested(String caseId) {
        return new RecusalRequested(
                RECUSAL, "songjiang-judge-2", RecusalGround.INTEREST, new Secret(caseId, "本人持有被执行人股份。"));
    }

    static RecusalDecided recusalDecided(String caseId) {
        return new RecusalDecided(RECUSAL, "songjiang-judge-2", true, new Secret(caseId, "情况属实，准予回避。"));
    }
}
