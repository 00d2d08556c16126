package court.interaction.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.contract.AssetEvent;
import court.platform.support.Caller.Answer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** A case that its judge would close: what was received, what is frozen, what is answered. */
final class ClosableCase {

    final OpenCase open = Courthouse.openCase();
    private int told = 10;

    void hear(AssetEvent event, String card) {
        int before = Collections.frequency(open.cards(open.judge()), card);
        Courthouse.say(Courthouse.fact(open.id(), ++told, event));
        awaitCards(card, before + 1);
    }

    void awaitCards(String type, int count) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(10))
                .until(() -> Collections.frequency(open.cards(open.judge()), type) == count);
    }

    String confirmed(String amount) {
        String talk = open(amount, "a1", "a2");
        for (String party : List.of("a1", "a2")) {
            assertThat(open.party(party)
                            .post(open.path("/talks/" + talk + "/confirmation"), Map.of())
                            .status())
                    .isEqualTo(200);
        }
        return talk;
    }

    String open(String amount, String... participants) {
        Map<String, Object> payment = Map.of("amount", amount, "way", "DIRECT", "paidOn", "2026-03-01");
        return open.judge()
                .post(
                        open.path("/talks"),
                        Map.of("participantIds", List.of(participants), "transcript", "收到", "payment", payment))
                .json()
                .get("talkId")
                .asString();
    }

    Answer close(String... talks) {
        return closeAs(open.version(), "PERFORMED", talks);
    }

    Answer closeAs(String version, String mode, String... talks) {
        return open.judge()
                .post(open.path("/closing"), Map.of("mode", mode, "talkIds", List.of(talks)), "If-Match", version);
    }

    static List<String> codes(Answer refused) {
        return refused.json().get("errors").findValuesAsString("code");
    }

    List<String> outbox(String type) {
        return Courthouse.rows("select headers::json ->> 'ce_audience' from outbox where type = '" + type
                + "' and case_id = '" + open.id() + "'");
    }
}
