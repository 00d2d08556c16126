package court.filing.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import court.filing.deadline.TermChange.Ruling;
import court.filing.deadline.TermChange.State;
import court.platform.calendar.Calendars;
import court.platform.calendar.EnforcementTerm;
import court.platform.calendar.Term;
import court.platform.contract.FilingEvent.TermWish;
import court.platform.json.Secret;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TermsIT {

    private static final LocalDate ACCEPTED = LocalDate.parse("2025-01-06");
    private final LimitsUnderTest limits = new LimitsUnderTest();
    private final UUID filing = UUID.randomUUID();

    private TermWish auction(@Nullable LocalDate last) {
        return new TermWish(null, null, "AUCTION", LocalDate.parse("2025-03-01"), last, null);
    }

    private TermChange granted(TermWish wish) {
        Secret why = new Secret(filing.toString(), "网络司法拍卖");
        Instant then = Instant.parse("2025-03-01T02:00:00Z");
        Ruling ruling = new Ruling("president", why, then);
        return new TermChange(UUID.randomUUID(), filing, State.GRANTED, wish, why, "judge-1", then, ruling, null);
    }

    @Test
    @DisplayName("K2, K4: a change of the calendar derives a prolonged term again with all that was granted")
    void k2k4WhatWasGrantedSurvivesAChangeOfTheCalendar() throws SQLException {
        TermRows rows = limits.bean(TermRows.class);
        limits.start(filing, Rule.ENFORCEMENT, Term.months(6, ACCEPTED));
        limits.unit(rows.insert(granted(auction(LocalDate.parse("2025-03-30")))));
        limits.unit(rows.insert(granted(new TermWish("PRESIDENT", 3, null, null, null, null))));
        limits.sql("update deadline set calendar = 'earlier' where filing_id = '" + filing + "'");

        limits.bean(Recomputing.class)
                .under(limits.bean(Calendars.class).refresh())
                .block();
        limits.await(() -> limits.only(filing).due().equals(LocalDate.parse("2025-11-05")));

        assertThat(limits.only(filing).length()).isEqualTo("P6M");
    }

    @Test
    @DisplayName("K4: what was asked and granted is stored as it was, its words sealed")
    void k4AChangeSurvivesStorage() throws SQLException {
        TermChange change = granted(auction(null));

        limits.unit(limits.bean(TermRows.class).insert(change));

        assertThat(limits.bean(Terms.class).of(filing).single().block()).isEqualTo(change);
        assertThat(limits.texts("select body from term_change where filing_id = '" + filing + "'"))
                .singleElement()
                .asString()
                .doesNotContain("拍卖");
    }

    @Test
    @DisplayName("K4: a case that is closed has no term any more")
    void k4AClosedCaseHasNoTerm() {
        limits.unit(limits.bean(Deadlines.class).start(Deadlines.accepted(filing, "沪0117", ACCEPTED, ACCEPTED)));

        limits.unit(limits.bean(Deadlines.class).closed(filing, ACCEPTED.plusDays(30)));

        assertThat(limits.of(filing))
                .extracting(Deadline::rule, Deadline::state)
                .containsExactlyInAnyOrder(
                        tuple(Rule.ENFORCEMENT, Deadline.State.MET),
                        tuple(Rule.UPPER_COURT, Deadline.State.CANCELLED),
                        tuple(Rule.ENFORCEMENT_NOTICE, Deadline.State.CANCELLED));
        assertThat(limits.refusal(limits.bean(Terms.class).resume(filing, UUID.randomUUID(), ACCEPTED, "judge-1")))
                .isEqualTo(TermRefusal.NO_SUCH_REQUEST);
        assertThat(limits.refusal(limits.bean(Terms.class)
                        .ask(
                                filing,
                                new TermChangeForm(EnforcementTerm.By.PRESIDENT, 3, null, null, null, null, "x"),
                                "judge-1")))
                .isEqualTo(TermRefusal.NO_TERM);
    }
}
