package io.argus.evaluation.scoring;

import io.argus.research.experiment.RegimeBucket;
import io.argus.research.ranking.ScoreComponent;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Every part of the composite score at its breakpoints, worked out by hand from docs/methods.md. */
class PenaltiesTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "5, 0", "27.5, 0.5", "50, 1", "80, 1"})
    void drawdownIsLinearFromFiveToFiftyPercent(double percent, double penalty) {
        assertThat(Penalties.drawdown(percent)).isEqualTo(penalty);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0.8, 0", "0.4, 0.5", "0, 1"})
    void rejectsCountBelowFourInFive(double fillRate, double penalty) {
        assertThat(Penalties.reject(fillRate)).isCloseTo(penalty, within(1e-12));
    }

    @Test
    void robustnessLooksAtThePopulationOfResults() {
        assertThat(Penalties.robustness(new double[] {100})).isZero();
        assertThat(Penalties.robustness(new double[] {100, -100})).isEqualTo(0.5);
        // Mean 100, population deviation 30: exactly where it begins.
        assertThat(Penalties.robustness(new double[] {70, 130})).isCloseTo(0, within(1e-12));
        // Mean 100, deviation 115: (1.15 - 0.3) / 1.7.
        assertThat(Penalties.robustness(new double[] {-15, 215})).isCloseTo(0.5, within(1e-12));
        assertThat(Penalties.robustness(new double[] {-300, 500})).isEqualTo(1);
        assertThat(Penalties.robustness(new double[] {15, -215})).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void theWorstFactorDecidesAboutRegimes() {
        assertThat(Penalties.regimeDependency(List.of())).isZero();
        // One value of a factor says nothing, however much it made.
        assertThat(Penalties.regimeDependency(List.of(bucket("volatility:LOW", 100, 5))))
                .isZero();
        assertThat(Penalties.regimeDependency(List.of(bucket("trend:UP", 80, 5), bucket("trend:DOWN", -20, 5))))
                .isZero();
        assertThat(Penalties.regimeDependency(List.of(bucket("trend:UP", -85, 5), bucket("trend:DOWN", 15, 5))))
                .isEqualTo(0.5);
        assertThat(Penalties.regimeDependency(List.of(
                        bucket("trend:UP", 50, 5),
                        bucket("trend:DOWN", 50, 5),
                        bucket("session:RTH", 95, 5),
                        bucket("session:PRE", 5, 5))))
                .isEqualTo(0.8);
        assertThat(Penalties.regimeDependency(List.of(bucket("trend:UP", 90, 5), bucket("trend:DOWN", 10, 5))))
                .isEqualTo(0.5);
    }

    @Test
    void sensitivityIsOneLessTheVariationOfTheResultABar() {
        assertThat(Penalties.regimeSensitivity(List.of())).isEqualTo(0.5);
        assertThat(Penalties.regimeSensitivity(List.of(bucket("a:b", 5, 0)))).isEqualTo(0.5);
        assertThat(Penalties.regimeSensitivity(List.of(bucket("a:b", 5, 1)))).isZero();
        // 1 and 3 a bar: mean 2, population deviation 1.
        assertThat(Penalties.regimeSensitivity(List.of(bucket("a:b", 10, 10), bucket("a:c", 15, 5))))
                .isEqualTo(0.5);
        assertThat(Penalties.regimeSensitivity(List.of(bucket("a:b", 10, 10), bucket("a:c", -10, 10))))
                .isZero();
        assertThat(Penalties.regimeSensitivity(List.of(bucket("a:b", 0, 10), bucket("a:c", 0, 10))))
                .isEqualTo(1);
    }

    @Test
    void windowsMustAgreeOnTheSign() {
        assertThat(Penalties.walkForward(new double[] {1})).isZero();
        assertThat(Penalties.walkForward(new double[] {1, 2, 3, 4, -1})).isZero();
        assertThat(Penalties.walkForward(new double[] {1, -1})).isEqualTo(0.8);
        // Two of three: (0.8 - 2/3) / 0.3 · 0.8.
        assertThat(Penalties.walkForward(new double[] {1, 2, -1})).isCloseTo(0.3555555556, within(1e-10));
        // A window without a result agrees with neither side.
        assertThat(Penalties.walkForward(new double[] {1, 0, 0, -1})).isEqualTo(0.8);
    }

    @Test
    void theSetIsNormalisedAndWhatCannotBeComputedStaysOut() {
        List<CompositeScore> scores = CompositeScore.of(
                List.of(
                        input(10, OptionalDouble.of(1)),
                        input(30, OptionalDouble.of(2)),
                        input(20, OptionalDouble.empty())),
                CompositeScore.defaultWeights());

        // Without buckets the sensitivity is 0.5, which brings 0.025.
        assertThat(scores.get(0).value()).isEqualTo(0.025);
        assertThat(scores.get(1).value()).isEqualTo(0.575);
        assertThat(scores.get(2).value()).isEqualTo(0.15);
        assertThat(scores.get(2).components()).containsEntry(ScoreComponent.SHARPE_NORM, 0.0);

        CompositeScore alone = CompositeScore.of(
                        List.of(input(7, OptionalDouble.of(3))), CompositeScore.defaultWeights())
                .get(0);
        assertThat(alone.value()).isEqualTo(0.3);
    }

    /** Such as those of one strategy at two sizes. */
    @Test
    void whatDiffersByRoundingAloneIsEqual() {
        double sharpe = 1.2345678;
        List<CompositeScore> scores = CompositeScore.of(
                List.of(
                        input(10, OptionalDouble.of(sharpe)),
                        input(10, OptionalDouble.of(Math.nextUp(sharpe))),
                        input(10, OptionalDouble.of(Math.nextDown(sharpe)))),
                CompositeScore.defaultWeights());
        assertThat(scores)
                .allSatisfy(score -> assertThat(score.components())
                        .containsEntry(ScoreComponent.SHARPE_NORM, 0.5)
                        .containsEntry(ScoreComponent.RETURN_NORM, 0.5));
    }

    /** Returns are known to 1e-16, however small their mean: with it Sharpe ratios of one strategy lie 1e-13 apart. */
    @Test
    void roundingIsNoSmallerWhereASharpeRatioIsNearNothing() {
        List<CompositeScore> scores = CompositeScore.of(
                List.of(input(10, OptionalDouble.of(0.01)), input(10, OptionalDouble.of(0.01 + 9e-14))),
                CompositeScore.defaultWeights());
        assertThat(scores)
                .allSatisfy(score -> assertThat(score.components()).containsEntry(ScoreComponent.SHARPE_NORM, 0.5));
        List<CompositeScore> apart = CompositeScore.of(
                List.of(input(10, OptionalDouble.of(0.01)), input(10, OptionalDouble.of(0.01 + 1e-9))),
                CompositeScore.defaultWeights());
        assertThat(apart.get(1).components()).containsEntry(ScoreComponent.SHARPE_NORM, 1.0);
    }

    @Test
    void scoresHaveSixDecimalsAndTheirPartsFour() {
        CompositeScore score = CompositeScore.of(
                        List.of(
                                input(0, OptionalDouble.of(0)),
                                input(1, OptionalDouble.of(1)),
                                input(3, OptionalDouble.of(3))),
                        CompositeScore.defaultWeights())
                .get(1);

        // 0.25 / 3 + 0.30 / 3 + 0.025.
        assertThat(score.value()).isEqualTo(0.208333);
        assertThat(score.components()).containsEntry(ScoreComponent.RETURN_NORM, 0.3333);
    }

    private static CompositeScore.Input input(double percent, OptionalDouble sharpe) {
        return new CompositeScore.Input(percent, sharpe, 0, 1, 0, 0, 0.5, 0);
    }

    private static RegimeBucket bucket(String key, double pnl, long bars) {
        return new RegimeBucket(key, pnl, bars);
    }
}
