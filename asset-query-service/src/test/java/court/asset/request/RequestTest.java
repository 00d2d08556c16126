package court.asset.request;

import static org.assertj.core.api.Assertions.assertThat;

import court.asset.institution.Asked;
import court.asset.institution.Fault;
import court.asset.institution.Outcome;
import court.asset.institution.Reply;
import court.asset.request.Request.State;
import court.platform.contract.AssetEvent.Officer;
import court.platform.json.Secret;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestTest {

    private static Request in(State state) {
        Asked asked = new Asked.Query(
                "n", "c", "court", new Officer("j", "w", "o"), new Asked.Subject("name", "ID_CARD", "310117"));
        return new Request(
                new UUID(0, 1),
                new UUID(0, 2),
                "bank",
                new UUID(0, 3),
                "r1",
                state,
                new Request.Content(asked, new Secret("r1", "body")));
    }

    @Test
    void whatMayHaveArrivedIsUnknownAndNeverTakenForFailed() {
        assertThat(in(State.OPEN).after(new Outcome.Silent(true))).isEqualTo(State.UNKNOWN);
        assertThat(in(State.UNKNOWN).after(new Outcome.Silent(true))).isEqualTo(State.UNKNOWN);
        assertThat(in(State.UNKNOWN).after(new Outcome.Silent(false))).isEqualTo(State.UNKNOWN);
        assertThat(in(State.PROCESSING).after(new Outcome.Silent(true))).isEqualTo(State.PROCESSING);
        assertThat(in(State.OPEN).after(new Outcome.Distrusted(Fault.SIGNATURE)))
                .isEqualTo(State.UNKNOWN);
    }

    @Test
    void onlyWhatSurelyNeverArrivedIsOpenAgain() {
        assertThat(in(State.OPEN).after(new Outcome.Silent(false))).isEqualTo(State.OPEN);
        assertThat(in(State.UNKNOWN).after(new Outcome.NeverArrived())).isEqualTo(State.OPEN);
    }

    @Test
    void anAnswerEndsIt() {
        assertThat(in(State.OPEN).after(new Outcome.Answered(new Reply.Found(List.of()))))
                .isEqualTo(State.ANSWERED);
        assertThat(in(State.OPEN).after(new Outcome.Processing())).isEqualTo(State.PROCESSING);
    }

    @Test
    void aRequestNeverPrintsWhomItIsAbout() {
        assertThat(in(State.OPEN).toString()).doesNotContain("310117").doesNotContain("body");
    }
}
