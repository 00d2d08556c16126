package court.interaction.card;

import static org.assertj.core.api.Assertions.assertThat;

import court.interaction.Courthouse;
import court.interaction.Courthouse.OpenCase;
import court.platform.contract.FilingEvent;
import court.platform.contract.FilingEvent.DeadlineReminder;
import court.platform.contract.FilingEvent.TermChangeDecided;
import court.platform.contract.FilingEvent.TermWish;
import court.platform.contract.Limit;
import court.platform.json.Secret;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TermCardIT {

    private static final LocalDate DUE = LocalDate.of(2026, 7, 13);

    private final OpenCase open = Courthouse.openCase();

    private void hear(long sequence, FilingEvent event, String audience) {
        var fact = Courthouse.fact(open.id(), sequence, event);
        fact.headers().add("ce_audience", audience.getBytes(StandardCharsets.UTF_8));
        Courthouse.say(fact);
        open.awaitCard(event.getClass().getSimpleName());
    }

    private static DeadlineReminder reminder(String rule) {
        Limit limit = new Limit("d-" + rule, rule, "K4", "法释〔2000〕29号第五条", LocalDate.of(2026, 1, 12), DUE, false);
        return new DeadlineReminder(limit, 7);
    }

    private JsonNode lastCard() {
        return open.entries(open.judge()).getLast().get("card");
    }

    @Test
    @DisplayName(
            "RS5: a reminder is shown to whom it was told, never to a respondent who is in the room and was not told")
    void rs5AReminderIsShownToWhomItWasTold() {
        open.release("r1");

        hear(4, reminder("UPPER_COURT"), "a1,a2");

        assertThat(lastCard().path("body").toString())
                .isEqualTo("{\"limit\":{\"id\":\"d-UPPER_COURT\",\"rule\":\"UPPER_COURT\",\"ruleId\":\"K4\","
                        + "\"source\":\"法释〔2000〕29号第五条\",\"anchor\":\"2026-01-12\",\"due\":\"2026-07-13\","
                        + "\"provisional\":false},\"daysLeft\":7}");
        assertThat(open.cards(open.party("a1"))).containsExactly("RespondentReleased", "DeadlineReminder");
        assertThat(open.cards(open.party("r1"))).containsExactly("RespondentReleased");
    }

    @Test
    @DisplayName("RS5: what the court alone is reminded of no party sees")
    void rs5WhatTheCourtIsRemindedOfNoPartySees() {
        hear(4, reminder("ENFORCEMENT_NOTICE"), "");

        assertThat(open.cards(open.judge())).containsExactly("DeadlineReminder");
        assertThat(open.cards(open.party("a1"))).isEmpty();
    }

    @Test
    @DisplayName("K4: a term that was prolonged is a card with its new last day and without why")
    void k4AChangedTermIsACard() {
        TermWish wish = new TermWish("PRESIDENT", 3, null, null, null, null);

        hear(4, new TermChangeDecided("c1", true, wish, DUE, false, new Secret("case", "金丝雀"), "president"), "a1,a2");

        assertThat(lastCard().path("body").toString())
                .isEqualTo("{\"prolongedBy\":\"PRESIDENT\",\"months\":3,\"due\":\"2026-07-13\",\"provisional\":false}");
        assertThat(open.cards(open.party("a2"))).containsExactly("TermChangeDecided");
    }
}
