package court.filing.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import court.filing.Calls.Answer;
import court.filing.deadline.Deadline.State;
import court.filing.deadline.DeadlineRows.Why;
import court.platform.calendar.Calendars;
import court.platform.calendar.Term;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeadlinesIT {

    private static final LocalDate FESTIVAL = LocalDate.parse("2020-01-24");
    private static final Term SEVEN_DAYS = Term.days(7, FESTIVAL);
    private final LimitsUnderTest limits = new LimitsUnderTest();
    private final UUID filing = UUID.randomUUID();

    @Test
    @DisplayName(
            "K2: an announcement imported at run time moves what runs, keeps the history, and leaves alone what ended")
    void k2AnImportedAnnouncementMovesARunningDeadline() {
        UUID ended = UUID.randomUUID();
        limits.announce(LimitsUnderTest.AS_FIRST_ANNOUNCED);
        limits.start(filing, Rule.DECIDE_FILING, SEVEN_DAYS);
        limits.start(ended, Rule.DECIDE_FILING, SEVEN_DAYS);
        limits.end(ended, Rule.DECIDE_FILING, Ending.How.LAPSED);
        assertThat(limits.only(filing).due()).isEqualTo("2020-01-31");

        Answer imported = limits.announce(LimitsUnderTest.AS_CHANGED);
        limits.await(() -> limits.only(filing).due().equals(LocalDate.parse("2020-02-03")));

        assertThat(imported.status()).isEqualTo(201);
        assertThat(imported.text("importedBy")).isEqualTo("ops");
        assertThat(limits.history(filing)).singleElement().satisfies(it -> {
            assertThat(it.oldDue()).isEqualTo("2020-01-31");
            assertThat(it.newDue()).isEqualTo("2020-02-03");
            assertThat(it.why()).isEqualTo(Why.CALENDAR);
        });
        assertThat(limits.only(ended).due()).isEqualTo("2020-01-31");
        assertThat(limits.only(filing).term()).isEqualTo(SEVEN_DAYS);
    }

    @Test
    @DisplayName("K2: a run that was broken off is finished, and a finished one changes nothing")
    void k2RecomputingIsRestartableAndIdempotent() throws SQLException {
        List<UUID> many = Stream.generate(UUID::randomUUID).limit(450).toList();
        many.forEach(it -> limits.start(it, Rule.DECIDE_FILING, Term.days(7, LocalDate.parse("2025-03-03"))));
        limits.sql(
                "update deadline set due = due - 1, calendar = 'earlier' where anchor = '2025-03-03' and state = 'RUNNING'");

        Calendars.Edition edition = limits.bean(Calendars.class).refresh();
        Recomputing recomputing = limits.bean(Recomputing.class);
        recomputing.under(edition).block();
        limits.await(() -> limits.count("deadline where calendar = 'earlier' and state = 'RUNNING'") == 0);
        Long again = recomputing.under(edition).block();

        assertThat(again).isZero();
        assertThat(limits.count("deadline where anchor = '2025-03-03' and due = '2025-03-10'"))
                .isEqualTo(450);
        assertThat(limits.count("deadline_history where new_due = '2025-03-10'"))
                .isEqualTo(450);
    }

    @Test
    void theSameTermTwiceIsOneLimitAndAnotherTakesItsPlace() {
        limits.start(filing, Rule.DECIDE_FILING, SEVEN_DAYS);
        limits.start(filing, Rule.DECIDE_FILING, SEVEN_DAYS);
        assertThat(limits.of(filing)).hasSize(1);

        limits.start(filing, Rule.DECIDE_FILING, Term.days(7, FESTIVAL.plusDays(30)));

        assertThat(limits.of(filing)).extracting(Deadline::state).containsExactly(State.CANCELLED, State.RUNNING);
    }

    @Test
    @DisplayName("K4: both clocks begin when the case is accepted")
    void k4TheEnforcementTermRunsFromAcceptanceAndTheUpperCourtsFromReceipt() {
        limits.unit(limits.bean(Deadlines.class)
                .start(Deadlines.accepted(
                        filing, "沪0117", LocalDate.parse("2025-03-03"), LocalDate.parse("2025-03-10"))));

        assertThat(limits.of(filing))
                .extracting(Deadline::rule, it -> it.due().toString())
                .containsExactlyInAnyOrder(
                        tuple(Rule.ENFORCEMENT, "2025-09-10"),
                        tuple(Rule.UPPER_COURT, "2025-09-03"),
                        tuple(Rule.ENFORCEMENT_NOTICE, "2025-03-13"));
    }

    @Test
    void theOldestDueComesFirstInAQueue() throws SQLException {
        for (int day : List.of(20, 4, 12)) {
            limits.unit(limits.bean(Deadlines.class)
                    .start(List.of(Deadlines.begun(
                            new UUID(7, day),
                            "沪0999",
                            Rule.DECIDE_FILING,
                            Term.days(7, LocalDate.of(2025, 11, day))))));
        }

        assertThat(limits.texts("select filing_id from deadline where court = '沪0999' and rule = 'DECIDE_FILING' "
                        + "and state = 'RUNNING' order by due, filing_id"))
                .containsExactly(new UUID(7, 4).toString(), new UUID(7, 12).toString(), new UUID(7, 20).toString());
    }
}
