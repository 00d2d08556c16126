package court.deploy.bench;

import court.deploy.local.Failure;
import java.util.List;

/** The command line: filing, room. */
public final class Measure {

    private Measure() {}

    static void main(String[] arguments) throws Exception {
        try {
            Options options = Options.parse(List.of(arguments));
            if (options.scenario().equals("room")) {
                new RoomScenario(options, System.out).run();
            } else {
                new FilingScenario(options, System.out).run();
            }
            System.exit(0);
        } catch (Failure | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
