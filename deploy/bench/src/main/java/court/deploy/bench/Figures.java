package court.deploy.bench;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one round gave.
 *
 * @param processorMillis of each process, per life
 * @param compilingMillis of the program, per life; part of the above
 * @param collecting share of the time that the program stood still for garbage collection
 * @param others processors busy with something else, on average
 */
record Figures(
        String side,
        double livesPerSecond,
        Map<Step, Percentiles> steps,
        Map<String, Double> processorMillis,
        double compilingMillis,
        double collecting,
        double others,
        CounterRow.Seen counter) {

    static Figures of(Side side, Tally tally, Reading before, Reading after, CounterRow.Seen counter) {
        double seconds = after.secondsSince(before);
        long lives = Math.max(1, tally.lives());
        Map<Step, Percentiles> steps = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            steps.put(step, tally.of(step));
        }
        Map<String, Double> millis = new LinkedHashMap<>();
        after.processorSeconds().forEach((name, total) -> {
            double spent = total - before.processorSeconds().getOrDefault(name, 0.0);
            millis.put(name, spent * 1000 / lives);
        });
        return new Figures(
                side.name(),
                tally.lives() / seconds,
                steps,
                millis,
                (after.compiling() - before.compiling()) * 1000 / lives,
                (after.collecting() - before.collecting()) / seconds,
                after.othersSince(before),
                counter);
    }

    double processorMillisInAll() {
        return processorMillis.values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
