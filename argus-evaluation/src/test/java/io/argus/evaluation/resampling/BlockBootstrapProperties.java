package io.argus.evaluation.resampling;

import io.argus.domain.numeric.RandomStreams;
import io.argus.evaluation.metric.Moments;
import io.argus.evaluation.testing.Series;
import io.argus.research.experiment.ResamplingMethod;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class BlockBootstrapProperties {

    @Provide
    Arbitrary<double[]> series() {
        return Series.returns(2, 120);
    }

    /** Politis and Romano 1994, lemma 1, summed as it stands. */
    @Property(tries = 100)
    void theVarianceCarriedFromRowToRowIsTheClosedForm(
            @ForAll("series") double[] series, @ForAll @DoubleRange(min = 1, max = 60) double blockLength) {
        int n = series.length;
        double mean = Moments.of(series).mean();
        double q = 1 - 1 / blockLength;
        double sum = 0;
        for (int lag = 0; lag < n; lag++) {
            double covariance = 0;
            for (int i = 0; i + lag < n; i++) {
                covariance += (series[i] - mean) * (series[i + lag] - mean) / n;
            }
            double share = (double) lag / n;
            double weight = (1 - share) * Math.pow(q, lag) + share * Math.pow(q, n - lag);
            sum += (lag == 0 ? 1 : 2 * weight) * covariance;
        }
        assertThat(BootstrapVariance.ofMean(series, blockLength)).isCloseTo(sum, within(1e-13));
    }

    /**
     * The draws themselves against the same closed form: what no fixed stream of random numbers can make pass or fail. The
     * sample variance of N means is off by a factor of sqrt(2/N); allowed are five times that.
     */
    @Example
    void theMeansOfDrawsVaryAsTheClosedFormSays() {
        double[] series = Series.repeatable(80, 7, 0.6);
        int draws = 40_000;
        for (double length : new double[] {1, 1.7, 6, 25}) {
            BlockBootstrap bootstrap = BlockBootstrap.of(ResamplingMethod.STATIONARY, series.length, length);
            double variance = series.length * variance(means(bootstrap, series, draws));
            double expected = BootstrapVariance.ofMean(series, length);
            assertThat(variance / expected).isCloseTo(1, within(5 * Math.sqrt(2.0 / draws)));
        }
    }

    /** Blocks of a fixed length L that divides n: Var = n/L·Var(block mean)·(L/n)², over all n blocks on the circle. */
    @Example
    void circularBlocksVaryAsTheirOwnClosedForm() {
        double[] series = Series.repeatable(60, 8, 0.6);
        int n = series.length;
        int block = 6;
        double[] blockMeans = new double[n];
        for (int start = 0; start < n; start++) {
            for (int i = 0; i < block; i++) {
                blockMeans[start] += series[(start + i) % n] / block;
            }
        }
        double expected = variance(blockMeans) * (n - 1) / n * block / n;
        BlockBootstrap bootstrap = BlockBootstrap.of(ResamplingMethod.CIRCULAR, n, block);
        int draws = 40_000;
        assertThat(variance(means(bootstrap, series, draws)) / expected)
                .isCloseTo(1, within(5 * Math.sqrt(2.0 / draws)));
    }

    @Property(tries = 100)
    void multiplicitiesCountTheIndicesOfTheSameStream(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 200) int rows,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll("methods") ResamplingMethod method) {
        BlockBootstrap bootstrap = BlockBootstrap.of(method, rows, 1 + share * (rows - 1));
        int[] indices = new int[rows];
        bootstrap.indices(new RandomStreams(seed).stream(3), indices);
        double[] counted = new double[rows];
        Arrays.stream(indices).forEach(row -> counted[row]++);
        double[] counts = new double[rows];
        bootstrap.multiplicities(new RandomStreams(seed).stream(3), counts);
        assertThat(counts).containsExactly(counted);
    }

    @Property(tries = 200)
    void stepsLeadToTheRowsDrawn(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 200) int rows,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll("methods") ResamplingMethod method) {
        BlockBootstrap bootstrap = BlockBootstrap.of(method, rows, 1 + share * (rows - 1));
        int[] indices = new int[rows];
        bootstrap.indices(new RandomStreams(seed).stream(3), indices);
        int[] places = new int[rows];
        bootstrap.steps(new RandomStreams(seed).stream(3), places);
        Arrays.parallelPrefix(places, Integer::sum);

        assertThat(Arrays.stream(places)).allMatch(place -> place >= 0 && place < 2 * rows);
        assertThat(Arrays.stream(places).map(place -> place % rows).toArray()).containsExactly(indices);
    }

    @Property(tries = 500)
    void lengthsThatFirstBitsDecideAreThoseOfTheTable(
            @ForAll @DoubleRange(min = 1, max = 1_000) double mean, @ForAll @LongRange(max = 0xFFFF_FFFFL) long bits) {
        GeometricLengths lengths = new GeometricLengths(mean);
        int decided = lengths.findByFirstBits(bits);

        assertThat(decided).isIn(0, lengths.length(bits * 0x1p-32));
    }

    @Provide
    Arbitrary<ResamplingMethod> methods() {
        return Arbitraries.of(ResamplingMethod.class);
    }

    @Example
    void geometricLengthsHaveTheirProbabilities() {
        for (double mean : new double[] {1, 1.2, 3, 400}) {
            GeometricLengths lengths = new GeometricLengths(mean);
            double goingOn = 1 - 1 / mean;
            for (double uniform : new double[] {0, 0.1, 0.5, 0.9, 0.9999}) {
                int length = lengths.length(uniform);
                assertThat(1 - Math.pow(goingOn, length)).isGreaterThan(uniform - 1e-12);
                assertThat(1 - Math.pow(goingOn, length - 1.0)).isLessThanOrEqualTo(uniform + 1e-12);
            }
        }
        assertThat(new GeometricLengths(1).length(Math.nextDown(1.0))).isEqualTo(1);
        assertThat(new GeometricLengths(1e6).length(0.5)).isZero();
    }

    @Example
    void blocksFitIntoTheRows() {
        assertThatThrownBy(() -> BlockBootstrap.of(ResamplingMethod.STATIONARY, 5, 5.5))
                .hasMessageContaining("from 1 to 5 rows, not 5.5");
        assertThatThrownBy(() -> BlockBootstrap.of(ResamplingMethod.IID, 0, 1)).hasMessageContaining("rows to draw");
    }

    private static double[] means(BlockBootstrap bootstrap, double[] series, int draws) {
        RandomStreams streams = new RandomStreams(11);
        double[] counts = new double[series.length];
        double[] means = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            bootstrap.multiplicities(streams.stream(draw), counts);
            for (int row = 0; row < counts.length; row++) {
                means[draw] += counts[row] * series[row] / series.length;
            }
        }
        return means;
    }

    private static double variance(double[] values) {
        double deviation = Moments.of(values).standardDeviation();
        return deviation * deviation;
    }
}
