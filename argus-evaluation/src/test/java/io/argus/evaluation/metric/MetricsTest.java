package io.argus.evaluation.metric;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Every metric on numbers small enough to follow by hand. */
class MetricsTest {

    @Test
    void momentsOfFourNumbers() {
        // Deviations from 2.5: -1.5, -0.5, -0.5, 2.5; squares 2.25, 0.25, 0.25, 6.25; cubes -3.375, -0.125, -0.125,
        // 15.625.
        Moments moments = Moments.of(new double[] {1, 2, 2, 5});
        assertThat(moments.mean()).isEqualTo(2.5);
        assertThat(moments.standardDeviation()).isCloseTo(Math.sqrt(9.0 / 3), within(1e-15));
        assertThat(moments.skewness()).isCloseTo(3 / Math.pow(2.25, 1.5), within(1e-15));
        assertThat(moments.kurtosis()).isCloseTo((5.0625 + 0.0625 + 0.0625 + 39.0625) / 4 / 5.0625, within(1e-15));
        assertThat(moments.excessKurtosis()).isEqualTo(moments.kurtosis() - 3);
    }

    @Test
    void aLargeLevelDoesNotCancelASmallSpread() {
        double[] far = {1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16};
        assertThat(Moments.of(far).standardDeviation()).isCloseTo(Math.sqrt(30), within(1e-12));
        assertThat(Moments.of(new double[] {0.1, 0.1, 0.1}).varies()).isFalse();
        assertThatThrownBy(() -> Moments.of(new double[0])).hasMessageContaining("at least one");
        assertThatThrownBy(() -> Moments.of(new double[] {Double.NaN})).hasMessageContaining("finite");
    }

    @Test
    void whatVariesByNearlyNothingHasTheShapeOfNothing() {
        double[] values = {1, 2, -1, 5};
        for (double size : new double[] {1e-80, 1e-120, 1e-200, 1e-310}) {
            Moments moments =
                    Moments.of(Arrays.stream(values).map(each -> size * each).toArray());
            assertThat(moments.varies()).isFalse();
            assertThat(moments.kurtosis()).isEqualTo(3);
        }
        Moments small =
                Moments.of(Arrays.stream(values).map(each -> 1e-70 * each).toArray());
        assertThat(small.kurtosis()).isCloseTo(Moments.of(values).kurtosis(), within(1e-12));
    }

    @Test
    void ratios() {
        double[] returns = {0.02, -0.01, 0.03, 0};
        double mean = 0.01;
        double deviation = Math.sqrt((0.0001 + 0.0004 + 0.0004 + 0.0001) / 3);
        assertThat(SharpeRatio.perPeriod(returns)).hasValueCloseTo(mean / deviation, within(1e-14));
        assertThat(SharpeRatio.annualized(returns, 252))
                .hasValueCloseTo(mean / deviation * Math.sqrt(252), within(1e-12));
        // One shortfall of 0.01 among four periods.
        assertThat(SharpeRatio.sortinoAnnualized(returns, 0, 1)).hasValueCloseTo(mean / (0.01 / 2), within(1e-14));
        assertThat(SharpeRatio.sortinoAnnualized(new double[] {0.1, 0.2}, 0, 1)).isEmpty();
        assertThat(SharpeRatio.perPeriod(new double[] {0.1})).isEmpty();
    }

    @Test
    void drawdownsCountFromTheStart() {
        // Equity 0.9, 0.99, 0.792: falls of 0.1, 0.01 and 0.208 from the start.
        Drawdown drawdown = Drawdown.of(new double[] {-0.1, 0.1, -0.2});
        assertThat(drawdown.maximum()).isCloseTo(0.208, within(1e-15));
        assertThat(drawdown.ulcerIndex()).isCloseTo(Math.sqrt((0.01 + 0.0001 + 0.208 * 0.208) / 3), within(1e-15));
    }

    @Test
    void tradesWithoutLossesHaveNoProfitFactor() {
        TradeStatistics mixed = TradeStatistics.ofPnl(new double[] {30, -10, 10, 0});
        assertThat(mixed.winners()).isEqualTo(2);
        assertThat(mixed.winRate()).hasValue(50);
        assertThat(mixed.profitFactor()).hasValue(4);
        assertThat(mixed.payoffRatio()).hasValue(2);
        assertThat(mixed.expectancy()).hasValue(7.5);
        TradeStatistics won = TradeStatistics.ofPnl(new double[] {1, 2});
        assertThat(won.profitFactor()).isEmpty();
        assertThat(won.payoffRatio()).isEmpty();
        assertThat(TradeStatistics.ofPnl(new double[0]).winRate()).isEmpty();
    }

    @Test
    void tails() {
        double[] returns = new double[101];
        Arrays.setAll(returns, i -> (i - 40) / 100.0);
        // The 5th percentile is -0.35, the 95th 0.55.
        assertThat(TailRisk.tailRatio(returns)).hasValueCloseTo(0.55 / 0.35, within(1e-12));
        assertThatThrownBy(() -> TailRisk.conditionalValueAtRisk(returns, 0)).hasMessageContaining("(0, 1]");
    }

    @Test
    void quantilesLieLinearlyBetweenOrderStatistics() {
        double[] values = {3, 1, 2, 10};
        assertThat(Quantiles.of(values, 0.5)).isEqualTo(2.5);
        assertThat(Quantiles.of(values, 0.95)).isCloseTo(3 + 0.85 * 7, within(1e-12));
        assertThat(values).containsExactly(3, 1, 2, 10);
        assertThat(Quantiles.select(values.clone(), 0, 0.5, 0.95, 1))
                .containsExactly(new double[] {1, 2.5, 3 + 0.85 * 7, 10}, within(1e-12));
        double[] many = new double[1_000];
        Arrays.setAll(many, i -> Math.floor(i * 7_919 % 1_000 / 8.0));
        assertThat(Quantiles.select(many.clone(), 0.05, 0.5, 0.95))
                .containsExactly(Quantiles.of(many, 0.05), Quantiles.of(many, 0.5), Quantiles.of(many, 0.95));
    }

    @Test
    void autocorrelationOfFirstOrder() {
        // Deviations -1, 1, -1, 1: products -1 -1 -1 over a sum of squares of 4.
        assertThat(Autocorrelation.first(new double[] {1, 3, 1, 3})).isEqualTo(-0.75);
        assertThat(Autocorrelation.first(new double[] {2, 2, 2})).isZero();
    }
}
