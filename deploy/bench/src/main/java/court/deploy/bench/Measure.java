package court.deploy.bench;

import court.deploy.local.Failure;
import java.util.List;

/** The command line: filing, room, ledger. */
public final class Measure {

    private Measure() {}

    static void main(String[] arguments) throws Exception {
        try {
            Options options = Options.parse(List.of(arguments));
            switch (options.scenario()) {
                case "room" -> new RoomScenario(options, System.out).run();
                case "ledger" -> new LedgerScenario(options, System.out).run();
                default -> new FilingScenario(options, System.out).run();
            }
            System.exit(0);
        } catch (Failure | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
