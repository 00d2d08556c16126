package court.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import court.platform.files.FileSteps;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonKeyTest {

    private PersonKey person;

    @BeforeEach
    void keys(@TempDir Path folder) {
        person = new PersonKey(new LocalKeyPort(folder, new FileSteps()));
    }

    @Test
    void theSameDocumentGivesTheSamePseudonymAndAnotherKindAnother() {
        String key = person.of("ID_CARD", "11010519491231002X");

        assertThat(key).matches("[0-9a-f]{64}").isEqualTo(person.of("ID_CARD", "11010519491231002X"));
        assertThat(key).isNotEqualTo(person.of("PASSPORT", "11010519491231002X"));
        assertThat(DataKeys.requireOwner(key)).isEqualTo(key);
    }

    @Test
    void aNumberThatWasNotNormalisedIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> person.of("ID_CARD", "11010519491231002x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("11010519491231002");
    }
}
