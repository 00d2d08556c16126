package court.deploy.bench;

import court.deploy.bench.Processes.Watched;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The meters of one moment. */
record Reading(
        long nanos, Map<String, Double> processorSeconds, double compiling, double busySeconds, double collecting) {

    static Reading of(Processes side) throws IOException {
        Map<String, Double> each = new LinkedHashMap<>();
        for (Watched it : side.processes()) {
            each.put(it.name(), it.processorSeconds());
        }
        double compiling =
                Processor.compilingSeconds(side.processes().getFirst().pid());
        return new Reading(System.nanoTime(), each, compiling, Processor.busySeconds(), side.collecting());
    }

    double secondsSince(Reading earlier) {
        return (nanos - earlier.nanos) / 1e9;
    }

    /** Processors that were busy with none of our processes, on average. */
    double othersSince(Reading earlier) {
        double ours = total() - earlier.total();
        return Math.max(0, (busySeconds - earlier.busySeconds - ours) / secondsSince(earlier));
    }

    private double total() {
        return processorSeconds.values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
