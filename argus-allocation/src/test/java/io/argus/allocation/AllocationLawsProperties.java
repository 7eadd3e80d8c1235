package io.argus.allocation;

import io.argus.allocation.sizing.FractionalKelly;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.forecast.Forecast;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** The laws of sizing (docs/methods.md, section 9), without tolerance, in decimals as they are written. */
class AllocationLawsProperties {

    @Property
    void noWeightBreaksItsCapAndNoSumTheAggregate(
            @ForAll("forecasts") List<Forecast> forecasts, @ForAll("settings") AllocationSettings settings) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Allocation allocation : allocate(settings, forecasts, 10_000)) {
            assertThat(Math.abs(allocation.weight()))
                    .isLessThanOrEqualTo(settings.rule().cap());
            sum = sum.add(BigDecimal.valueOf(Math.abs(allocation.weight())));
        }
        assertThat(sum).isLessThanOrEqualTo(BigDecimal.valueOf(settings.aggregateExposureCap()));
    }

    @Property
    void theOrderOfForecastsDoesNotMatter(
            @ForAll("forecasts") List<Forecast> forecasts,
            @ForAll("settings") AllocationSettings settings,
            @ForAll Random random) {
        List<Forecast> shuffled = new ArrayList<>(forecasts);
        Collections.shuffle(shuffled, random);
        assertThat(allocate(settings, shuffled, 10_000))
                .containsExactlyInAnyOrderElementsOf(allocate(settings, forecasts, 10_000));
    }

    @Property
    void weightsDoNotDependOnEquity(
            @ForAll("forecasts") List<Forecast> forecasts, @ForAll("settings") AllocationSettings settings) {
        assertThat(weights(allocate(settings, forecasts, 1))).isEqualTo(weights(allocate(settings, forecasts, 1e7)));
    }

    @Property
    void withoutAnEdgeNothingIsHeld(@ForAll("forecasts") List<Forecast> forecasts) {
        for (Allocation allocation : allocate(AllocationSettings.defaults(), forecasts, 10_000)) {
            Forecast forecast = allocation.forecast();
            if (!(forecast.confidence() * forecast.mu() > forecast.cost())) {
                assertThat(allocation.weight()).isZero();
            }
        }
    }

    @Property
    void contractsNeverRiskMoreThanTheWeightAllows(
            @ForAll("forecasts") List<Forecast> forecasts, @ForAll("settings") AllocationSettings settings) {
        for (Allocation allocation : allocate(settings, forecasts, 1e6)) {
            allocation
                    .contracts()
                    .ifPresent(contracts -> assertThat(BigDecimal.valueOf(allocation
                                            .forecast()
                                            .maxLossPerContract()
                                            .orElseThrow())
                                    .multiply(BigDecimal.valueOf(contracts)))
                            .isLessThanOrEqualTo(BigDecimal.valueOf(Math.abs(allocation.dollarRisk()))));
        }
    }

    @Property
    void moreToExpectNeverMeansLess(@ForAll("numbers") double mu, @ForAll("numbers") double more) {
        FractionalKelly rule = new FractionalKelly(0.25, 0.07, OptionalDouble.empty(), 0);
        double less = rule.size(Forecast.of("a", "X", Math.min(mu, more), 0.2)).weight();
        assertThat(rule.size(Forecast.of("a", "X", Math.max(mu, more), 0.2)).weight())
                .isGreaterThanOrEqualTo(less);
    }

    @Provide
    Arbitrary<Double> numbers() {
        return Arbitraries.oneOf(
                Arbitraries.doubles().between(-1, 3),
                Arbitraries.of(0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, 1e-300));
    }

    @Provide
    Arbitrary<List<Forecast>> forecasts() {
        return Combinators.combine(
                        numbers(),
                        numbers(),
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.of(0.0, 0.01),
                        Arbitraries.of(-1.0, 0.0, 0.01, 7.0, 250.0))
                .as((mu, sigma, confidence, cost, loss) -> new Forecast(
                        "s",
                        "",
                        "X",
                        Optional.empty(),
                        mu,
                        sigma,
                        0,
                        cost,
                        confidence,
                        OptionalDouble.of(loss),
                        mu,
                        Forecast.MuSource.GIVEN,
                        Forecast.SigmaSource.GIVEN))
                .list()
                .ofMaxSize(30)
                .map(AllocationLawsProperties::named);
    }

    @Provide
    Arbitrary<AllocationSettings> settings() {
        return Combinators.combine(
                        Arbitraries.doubles().between(0.01, 1),
                        Arbitraries.of(0.013, 0.07, 0.5, 1.0),
                        Arbitraries.of(OptionalDouble.empty(), OptionalDouble.of(0.1)),
                        Arbitraries.of(0.1, 0.3, 1.0, 2.5))
                .as((fraction, cap, target, aggregate) ->
                        new AllocationSettings(new FractionalKelly(fraction, cap, target, 0), aggregate));
    }

    private static List<Forecast> named(List<Forecast> forecasts) {
        List<Forecast> named = new ArrayList<>();
        for (Forecast forecast : forecasts) {
            named.add(new Forecast(
                    String.format("s%03d", named.size()),
                    forecast.runId(),
                    forecast.instrument(),
                    forecast.kind(),
                    forecast.mu(),
                    forecast.sigma(),
                    forecast.edgeScore(),
                    forecast.cost(),
                    forecast.confidence(),
                    forecast.maxLossPerContract(),
                    forecast.muRaw(),
                    forecast.muSource(),
                    forecast.sigmaSource()));
        }
        return named;
    }

    private static List<Allocation> allocate(AllocationSettings settings, List<Forecast> forecasts, double equity) {
        return new AllocationEngine()
                .plan(AllocationRequest.of(forecasts, equity, settings))
                .allocations();
    }

    private static List<Double> weights(List<Allocation> allocations) {
        return allocations.stream().map(Allocation::weight).toList();
    }
}
