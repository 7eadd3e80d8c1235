package io.argus.app.study;

import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.returns.DailyReturns;
import io.argus.evaluation.metric.Moments;
import io.argus.evaluation.significance.Benchmark;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What is planted as a null earns nothing in population, and looks as its kind says. On one history of 4 000 years. */
class PlantedReturnsTest {

    private static final int DAYS = 1_000_000;
    private static final List<LocalDate> DATES =
            IntStream.range(0, DAYS).mapToObj(LocalDate.EPOCH::plusDays).toList();

    private final double[] market = market();

    @Test
    void nothingIsLeftOnceTheMarketIsTakenAway() {
        for (PlantedKind kind : PlantedKind.values()) {
            double[] left = left(planted(cell(kind, 1, 0, 0))[0]);

            // Autocorrelation of 0.2 makes the mean stray 1.22 times as far.
            assertThat(ratio(left)).as(kind.key()).isBetween(-3.5, 3.5);
        }
    }

    /** The market itself does drift, so that timers that are in it half of the time seem to earn a lot. */
    @Test
    void timersRideTheDrift() {
        double[] timer = planted(cell(PlantedKind.TIMING, 1, 0, 0))[0];

        assertThat(ratio(timer)).isGreaterThan(8);
        assertThat(Moments.of(timer).mean()).isCloseTo(Moments.of(market).mean() / 2, within(3e-5));
    }

    @Test
    void kindsHaveTheirShape() {
        assertThat(Moments.of(planted(cell(PlantedKind.NORMAL, 1, 0, 0))[0]).kurtosis())
                .isCloseTo(3, within(0.05));
        assertThat(lagged(planted(cell(PlantedKind.AR1, 1, 0, 0))[0])).isCloseTo(0.2, within(0.005));
        double[] premiums = planted(cell(PlantedKind.SHORT_PREMIUM, 1, 0, 0))[0];
        assertThat(Moments.of(premiums).skewness()).isLessThan(-15);
        assertThat(Arrays.stream(premiums).filter(value -> value > 0).count() / (double) DAYS)
                .isCloseTo(0.99, within(0.001));
    }

    @Test
    void everyTwoCorrelateAsAsked() {
        for (PlantedKind kind : PlantedKind.values()) {
            for (double correlation : new double[] {0, 0.5, 0.95}) {
                double[][] trials = planted(cell(kind, 3, correlation, 0));

                assertThat(correlation(left(trials[0]), left(trials[2])))
                        .as(kind.key())
                        .isCloseTo(correlation, within(0.02));
            }
        }
    }

    @Test
    void anEdgeIsTheFirstTrialsAlone() {
        double[][] trials = planted(cell(PlantedKind.NORMAL, 2, 0, 1.5));

        assertThat(Moments.of(trials[0]).mean() / Moments.of(trials[0]).standardDeviation() * Math.sqrt(252))
                .isCloseTo(1.5, within(0.06));
        assertThat(ratio(trials[1])).isBetween(-3.5, 3.5);
    }

    @Test
    void noCellSharesItsNumber() {
        assertThat(StudyCell.catalog()).extracting(StudyCell::number).doesNotHaveDuplicates();
        assertThat(StudyCell.catalog()).filteredOn(StudyCell::isNull).hasSize(28);
        assertThat(StudyCell.catalog()).filteredOn(cell -> !cell.isNull()).hasSize(32);
    }

    private static StudyCell cell(PlantedKind kind, int trials, double correlation, double edge) {
        return new StudyCell(1, kind, trials, correlation, 5, edge);
    }

    private double[][] planted(StudyCell cell) {
        return PlantedReturns.of(cell, market, new RandomStreams(7).stream(2));
    }

    /** Drifts by a tenth a year. */
    private static double[] market() {
        RandomStream random = new RandomStreams(7).stream(1);
        double[] market = new double[DAYS];
        Arrays.setAll(market, day -> 0.1 / 252 + 0.01 * random.nextGaussian());
        return market;
    }

    private double[] left(double[] returns) {
        return Benchmark.BETA_ADJUSTED
                .differences(DailyReturns.of(DATES, returns, Optional.of(market), Optional.empty()))
                .values();
    }

    private static double ratio(double[] values) {
        Moments moments = Moments.of(values);
        return moments.mean() / moments.standardDeviation() * Math.sqrt(values.length);
    }

    private static double lagged(double[] values) {
        return correlation(
                Arrays.copyOfRange(values, 1, values.length), Arrays.copyOfRange(values, 0, values.length - 1));
    }

    private static double correlation(double[] a, double[] b) {
        Moments first = Moments.of(a);
        Moments second = Moments.of(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - first.mean()) * (b[i] - second.mean());
        }
        return sum / (a.length - 1) / first.standardDeviation() / second.standardDeviation();
    }
}
