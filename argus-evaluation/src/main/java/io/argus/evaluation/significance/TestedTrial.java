package io.argus.evaluation.significance;

import io.argus.evaluation.metric.Moments;
import java.util.Arrays;

/**
 * A trial as the bootstrap tests need it.
 *
 * @param deviations of its returns from their mean
 * @param scale √T over the deviation of the bootstrap's √T·mean: turns a mean into a t-ratio
 * @param consistentOffset what Hansen's consistent recentring leaves: the mean where it is worse than nothing by more
 *     than chance, else 0
 */
record TestedTrial(double[] deviations, double mean, double scale, double consistentOffset) {

    /**
     * @param variance T times that of the bootstrap's mean, above 0
     */
    static TestedTrial of(double[] returns, double variance) {
        int rows = returns.length;
        double mean = Moments.of(returns).mean();
        double bound = -Math.sqrt(variance / rows * 2 * StrictMath.log(StrictMath.log(rows)));
        return new TestedTrial(
                Arrays.stream(returns).map(value -> value - mean).toArray(),
                mean,
                Math.sqrt(rows) / Math.sqrt(variance),
                mean >= bound ? 0 : mean);
    }

    double ratio() {
        return mean * scale;
    }
}
