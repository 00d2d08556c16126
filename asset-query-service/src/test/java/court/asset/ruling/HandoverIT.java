package court.asset.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.asset.Courthouse;
import court.asset.Courthouse.OpenCase;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.support.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandoverIT {

    private static final List<String> PATHS = List.of("/rulings", "/queries", "/assets", "/freezes");

    @Test
    @DisplayName("F10: within 5 s of the change the former judge sees no property, and the next sees all of it")
    void theFormerJudgeIsOutAndTheNextSeesAll() {
        OpenCase open = Courthouse.newCase();
        open.holds("bank", "5000.00").led("judge-1").answered();
        String ruling = open.ruling("500.00");
        Caller next = open.judge("judge-2");
        assertThat(next.get(open.path("/rulings")).status()).isEqualTo(404);

        Courthouse.say(open.id(), 4, new JudgeAssigned(Courthouse.COURT, "judge-2", "执行法官二", null, "judge-1", "工作调整"));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> open.judge().get(open.path("/rulings")).status() == 404
                        && next.get(open.path("/rulings")).status() == 200);

        for (String path : PATHS) {
            assertThat(open.judge().get(open.path(path)).status()).as(path).isEqualTo(404);
            assertThat(next.get(open.path(path)).status()).as(path).isEqualTo(200);
        }
        assertThat(open.freeze(ruling, "bank", "100.00").status()).isEqualTo(404);
        assertThat(next.get(open.path("/assets")).json().get("items").findValuesAsString("assetId"))
                .contains(open.asset("bank"));
        assertThat(next.post(open.path("/freezes"), open.order(ruling, "bank", "100.00"))
                        .status())
                .isEqualTo(202);
        assertThat(open.told("AssetQueryStarted", "queryId"))
                .as("the next judge starts no second first query")
                .hasSize(1);
    }
}
