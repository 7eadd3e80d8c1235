package io.argus.allocation;

import io.argus.allocation.portfolio.AllocationMethod;
import io.argus.allocation.portfolio.PortfolioWeights;
import io.argus.allocation.portfolio.RiskBudgets;
import io.argus.allocation.sizing.FractionalKelly;
import io.argus.allocation.sizing.Sizing;
import io.argus.allocation.sizing.SizingStep;
import io.argus.allocation.sizing.StepwiseSizing;
import io.argus.domain.ConfigException;
import io.argus.domain.allocation.Adjustment;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.allocation.AllocationPlan;
import io.argus.domain.allocation.Trade;
import io.argus.domain.forecast.Forecast;
import io.argus.domain.forecast.MaxLossPerContract;
import io.argus.domain.returns.ReturnTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class AllocationEngineTest {

    private static final List<Forecast> TWO =
            List.of(Forecast.of("calm", "SPX", 0.05, 0.1), Forecast.of("wild", "BTC", 0.3, 0.6));

    /** Uncorrelated; wild is twice as wild as calm. */
    private static final ReturnTable RETURNS =
            ReturnTable.of(List.of("1", "2", "3", "4"), List.of("wild", "calm"), new double[][] {
                {0.02, -0.02, 0.02, -0.02}, {0.01, 0.01, -0.01, -0.01}
            });

    private final AllocationEngine engine = new AllocationEngine();

    @Test
    void anEdgeBeyondAllNumbersOverAVarianceBeyondThemIsNoSize() {
        Forecast absurd = new Forecast(
                "absurd",
                "",
                "X",
                Optional.empty(),
                Double.MAX_VALUE,
                1e200,
                0,
                -Double.MAX_VALUE,
                1,
                OptionalDouble.empty(),
                Double.MAX_VALUE,
                Forecast.MuSource.NONE,
                Forecast.SigmaSource.DAILY_STANDARD_DEVIATION);

        Allocation sized = engine.plan(AllocationRequest.of(List.of(absurd), 1000, AllocationSettings.defaults()))
                .allocations()
                .get(0);

        assertThat(sized.weight()).isZero();
        assertThat(sized.kellyRaw()).isZero();
        assertThat(sized.trail()).allSatisfy(step -> assertThat(step.before()).isFinite());
    }

    @Test
    void ownStepsStandBesideOursAndLeaveTheirTrail() {
        List<SizingStep> steps = new ArrayList<>(new FractionalKelly(0.25, 0.9, OptionalDouble.empty(), 0).steps());
        steps.add(draft -> draft.resize("halved", draft.weight() / 2, "half size until the model is older"));
        AllocationSettings settings = new AllocationSettings(new StepwiseSizing(0.9, steps), 1);
        Allocation found = engine.plan(AllocationRequest.of(TWO.subList(1, 2), 100, settings))
                .allocations()
                .get(0);
        assertThat(found.weight()).isCloseTo(0.25 * 0.3 / 0.36 / 2, within(1e-8));
        assertThat(found.trail())
                .extracting(Adjustment::step)
                .containsExactly("confidence", "kelly", "kelly_fraction", "halved", "rounding");
    }

    @Test
    void aStepThatGoesWildIsHeldToTheCapAndOneThatGivesNoNumberToNothing() {
        for (double wild : new double[] {5, Double.POSITIVE_INFINITY}) {
            StepwiseSizing rule = StepwiseSizing.of(0.1, draft -> draft.resize("wild", wild, "more"));
            assertThat(rule.size(TWO.get(0)).weight()).isEqualTo(0.1);
        }
        StepwiseSizing none = StepwiseSizing.of(0.1, draft -> draft.resize("none", Double.NaN, "?"));
        assertThat(none.size(TWO.get(0)).weight()).isZero();
    }

    @Test
    void aStepThatBelievesNoNumberEndsAtNothing() {
        StepwiseSizing rule = StepwiseSizing.of(
                0.1, draft -> draft.believe("model", Double.NaN, "it has no answer"), SizingStep.kelly(0.5));
        Sizing sized = rule.size(TWO.get(0));
        assertThat(sized.weight()).isZero();
        assertThat(sized.kellyRaw()).isFinite();
        assertThat(sized.trail()).hasSize(1).allSatisfy(step -> {
            assertThat(step.step()).isEqualTo("model");
            assertThat(step.after()).isZero();
            assertThat(step.reason()).isEqualTo("gave no number, so nothing is held");
        });
    }

    @Test
    void allTogetherByAMethodUnderTheSameCaps() {
        AllocationPlan plan = engine.plan(request(method(AllocationMethod.INVERSE_VOLATILITY), 0.6));
        assertThat(plan.allocations().get(0).weight()).isCloseTo(0.6, within(2e-8));
        assertThat(plan.allocations().get(1).weight()).isCloseTo(0.4, within(2e-8));
        assertThat(plan.allocations().get(0).trail())
                .extracting(Adjustment::step)
                .containsExactly("inverse_volatility", "weight_limits", "rounding");
        assertThat(plan.risk().expectedVolatility()).isPresent();
        assertThat(plan.risk().conditionalValueAtRisk().getAsDouble()).isCloseTo(0.01 * 0.6 + 0.02 * 0.4, within(1e-9));
    }

    /** Fifty days, so that the worst twentieth is two days and half of a third. */
    @Test
    void theFiguresOfTheWholeAreThoseOfItsDays() {
        int days = 50;
        double[][] columns = new double[2][days];
        double[] joint = new double[days];
        for (int day = 0; day < days; day++) {
            columns[0][day] = (7 * day % days - 25) / 500.0;
            columns[1][day] = (day - 25) / 1_000.0;
            joint[day] = 0.5 * columns[0][day] + 0.5 * columns[1][day];
        }
        ReturnTable returns = ReturnTable.of(
                IntStream.range(0, days).mapToObj(Integer::toString).toList(), List.of("wild", "calm"), columns);
        AllocationPlan plan =
                engine.plan(AllocationRequest.of(TWO, 1_000, settings(method(AllocationMethod.EQUAL_WEIGHT), 0.9))
                        .withReturns(returns));

        double mean = Arrays.stream(joint).average().orElseThrow();
        double variance =
                Arrays.stream(joint).map(each -> Math.pow(each - mean, 2)).sum() / (days - 1);
        double[] worst = Arrays.stream(joint).sorted().limit(3).toArray();
        assertThat(plan.risk().expectedVolatility()).hasValueCloseTo(Math.sqrt(252 * variance), within(1e-9));
        assertThat(plan.risk().conditionalValueAtRisk())
                .hasValueCloseTo(-(worst[0] + worst[1] + 0.5 * worst[2]) / 2.5, within(1e-9));
    }

    /** (0.8 · 0.5 − 0.04) / 0.36, whatever the method makes of it. */
    @Test
    void fullKellyIsOfWhatIsBelievedLessItsCost() {
        Forecast believed = new Forecast(
                "wild",
                "",
                "BTC",
                Optional.empty(),
                0.5,
                0.6,
                0,
                0.04,
                0.8,
                OptionalDouble.empty(),
                0.5,
                Forecast.MuSource.GIVEN,
                Forecast.SigmaSource.GIVEN);
        for (AllocationMethod method :
                List.of(AllocationMethod.EQUAL_WEIGHT, AllocationMethod.HRP, AllocationMethod.FRACTIONAL_KELLY)) {
            AllocationPlan plan = engine.plan(
                    AllocationRequest.of(List.of(TWO.get(0), believed), 1_000, settings(method(method), 0.9))
                            .withReturns(RETURNS));
            assertThat(plan.allocations().get(1).kellyRaw()).as(method.key()).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void everyMethodGivesTheSameWhateverTheOrderOfForecasts() {
        List<Forecast> reversed = new ArrayList<>(TWO);
        Collections.reverse(reversed);
        for (AllocationMethod method : AllocationMethod.values()) {
            AllocationSettings settings = settings(method(method), 0.9);
            List<Allocation> there = engine.plan(
                            AllocationRequest.of(TWO, 1_000, settings).withReturns(RETURNS))
                    .allocations();
            List<Allocation> back = engine.plan(
                            AllocationRequest.of(reversed, 1_000, settings).withReturns(RETURNS))
                    .allocations();
            assertThat(back).as(method.key()).containsExactlyInAnyOrderElementsOf(there);
        }
    }

    @Test
    void aBadForecastIsNothingAndHarmsNoOther() {
        List<Forecast> three = List.of(TWO.get(0), Forecast.of("bad", "X", Double.NaN, 0.2), TWO.get(1));
        for (AllocationMethod method : AllocationMethod.values()) {
            AllocationPlan plan = engine.plan(AllocationRequest.of(three, 1_000, settings(method(method), 0.9))
                    .withReturns(RETURNS));
            assertThat(plan.allocations().get(1).weight()).isZero();
            assertThat(plan.allocations().get(1).trail().get(0).step()).isEqualTo("unusable_forecast");
            assertThat(plan.allocations().get(0).weight()).as(method.key()).isPositive();
        }
    }

    /** Such as interest, told as what an account that grows by it had from day to day. */
    @Test
    void whatChangesByRoundingAloneTakesNoWeightFromTheOthers() {
        ReturnTable returns = ReturnTable.of(List.of("1", "2", "3", "4"), List.of("wild", "calm"), new double[][] {
            {0.02, -0.02, 0.02, -0.02}, {1e-4, 1e-4 + 2e-16, 1e-4 - 2e-16, 1e-4}
        });
        List<Allocation> found = engine.plan(
                        request(method(AllocationMethod.INVERSE_VOLATILITY), 1).withReturns(returns))
                .allocations();
        assertThat(found.get(0).weight()).isZero();
        assertThat(found.get(0).trail().get(0).reason()).isEqualTo("its returns never change");
        assertThat(found.get(1).weight()).isEqualTo(1);
    }

    @Test
    void anAllocatorThatGivesMoreOrFewerWeightsThanAssetsIsNamed() {
        for (double[] weights : new double[][] {{0.1}, {0.1, 0.1, 0.5}}) {
            PortfolioSettings own = PortfolioSettings.of("mine", problem -> PortfolioWeights.of(weights));
            assertThatThrownBy(() -> engine.plan(request(own, 1)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("mine gave " + weights.length + " weights for 2 assets");
        }
    }

    @Test
    void missingReturnsAreNamedWithTheMethodsThatDoWithout() {
        assertThatThrownBy(() ->
                        engine.plan(AllocationRequest.of(TWO, 1_000, settings(method(AllocationMethod.HRP), 0.9))))
                .isInstanceOf(ConfigException.class)
                .hasMessage("method: hrp needs returns, and there are none of calm; methods that work without:"
                        + " fractional_kelly, equal_weight");
        assertThat(engine.plan(AllocationRequest.of(TWO, 1_000, settings(method(AllocationMethod.EQUAL_WEIGHT), 0.9)))
                        .allocations())
                .extracting(Allocation::weight)
                .containsExactly(0.5, 0.5);
    }

    @Test
    void withoutEquityNothingIsHeld() {
        for (double equity : new double[] {0, -5, Double.NaN, Double.POSITIVE_INFINITY}) {
            for (AllocationMethod method : AllocationMethod.values()) {
                AllocationPlan plan = engine.plan(AllocationRequest.of(TWO, equity, settings(method(method), 0.9))
                        .withReturns(RETURNS));
                assertThat(plan.allocations()).allMatch(each -> each.weight() == 0 && each.dollarRisk() == 0);
            }
        }
    }

    @Test
    void smallChangesAreNotTradedAndLargeOnesInPart() {
        Map<String, Double> held = Map.of("calm", 0.66, "gone", 0.2);
        AllocationSettings settings = settings(method(AllocationMethod.INVERSE_VOLATILITY), 0.9)
                .withRebalancing(new Rebalancing(Optional.of(held), 0.01, OptionalDouble.of(0.1)));
        AllocationPlan plan =
                engine.plan(AllocationRequest.of(TWO, 1_000, settings).withReturns(RETURNS));
        assertThat(plan.allocations()).extracting(Allocation::weight).containsExactly(0.66, 0.1);
        assertThat(plan.trades()).containsExactly(new Trade("gone", 0.2, 0), new Trade("wild", 0, 0.1));
        assertThat(plan.allocations().get(0).trail())
                .extracting(Adjustment::step)
                .contains("no_trade_band");
    }

    @Test
    void capsGoBeforeTurnoverLimits() {
        AllocationSettings settings = settings(method(AllocationMethod.EQUAL_WEIGHT), 0.5)
                .withRebalancing(
                        new Rebalancing(Optional.of(Map.of("calm", 0.9, "wild", 0.9)), 0, OptionalDouble.of(0.01)));
        AllocationPlan plan = engine.plan(AllocationRequest.of(TWO, 1_000, settings));
        assertThat(plan.exposure()).isLessThanOrEqualTo(1);
        assertThat(plan.allocations()).allMatch(each -> each.weight() <= 0.5);
    }

    /** It was told as sold, and its runs as bought anew. */
    @Test
    void aHoldingOfOneOfSeveralRunsMustSayOfWhich() {
        List<Forecast> runs = List.of(run("trend", "b"), run("trend", "a"));
        AllocationSettings settings = settings(method(AllocationMethod.EQUAL_WEIGHT), 0.5)
                .withRebalancing(new Rebalancing(Optional.of(Map.of("trend", 0.5)), 0, OptionalDouble.empty()));
        assertThatThrownBy(() -> engine.plan(AllocationRequest.of(runs, 1_000, settings)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("has trend, of which several runs are sized; name them, as in trend/b");
    }

    @Test
    void turnoverLimitsAreHeldAgainstDecimals() {
        AllocationSettings band = settings(method(AllocationMethod.EQUAL_WEIGHT), 0.07)
                .withRebalancing(
                        new Rebalancing(Optional.of(Map.of("calm", 0.06, "wild", 0.05)), 0.01, OptionalDouble.empty()));
        assertThat(engine.plan(AllocationRequest.of(TWO, 1_000, band)).allocations())
                .extracting(Allocation::weight)
                .containsExactlyInAnyOrder(0.06, 0.07);
        AllocationSettings change = settings(method(AllocationMethod.EQUAL_WEIGHT), 0.07)
                .withRebalancing(
                        new Rebalancing(Optional.of(Map.of("calm", 0.06, "wild", 0.07)), 0, OptionalDouble.of(0.01)));
        assertThat(engine.plan(AllocationRequest.of(TWO, 1_000, change)).allocations())
                .allSatisfy(each -> assertThat(each.weight()).isEqualTo(0.07))
                .noneMatch(each ->
                        each.trail().stream().anyMatch(step -> step.step().equals("max_change")));
    }

    @Test
    void centsAndContractsAreCountedInDecimals() {
        Allocation found = plan(1, 0.29, 1, 100, 14.5).get(0);
        assertThat(found.dollarRisk()).isEqualTo(29);
        assertThat(found.contracts()).hasValue(2);
        assertThat(plan(1, 0.57, 1, 1_000, 1).get(0).contracts()).hasValue(570);
    }

    @Test
    void scalingUnderTheAggregateCapLosesNoUnitToNoise() {
        assertThat(plan(20, 0.07, 1, 10_000, 100)).hasSize(20).allSatisfy(each -> {
            assertThat(each.weight()).isEqualTo(0.05);
            assertThat(each.contracts()).hasValue(5);
        });
        assertThat(plan(3, 0.5, 0.3, 10_000, 100)).hasSize(3).allMatch(each -> each.weight() == 0.1);
        assertThat(plan(3, 0.5, 1, 10_000, 100)).allMatch(each -> each.weight() == 0.33333333);
    }

    @Test
    void whatNoiseAddsIsTakenFromTheLastWhereTheCapIsNoWholeStep() {
        double cap = 0.3 - 1e-14;
        assertThat(plan(3, 0.5, cap, 10_000, 100))
                .extracting(Allocation::weight)
                .containsExactly(0.1, 0.1, 0.09999999);
        assertThat(plan(1, cap, 1, 10_000, 100)).extracting(Allocation::weight).containsExactly(0.29999999);
    }

    private List<Allocation> plan(int plays, double perPlay, double aggregate, double equity, double loss) {
        List<Forecast> forecasts = IntStream.range(0, plays)
                .mapToObj(i -> Forecast.of("s" + (char) ('a' + i), "SPX", 5, 0.1))
                .toList();
        AllocationSettings settings =
                new AllocationSettings(new FractionalKelly(0.25, perPlay, OptionalDouble.empty(), 0), aggregate);
        return engine.plan(AllocationRequest.of(forecasts, equity, settings)
                        .withMaxLosses(new MaxLossPerContract(Map.of(), OptionalDouble.of(loss))))
                .allocations();
    }

    private static Forecast run(String strategyId, String runId) {
        Forecast any = Forecast.of(strategyId, "SPX", 0.1, 0.2);
        return new Forecast(
                strategyId,
                runId,
                any.instrument(),
                any.kind(),
                any.mu(),
                any.sigma(),
                any.edgeScore(),
                any.cost(),
                any.confidence(),
                any.maxLossPerContract(),
                any.muRaw(),
                any.muSource(),
                any.sigmaSource());
    }

    private static AllocationRequest request(PortfolioSettings portfolio, double cap) {
        return AllocationRequest.of(TWO, 1_000, settings(portfolio, cap)).withReturns(RETURNS);
    }

    private static AllocationSettings settings(PortfolioSettings portfolio, double cap) {
        return new AllocationSettings(new FractionalKelly(0.25, cap, OptionalDouble.empty(), 0), 1)
                .withPortfolio(portfolio);
    }

    private static PortfolioSettings method(AllocationMethod method) {
        return PortfolioSettings.of(method, RiskBudgets.equal(), 0.25);
    }
}
