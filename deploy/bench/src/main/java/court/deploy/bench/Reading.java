package court.deploy.bench;

import court.deploy.bench.Processes.Watched;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
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

    /** Processor time of each process since then, for each of so many things done. */
    Map<String, Double> microsSince(Reading earlier, long things) {
        Map<String, Double> micros = new LinkedHashMap<>();
        processorSeconds.forEach((name, total) -> {
            double spent = total - earlier.processorSeconds().getOrDefault(name, 0.0);
            micros.put(name, spent * 1e6 / things);
        });
        return micros;
    }

    double compilingMicrosSince(Reading earlier, long things) {
        return (compiling - earlier.compiling) * 1e6 / things;
    }

    /** What the processes took, the program's with what of it was compiling. */
    static String text(Map<String, Double> micros, double compiling) {
        StringBuilder processors = new StringBuilder();
        micros.forEach((name, value) -> {
            processors.append(String.format(Locale.ROOT, "%s %.0f ", name, value));
            if (name.equals("program")) {
                processors.append(String.format(Locale.ROOT, "(compiling %.0f) ", compiling));
            }
        });
        return processors.toString();
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
