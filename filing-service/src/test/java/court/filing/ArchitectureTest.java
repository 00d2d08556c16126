package court.filing;

import court.platform.support.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void filingKeepsTheHouseRules() {
        HouseRules.check("court.filing");
    }
}
