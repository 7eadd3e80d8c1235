package io.argus.evaluation.significance;

import io.argus.domain.returns.DailyReturns;
import io.argus.evaluation.testing.Series;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is left by rounding alone is no strategy, and must not become a Sharpe ratio. */
class BenchmarkTest {

    private static final double[] MARKET = Series.repeatable(300, 4, 0.05);
    private static final double[] CASH = filled(300, 0.05 / 252);

    @Test
    void anAccountThatEarnsWhatCashDoesDoesNotVaryAgainstCash() {
        double[] cash = Arrays.stream(Series.repeatable(300, 5, 0.9))
                .map(value -> 0.0002 + value / 100_000)
                .toArray();
        double[] idle = new double[cash.length];
        double equity = 10_000;
        for (int day = 0; day < idle.length; day++) {
            double next = equity * (1 + cash[day]);
            idle[day] = next / equity - 1;
            equity = next;
        }
        DailyReturns daily = DailyReturns.of(days(idle.length), idle, Optional.empty(), Optional.of(cash));
        assertThat(Benchmark.CASH.differences(daily).values()).containsOnly(0);
    }

    /** As of a walk-forward run that never trades: its interest is the same every day, but for rounding. */
    @Test
    void interestAloneDoesNotVaryAgainstNothing() {
        double[] idle = new double[300];
        double equity = 10_000;
        for (int day = 0; day < idle.length; day++) {
            double next = equity + equity * 0.05 / 365;
            idle[day] = next / equity - 1;
            equity = next;
        }
        DailyReturns daily = DailyReturns.of(days(idle.length), idle);
        assertDoesNotVary(Benchmark.ZERO.differences(daily).values());
    }

    @Test
    void aPartOfTheMarketLessAFeeDoesNotVaryAgainstIt() {
        double[] part = Arrays.stream(MARKET)
                .map(value -> 0.3 * value + 0.7 * CASH[0] - 0.00003)
                .toArray();
        assertDoesNotVary(differences(Benchmark.BETA_ADJUSTED, part));
        double[] fund = Arrays.stream(MARKET).map(value -> value - 0.00003).toArray();
        assertDoesNotVary(differences(Benchmark.BUY_AND_HOLD, fund));
    }

    /** Beta fits two days exactly. */
    @Test
    void twoDaysDoNotVaryAgainstTheMarket() {
        for (int seed = 0; seed < 50; seed++) {
            double[] two = Series.repeatable(2, 60 + seed, 0.3);
            DailyReturns daily =
                    DailyReturns.of(days(2), two, Optional.of(Series.repeatable(2, 160 + seed, 0.1)), Optional.empty());
            assertDoesNotVary(Benchmark.BETA_ADJUSTED.differences(daily).values());
        }
    }

    /** As of a currency that is pegged: its price stands still on most days, and so does whoever trades it. */
    @Test
    void daysOnWhichNothingMovesDoNotMakeAStrategyTheMarketItself() {
        double[] market = IntStream.range(0, 300)
                .mapToDouble(day -> day % 3 == 0 ? MARKET[day] : 0)
                .toArray();
        double[] sold = Arrays.stream(market).map(value -> -value).toArray();
        double[] timed = IntStream.range(0, 300)
                .mapToDouble(day -> day % 6 == 0 ? market[day] : 0)
                .toArray();
        double[] bought = market.clone();
        bought[0] -= 0.001;
        for (Benchmark benchmark : List.of(Benchmark.BUY_AND_HOLD, Benchmark.BETA_ADJUSTED)) {
            assertThat(isOwn(benchmark, timed, market)).as(benchmark.key()).isFalse();
            assertThat(isOwn(benchmark, bought, market)).as(benchmark.key()).isTrue();
        }
        assertThat(isOwn(Benchmark.BUY_AND_HOLD, sold, market)).isFalse();
    }

    /** An entry's fee moves beta away from 1, and with it what is left of the interest on days on which the price stands still. */
    @Test
    void interestDoesNotHideThatAPeggedCurrencyIsHeld() {
        double[] market = IntStream.range(0, 300)
                .mapToDouble(day -> day % 3 == 0 ? MARKET[day] : 0)
                .toArray();
        double[] bought = market.clone();
        bought[0] -= 0.001;
        double[] timed = IntStream.range(0, 300)
                .mapToDouble(day -> day % 2 == 0 ? market[day] : CASH[day])
                .toArray();
        for (Benchmark benchmark : List.of(Benchmark.BUY_AND_HOLD, Benchmark.BETA_ADJUSTED)) {
            assertThat(isOwn(benchmark, bought, market, CASH))
                    .as(benchmark.key())
                    .isTrue();
            assertThat(isOwn(benchmark, timed, market, CASH))
                    .as(benchmark.key())
                    .isFalse();
        }
    }

    private static boolean isOwn(Benchmark benchmark, double[] returns, double[] market) {
        return isOwn(benchmark, returns, market, new double[returns.length]);
    }

    private static boolean isOwn(Benchmark benchmark, double[] returns, double[] market, double[] cash) {
        return benchmark
                .differences(DailyReturns.of(days(returns.length), returns, Optional.of(market), Optional.of(cash)))
                .ownBenchmark();
    }

    private static void assertDoesNotVary(double[] values) {
        assertThat(values).containsOnly(values[0]);
    }

    private static double[] differences(Benchmark benchmark, double[] returns) {
        return benchmark
                .differences(DailyReturns.of(days(returns.length), returns, Optional.of(MARKET), Optional.of(CASH)))
                .values();
    }

    private static double[] filled(int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return values;
    }

    private static List<LocalDate> days(int count) {
        return IntStream.range(0, count)
                .mapToObj(LocalDate.of(2019, 1, 1)::plusDays)
                .toList();
    }
}
