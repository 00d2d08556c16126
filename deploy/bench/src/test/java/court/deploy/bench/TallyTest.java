package court.deploy.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.calendar.LegalCalendar;
import court.platform.identity.IdType;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TallyTest {

    @Test
    void nothingIsCountedBeforeAndAfterTheRound() throws Exception {
        Tally tally = new Tally();

        tally.time(Step.DRAFT, () -> 1);
        tally.lived();
        tally.counting(true);
        tally.time(Step.DRAFT, () -> 1);
        tally.lived();
        tally.counting(false);
        tally.time(Step.DRAFT, () -> 1);
        tally.lived();

        assertThat(tally.lives()).isEqualTo(1);
        assertThat(tally.of(Step.DRAFT).sortedNanos()).hasSize(1);
    }

    @Test
    void everyApplicantHasADocumentNumberOfTheirOwnThatTheServiceTakes() {
        var numbers = IntStream.range(0, 1000).mapToObj(Papers::idNumber).toList();

        assertThat(numbers)
                .doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(IdType.ID_CARD.check(
                                it, LegalCalendar.dateOf(Instant.EPOCH.plusSeconds(1_700_000_000))))
                        .isEqualTo(it));
    }

    @Test
    void theCommandLineSaysWhatItDoesNotUnderstand() {
        assertThat(Options.parse(List.of("filing", "--lives", "500", "--applicants", "8")))
                .satisfies(it -> assertThat(it.lives()).isEqualTo(500))
                .satisfies(it -> assertThat(it.applicants()).isEqualTo(8));
        assertThatThrownBy(() -> Options.parse(List.of("filing", "--lives", "few")))
                .hasMessageContaining("--lives");
        assertThatThrownBy(() -> Options.parse(List.of("nonsense"))).hasMessageContaining("measure filing");
    }
}
