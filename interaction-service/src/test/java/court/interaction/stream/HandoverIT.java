package court.interaction.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Cases;
import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.interaction.LiveStream;
import court.platform.contract.FilingEvent.JudgeAssigned;
import court.platform.support.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandoverIT {

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private final OpenCase open = Courthouse.openCase();
    private final Caller former = open.judge();
    private final Caller next =
            Courthouse.caller(Courthouse.tokens().staff("judge-2", Cases.COURT, "ENFORCEMENT_JUDGE"));

    @Test
    @DisplayName(
            "F10: within 5 s of the change the former judge is out of the room on every path, and the next reads all")
    void theFormerJudgeIsOutAndTheNextReadsAll() {
        former.post(open.path("/messages"), Map.of("text", "只给法院", "audience", List.of("COURT")));
        open.party("a1").post(open.path("/messages"), Map.of("text", "请问进展"));
        List<String> before = texts(former);
        assertThat(next.get(open.path("/room")).status()).isEqualTo(404);

        try (LiveStream live = LiveStream.open(former, open.path("/stream"))) {
            await().atMost(FIVE_SECONDS).until(() -> live.seqs().size() == 2);
            Courthouse.say(Courthouse.fact(
                    open.id(), 4, new JudgeAssigned(Cases.COURT, "judge-2", "执行法官二", null, "judge-1", "工作调整")));

            await().atMost(FIVE_SECONDS)
                    .until(() -> live.ended()
                            && former.get(open.path("/room")).status() == 404
                            && next.get(open.path("/room")).status() == 200);
        }

        for (String path : List.of("/room", "/messages", "/stream", "/talks")) {
            assertThat(former.get(open.path(path)).status()).as(path).isEqualTo(404);
        }
        assertThat(former.post(open.path("/messages"), Map.of("text", "还在吗")).status())
                .isEqualTo(404);
        open.awaitCard(next, "JudgeAssigned");
        assertThat(texts(next)).startsWith(before.toArray(String[]::new)).hasSize(3);
        assertThat(open.cards(open.party("a1"))).containsExactly("JudgeAssigned");
        assertThat(former.get("/api/v1/cases?limit=100").json().toString())
                .doesNotContain(open.id().toString());
        assertThat(next.get("/api/v1/cases?limit=100").json().toString())
                .contains(open.id().toString());
    }

    private List<String> texts(Caller reader) {
        return open.entries(reader).stream()
                .map(it -> it.path("text").asString())
                .toList();
    }
}
