package court.deploy.bench;

import java.util.Collection;

/** Times in order, asked for the value that a given share of them does not exceed (nearest rank). */
record Percentiles(long[] sortedNanos) {

    static Percentiles ofNanos(Collection<Long> nanos) {
        return new Percentiles(
                nanos.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    /**
     * The value at this rank.
     *
     * @param percent above 0, at most 100
     * @return milliseconds; NaN when nothing was timed
     */
    double millis(double percent) {
        if (percent <= 0 || percent > 100) {
            throw new IllegalArgumentException("not a percentage: " + percent);
        }
        if (sortedNanos.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100 * sortedNanos.length);
        return sortedNanos[rank - 1] / 1e6;
    }

    /** The middle one of some figures; the mean of the two middle ones when their number is even. */
    static double median(double... figures) {
        double[] sorted = figures.clone();
        java.util.Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
