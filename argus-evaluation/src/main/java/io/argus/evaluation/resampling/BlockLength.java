package io.argus.evaluation.resampling;

import io.argus.evaluation.metric.Moments;
import io.argus.research.experiment.MonteCarloSettings;
import java.util.List;
import java.util.function.Supplier;

/**
 * How long blocks should be for a draw to keep what neighbouring periods have in common: Politis and White, "Automatic
 * Block-Length Selection for the Dependent Bootstrap", 2004, with the correction of Patton, Politis and White, 2009.
 *
 * @param stationary expected length for the stationary bootstrap
 * @param circular length for the circular one, longer by 1.5^(1/3)
 */
public record BlockLength(double stationary, double circular) {

    private static final int FEWEST_LAGS = 5;

    /**
     * Lengths for one series, at most the smaller of 3·√n and n/3, rounded up. They are estimates: below 1 for a series
     * without memory, where a block of 1 is meant. A series that does not vary gives 1. O(n·√n).
     */
    public static BlockLength of(double[] series) {
        int n = series.length;
        if (n < 2 || !Moments.of(series).varies()) {
            return new BlockLength(1, 1);
        }
        return new Autocovariances(series).lengths();
    }

    /** The mean of the lengths of several series; 1 for none. */
    public static BlockLength mean(List<double[]> series) {
        if (series.isEmpty()) {
            return new BlockLength(1, 1);
        }
        double stationary = 0;
        double circular = 0;
        for (double[] each : series) {
            BlockLength length = of(each);
            stationary += length.stationary();
            circular += length.circular();
        }
        return new BlockLength(stationary / series.size(), circular / series.size());
    }

    /** The one that is set, else the automatic one; 1 where each row is drawn on its own, whatever is set. */
    static double chosen(MonteCarloSettings settings, Supplier<BlockLength> automatic) {
        return switch (settings.method()) {
            case IID -> 1;
            case CIRCULAR ->
                settings.blockLength()
                        .orElseGet(() -> Math.max(1, automatic.get().circular()));
            case STATIONARY ->
                settings.blockLength()
                        .orElseGet(() -> Math.max(1, automatic.get().stationary()));
        };
    }

    /** The work for one series: autocovariances until enough in a row say nothing. */
    private static final class Autocovariances {

        private final int n;
        private final double[] deviation;
        private final double[] covariance;
        private final double[] squaresAfter;
        private final double[] squaresBefore;
        private final int insignificantInARow;
        private final int mostLags;

        Autocovariances(double[] series) {
            n = series.length;
            deviation = new double[n];
            double mean = Moments.of(series).mean();
            for (int i = 0; i < n; i++) {
                deviation[i] = series[i] - mean;
            }
            insignificantInARow = Math.max(FEWEST_LAGS, (int) StrictMath.log10(n));
            mostLags = Math.min((int) Math.ceil(Math.sqrt(n)) + insignificantInARow, n - 1);
            covariance = new double[mostLags + 1];
            squaresAfter = sumsOfSquares(0, 1);
            squaresBefore = sumsOfSquares(n - 1, -1);
        }

        /**
         * At each lag, the squares of all rows but the first lag + 1, counted from one end. A correlation's own
         * normalisation leaves out a row more at either end than its product does.
         */
        private double[] sumsOfSquares(int end, int step) {
            double[] sums = new double[mostLags + 1];
            double sum = 0;
            for (int place = n - 1; place >= 1; place--) {
                double value = deviation[end + step * place];
                sum += value * value;
                if (place <= mostLags + 1) {
                    sums[place - 1] = sum;
                }
            }
            return sums;
        }

        BlockLength lengths() {
            int bandwidth = bandwidth();
            double slope = 0;
            double spectrum = covariance[0];
            for (int lag = 1; lag <= bandwidth; lag++) {
                double window = 2 * lag <= bandwidth ? 1 : 2 * (1 - (double) lag / bandwidth);
                slope += 2 * window * lag * covariance[lag];
                spectrum += 2 * window * covariance[lag];
            }
            double cap = Math.ceil(Math.min(3 * Math.sqrt(n), n / 3.0));
            double ratio = slope / spectrum;
            // Of the two limits of the mean squared error only the factor differs: 2 and 4/3.
            double stationary = StrictMath.cbrt(ratio * ratio * n);
            double circular = StrictMath.cbrt(1.5 * ratio * ratio * n);
            return new BlockLength(within(stationary, cap), within(circular, cap));
        }

        /** NaN stands for a series whose estimated spectrum vanishes at frequency zero: no block is long enough. */
        private static double within(double length, double cap) {
            return Double.isNaN(length) ? cap : Math.min(length, cap);
        }

        /**
         * Twice the first lag from which enough correlations in a row are insignificant. Computes the covariances up to
         * what it returns.
         */
        private int bandwidth() {
            double limit = 2 * Math.sqrt(StrictMath.log10(n) / n);
            int inARow = 0;
            for (int lag = 0; lag <= mostLags; lag++) {
                double product = sumOfProducts(lag);
                covariance[lag] = product / n;
                double scale = Math.sqrt(squaresAfter[lag] * squaresBefore[lag]);
                boolean insignificant = lag > 0 && scale > 0 && Math.abs(product) < limit * scale;
                inARow = insignificant ? inARow + 1 : 0;
                if (inARow == insignificantInARow) {
                    int bandwidth = Math.min(2 * (lag - insignificantInARow + 1), mostLags);
                    for (int more = lag + 1; more <= bandwidth; more++) {
                        covariance[more] = sumOfProducts(more) / n;
                    }
                    return bandwidth;
                }
            }
            return mostLags;
        }

        /** Four sums side by side: the processor need not wait for one addition before it starts the next. */
        private double sumOfProducts(int lag) {
            int count = n - lag;
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            int i = 0;
            for (; i + 3 < count; i += 4) {
                a += deviation[i] * deviation[i + lag];
                b += deviation[i + 1] * deviation[i + 1 + lag];
                c += deviation[i + 2] * deviation[i + 2 + lag];
                d += deviation[i + 3] * deviation[i + 3 + lag];
            }
            for (; i < count; i++) {
                a += deviation[i] * deviation[i + lag];
            }
            return (a + b) + (c + d);
        }
    }
}
