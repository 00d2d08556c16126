package court.deploy.simulators.institution;

import static court.deploy.simulators.institution.Court.number;
import static org.assertj.core.api.Assertions.assertThat;

import court.deploy.simulators.institution.Court.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What institutions have written down outlives them. */
class BooksTest {

    @TempDir
    private Path folder;

    @Test
    void aRestartKeepsBooksFreezesAndFirstResults() throws Exception {
        try (Court court = new Court(folder)) {
            String freeze = number();
            Reply frozen = court.freeze("bank", freeze, "bank-622200000001", "75000.00");
            String late = number();
            court.script("vehicle-registry", "{\"behaviour\":\"LATE\",\"delayMillis\":1}");
            court.query("vehicle-registry", late, "310115197505150026");

            court.restart();

            Reply known = court.query("bank", number(), "310115197505150026");
            assertThat(known.text("/assets/0/balance")).isEqualTo("90000.00");
            assertThat(known.text("/assets/0/available")).isEqualTo("5000.00");
            assertThat(known.text("/assets/0/priorFreezes/1/amount")).isEqualTo("75000.00");
            assertThat(court.lookUp("bank", freeze).json()).isEqualTo(frozen.json());
            assertThat(court.freeze("bank", freeze, "bank-622200000001", "75000.00")
                            .json())
                    .isEqualTo(frozen.json());
            assertThat(court.lookUp("vehicle-registry", late).text("/assets/0/kind"))
                    .isEqualTo("VEHICLE");
            assertThat(court.unfreeze("bank", number(), freeze, "bank-622200000001", "75000.00")
                            .text("/result"))
                    .isEqualTo("UNFROZEN");
        }
    }
}
