package io.argus.replay.regime;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class RegimeDetectorProperties {

    private static final TradingCalendar CLOCK = TradingCalendar.roundTheClock();
    private static final long HOUR_MS = 3_600_000;

    @Property(tries = 50)
    void statesAreThoseOfTheDefinitionsSummedAnewAtEveryBar(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 700) int size) {
        double[] closes = closes(seed, size);
        List<Regime> states = RegimeDetector.states(bars(closes), CLOCK).regimes();
        for (int bar = 0; bar < size; bar++) {
            Regime known = at(states, closeMs(bar));
            double score = zScore(closes, bar);
            if (farFromEveryThreshold(score)) {
                assertThat(known.volatility()).as("bar %d, z %f", bar, score).isEqualTo(byScore(score));
            }
            assertThat(known.trend()).as("bar %d", bar).isEqualTo(trend(closes, bar));
        }
    }

    @Property(tries = 50)
    void laterBarsChangeNothing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int size) {
        double[] closes = closes(seed, 500);
        List<Regime> whole = RegimeDetector.detect(bars(closes), CLOCK).regimes();
        List<Regime> begun =
                RegimeDetector.detect(bars(Arrays.copyOf(closes, size)), CLOCK).regimes();
        assertThat(begun)
                .isEqualTo(whole.stream()
                        .filter(row -> row.timestampMs() <= closeMs(size - 1))
                        .toList());
    }

    @Property(tries = 20)
    void statesAreTheSameWithWhatTheyWereReadFrom(@ForAll long seed) {
        double[] closes = closes(seed, 500);
        List<Regime> read = RegimeDetector.detect(bars(closes), CLOCK).regimes();
        List<Regime> states = RegimeDetector.states(bars(closes), CLOCK).regimes();
        assertThat(read).hasSameSizeAs(states);
        for (int i = 0; i < states.size(); i++) {
            Regime row = read.get(i);
            assertThat(states.get(i))
                    .isEqualTo(new Regime(
                            row.timestampMs(), row.volatility(), row.trend(), row.session(), row.confidence(), "{}"));
            int bar = (int) ((row.timestampMs() - closeMs(0)) / HOUR_MS);
            if (row.volatility() == VolatilityRegime.UNKNOWN) {
                assertThat(row.metrics()).isEqualTo("{}");
            } else {
                assertThat(scoreIn(row.metrics())).isCloseTo(zScore(closes, bar), within(1e-6));
            }
        }
    }

    private static double scoreIn(String metrics) {
        Matcher found = Pattern.compile("\\{\"volatility_z\":(-?\\d+\\.\\d{6}),\"slow_average_slope\":-?0\\.\\d{6}}")
                .matcher(metrics);
        assertThat(found.matches()).as(metrics).isTrue();
        return Double.parseDouble(found.group(1));
    }

    private static boolean farFromEveryThreshold(double score) {
        return DoubleStream.of(-1, 1, 2.5).noneMatch(threshold -> Math.abs(score - threshold) <= 1e-6);
    }

    private static VolatilityRegime byScore(double score) {
        if (Double.isNaN(score)) {
            return VolatilityRegime.UNKNOWN;
        }
        if (score < -1) {
            return VolatilityRegime.LOW;
        }
        if (score <= 1) {
            return VolatilityRegime.NORMAL;
        }
        return score <= 2.5 ? VolatilityRegime.HIGH : VolatilityRegime.SPIKE;
    }

    /** NaN where there are fewer than 60 earlier volatilities to compare with. */
    private static double zScore(double[] closes, int bar) {
        int firstVolatility = 20;
        int earlier = Math.min(252, bar - firstVolatility);
        if (earlier < 60) {
            return Double.NaN;
        }
        double[] history = new double[earlier];
        Arrays.setAll(history, i -> volatility(closes, bar - 1 - i));
        return (volatility(closes, bar) - mean(history)) / standardDeviation(history);
    }

    private static double volatility(double[] closes, int bar) {
        double[] returns = new double[20];
        Arrays.setAll(returns, i -> Math.log(closes[bar - i] / closes[bar - i - 1]));
        return standardDeviation(returns);
    }

    private static TrendRegime trend(double[] closes, int bar) {
        if (bar < 59) {
            return TrendRegime.UNKNOWN;
        }
        double slow = average(closes, bar, 50);
        double fast = average(closes, bar, 20);
        double before = average(closes, bar - 10, 50);
        if (fast > slow && slow > before) {
            return TrendRegime.UP;
        }
        return fast < slow && slow < before ? TrendRegime.DOWN : TrendRegime.RANGE;
    }

    private static double average(double[] closes, int bar, int span) {
        double average = closes[0];
        for (int i = 1; i <= bar; i++) {
            average += 2.0 / (span + 1) * (closes[i] - average);
        }
        return average;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double standardDeviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1));
    }

    private static Regime at(List<Regime> rows, long timeMs) {
        return rows.stream()
                .filter(row -> row.timestampMs() <= timeMs)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** A walk whose steps are now small, now large. */
    private static double[] closes(long seed, int size) {
        Random random = new Random(seed);
        double[] closes = new double[size];
        double price = 100;
        double scale = 0.01;
        for (int i = 0; i < size; i++) {
            scale = random.nextInt(40) == 0 ? 0.001 + 0.04 * random.nextDouble() : scale;
            price *= Math.exp(scale * random.nextGaussian());
            closes[i] = price;
        }
        return closes;
    }

    private static BarSeries bars(double[] closes) {
        BarSeries.Builder bars = BarSeries.builder("X", HOUR_MS);
        for (int i = 0; i < closes.length; i++) {
            bars.add(closeMs(i) - HOUR_MS, closeMs(i), closes[i], closes[i], closes[i], closes[i], 1);
        }
        return bars.build();
    }

    private static long closeMs(int bar) {
        return (bar + 1) * HOUR_MS;
    }
}
