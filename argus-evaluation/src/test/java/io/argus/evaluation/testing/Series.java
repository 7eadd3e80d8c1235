package io.argus.evaluation.testing;

import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Series of returns for tests. */
public final class Series {

    private static final long MODULUS = 1L << 31;

    private Series() {}

    /**
     * Autoregressive, from a generator of three constants that any language can repeat digit for digit: x = φ·x + u,
     * with u uniform in [-0.5, 0.5).
     */
    public static double[] repeatable(int length, long seed, double phi) {
        double[] values = new double[length];
        long state = seed;
        double x = 0;
        for (int i = 0; i < length; i++) {
            state = (1_103_515_245L * state + 12_345) % MODULUS;
            x = phi * x + ((double) state / MODULUS - 0.5);
            values[i] = x;
        }
        return values;
    }

    public static double[] shifted(double[] values, double by) {
        return Arrays.stream(values).map(value -> value + by).toArray();
    }

    /** Daily returns with drift, a common factor and outliers. */
    public static List<double[]> correlated(long seed, int trials, int rows, double correlation) {
        RandomStream random = new RandomStreams(seed).stream(0);
        List<double[]> all = new ArrayList<>();
        double[] common = normals(random, rows);
        for (int trial = 0; trial < trials; trial++) {
            double[] own = normals(random, rows);
            double drift = 0.0005 * (random.nextDouble() - 0.5);
            Arrays.setAll(
                    own,
                    row -> drift
                            + 0.01 * (Math.sqrt(correlation) * common[row] + Math.sqrt(1 - correlation) * own[row]));
            all.add(own);
        }
        return all;
    }

    public static Arbitrary<double[]> returns(int fewest, int most) {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.integers().between(fewest, most),
                        Arbitraries.of(-0.4, 0.0, 0.3, 0.8))
                .as((seed, length, phi) -> {
                    double[] noise = normals(new RandomStreams(seed).stream(0), length);
                    double x = 0;
                    for (int i = 0; i < length; i++) {
                        x = phi * x + 0.01 * noise[i];
                        noise[i] = x;
                    }
                    return noise;
                });
    }

    private static double[] normals(RandomStream random, int rows) {
        double[] values = new double[rows];
        Arrays.setAll(values, row -> random.nextGaussian());
        return values;
    }
}
