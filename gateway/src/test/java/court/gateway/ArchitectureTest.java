package court.gateway;

import court.platform.support.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theHouseRulesAreKept() {
        HouseRules.check("court.gateway");
    }
}
