package io.argus.evaluation.significance;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * P-values adjusted for how many there are: each is the smallest error rate at which its hypothesis is still rejected.
 * Given in the order of the arguments; never above 1.
 */
public enum MultipleTesting {
    /** Times the number of tests. Holds the chance of any false rejection, whatever the dependence. */
    BONFERRONI {
        @Override
        double[] adjustAscending(double[] sorted) {
            return Arrays.stream(sorted)
                    .map(p -> Math.min(1, p * sorted.length))
                    .toArray();
        }
    },
    /** Holm 1979: step-down. Holds the same chance as Bonferroni and rejects no less. */
    HOLM {
        @Override
        double[] adjustAscending(double[] sorted) {
            double[] adjusted = new double[sorted.length];
            double largest = 0;
            for (int i = 0; i < sorted.length; i++) {
                largest = Math.max(largest, (sorted.length - i) * sorted[i]);
                adjusted[i] = Math.min(1, largest);
            }
            return adjusted;
        }
    },
    /** Benjamini and Hochberg 1995: step-up. Holds the share of false rejections, for independent tests. */
    BENJAMINI_HOCHBERG {
        @Override
        double[] adjustAscending(double[] sorted) {
            return stepUp(sorted, 1);
        }
    },
    /** Benjamini and Yekutieli 2001: the same under any dependence, for a factor of 1 + 1/2 + … + 1/n. */
    BENJAMINI_HOCHBERG_YEKUTIELI {
        @Override
        double[] adjustAscending(double[] sorted) {
            double factor = IntStream.rangeClosed(1, sorted.length)
                    .mapToDouble(i -> 1.0 / i)
                    .sum();
            return stepUp(sorted, factor);
        }
    };

    /**
     * @param pValues each in [0, 1], in any order
     */
    public double[] adjust(double[] pValues) {
        for (double p : pValues) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a p-value lies in [0, 1]: " + p);
            }
        }
        int[] order = IntStream.range(0, pValues.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ascending = adjustAscending(
                Arrays.stream(order).mapToDouble(i -> pValues[i]).toArray());
        double[] adjusted = new double[pValues.length];
        for (int i = 0; i < order.length; i++) {
            adjusted[order[i]] = ascending[i];
        }
        return adjusted;
    }

    abstract double[] adjustAscending(double[] sorted);

    private static double[] stepUp(double[] sorted, double factor) {
        int n = sorted.length;
        double[] adjusted = new double[n];
        double smallest = 1;
        for (int i = n - 1; i >= 0; i--) {
            smallest = Math.min(smallest, factor * n / (i + 1) * sorted[i]);
            adjusted[i] = smallest;
        }
        return adjusted;
    }
}
