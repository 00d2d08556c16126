package court.deploy.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;

/**
 * What entering many leaves took.
 *
 * @param batch leaves in one transaction, on average
 * @param micros processor time of each process, per leaf
 */
record LeafFigures(
        String side,
        double leavesPerSecond,
        double batch,
        Map<String, Double> micros,
        double compiling,
        double collecting,
        double others) {

    static final String HEADING = "%-8s %9s %9s %7s  %-66s %5s %6s  %s"
            .formatted("side", "at", "leaves/s", "batch", "processor µs per leaf", "gc %", "others", "load");

    /** How many leaves in how many transactions. */
    record Work(String side, long leaves, long batches, double seconds) {}

    static LeafFigures of(Work work, Reading before, Reading after) {
        return new LeafFigures(
                work.side(),
                work.leaves() / work.seconds(),
                (double) work.leaves() / Math.max(1, work.batches()),
                after.microsSince(before, work.leaves()),
                after.compilingMicrosSince(before, work.leaves()),
                (after.collecting() - before.collecting()) / after.secondsSince(before),
                after.othersSince(before));
    }

    String line(long at) throws IOException {
        return String.format(
                Locale.ROOT,
                "%-8s %9d %9.0f %7.0f  %-66s %5.1f %6.2f  %s",
                side,
                at,
                leavesPerSecond,
                batch,
                Reading.text(micros, compiling),
                100 * collecting,
                others,
                Processor.load());
    }
}
