package court.platform.support;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Each rule bites: it is shown the sins planted in {@code court.sins}. */
class HouseRulesTest {

    private static final JavaClasses SINS = new ClassFileImporter().importPackages("court.sins");

    @Test
    void everyRuleFindsItsPlantedSin() {
        for (ArchRule rule : HouseRules.all()) {
            assertThatThrownBy(() -> rule.check(SINS)).as(rule.getDescription()).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void thePlatformKeepsTheRules() {
        assertThatCode(() -> HouseRules.check("court.platform")).doesNotThrowAnyException();
    }
}
