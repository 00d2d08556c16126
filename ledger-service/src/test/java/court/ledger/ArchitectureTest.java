package court.ledger;

import court.platform.support.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theHouseRulesHold() {
        HouseRules.check("court.ledger");
    }
}
