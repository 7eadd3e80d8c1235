package io.argus.testkit;

import io.argus.allocation.AllocationEngine;
import io.argus.allocation.AllocationRequest;
import io.argus.allocation.AllocationSettings;
import io.argus.allocation.sizing.Sizing;
import io.argus.allocation.sizing.SizingRule;
import io.argus.domain.allocation.Adjustment;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.forecast.Forecast;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * The laws of sizing (docs/methods.md, section 9), for any rule: extend, give the rule, run. Each holds without
 * tolerance.
 */
public abstract class SizingRuleLaws {

    /** One for all laws. */
    protected SizingRuleLaws() {}

    /** The rule on trial. */
    protected abstract SizingRule rule();

    /**
     * Whether a wilder forecast never gets a larger weight. A rule that scales to a volatility target after a cap keeps
     * this law too; a rule for which it is not meant says false.
     */
    protected boolean neverGrowsWithSigma() {
        return true;
    }

    /** Equal forecasts get equal sizes, whatever came between. */
    @Property(tries = 200)
    public void isDeterministic(@ForAll("anyForecast") Forecast forecast, @ForAll("anyForecast") Forecast between) {
        SizingRule rule = rule();
        Sizing first = rule.size(forecast);
        rule.size(between);
        require(first.equals(rule.size(forecast)), "the same forecast was sized differently: " + first);
    }

    /** Never beyond the cap, and always a number. */
    @Property(tries = 500)
    public void staysWithinItsCap(@ForAll("anyForecast") Forecast forecast) {
        Sizing sizing = rule().size(forecast);
        require(
                Math.abs(sizing.weight()) <= rule().cap(),
                "weight " + sizing.weight() + " is beyond the cap " + rule().cap());
        require(Double.isFinite(sizing.kellyRaw()), "raw Kelly is no number: " + sizing.kellyRaw());
        for (Adjustment step : sizing.trail()) {
            require(Double.isFinite(step.after()), "no number after " + step);
        }
    }

    /** Without a gain to expect after costs the size is exactly 0. */
    @Property(tries = 500)
    public void holdsNothingWithoutAnEdge(@ForAll("soundForecast") Forecast forecast) {
        Forecast hopeless =
                with(forecast, Math.min(forecast.mu(), forecast.cost()), forecast.sigma(), forecast.cost(), 1);
        double weight = rule().size(hopeless).weight();
        require(weight == 0, "no edge, but the weight is " + weight);
    }

    /** The sign of a weight is that of the net edge. */
    @Property(tries = 500)
    public void standsOnTheSideOfTheEdge(@ForAll("soundForecast") Forecast forecast) {
        double edge = forecast.confidence() * forecast.mu() - forecast.cost();
        double weight = rule().size(forecast).weight();
        require(weight == 0 || Math.signum(weight) == Math.signum(edge), "edge " + edge + ", but weight " + weight);
    }

    /** More to expect never means less. */
    @Property(tries = 500)
    public void neverShrinksWithMu(
            @ForAll("soundForecast") Forecast forecast, @ForAll("soundForecast") Forecast other) {
        Forecast more = with(
                forecast,
                Math.max(forecast.mu(), other.mu()),
                forecast.sigma(),
                forecast.cost(),
                forecast.confidence());
        Forecast less = with(
                forecast,
                Math.min(forecast.mu(), other.mu()),
                forecast.sigma(),
                forecast.cost(),
                forecast.confidence());
        requireNoLess(more, less);
    }

    /** More confidence in a gain never means less. */
    @Property(tries = 500)
    public void neverShrinksWithConfidence(
            @ForAll("soundForecast") Forecast forecast, @ForAll("soundForecast") Forecast other) {
        double mu = Math.abs(forecast.mu());
        requireNoLess(
                with(
                        forecast,
                        mu,
                        forecast.sigma(),
                        forecast.cost(),
                        Math.max(forecast.confidence(), other.confidence())),
                with(
                        forecast,
                        mu,
                        forecast.sigma(),
                        forecast.cost(),
                        Math.min(forecast.confidence(), other.confidence())));
    }

    /** Higher costs never mean more. */
    @Property(tries = 500)
    public void neverGrowsWithCost(
            @ForAll("soundForecast") Forecast forecast, @ForAll("soundForecast") Forecast other) {
        requireNoLess(
                with(
                        forecast,
                        forecast.mu(),
                        forecast.sigma(),
                        Math.min(forecast.cost(), other.cost()),
                        forecast.confidence()),
                with(
                        forecast,
                        forecast.mu(),
                        forecast.sigma(),
                        Math.max(forecast.cost(), other.cost()),
                        forecast.confidence()));
    }

    /** More risk never means more; see {@link #neverGrowsWithSigma}. */
    @Property(tries = 500)
    public void neverGrowsWithRisk(
            @ForAll("soundForecast") Forecast forecast, @ForAll("soundForecast") Forecast other) {
        if (neverGrowsWithSigma()) {
            requireNoLess(
                    with(
                            forecast,
                            forecast.mu(),
                            Math.min(forecast.sigma(), other.sigma()),
                            forecast.cost(),
                            forecast.confidence()),
                    with(
                            forecast,
                            forecast.mu(),
                            Math.max(forecast.sigma(), other.sigma()),
                            forecast.cost(),
                            forecast.confidence()));
        }
    }

    /** What cannot be used gets 0 and a reason, not an exception. */
    @Property(tries = 500)
    public void answersABadForecastWithNothingAndAReason(@ForAll("anyForecast") Forecast forecast) {
        boolean usable = Double.isFinite(forecast.mu())
                && Double.isFinite(forecast.cost())
                && !Double.isNaN(forecast.confidence())
                && Double.isFinite(forecast.sigma())
                && forecast.sigma() > 0;
        Sizing sizing = rule().size(forecast);
        require(usable || sizing.weight() == 0, "an unusable forecast got " + sizing.weight());
        require(usable || !sizing.trail().isEmpty(), "an unusable forecast got no reason");
    }

    /** In an engine: the order of forecasts does not matter, the aggregate cap holds, and weights know no equity. */
    @Property(tries = 200)
    public void holdsTogetherWithOthers(
            @ForAll("forecasts") List<Forecast> forecasts, @ForAll("settings") AllocationSettings settings) {
        List<Allocation> plan = plan(forecasts, settings, 1_000_000);
        double sum = 0;
        for (Allocation each : plan) {
            sum += Math.abs(each.weight());
            double loss = each.forecast().maxLossPerContract().orElse(0);
            long contracts = each.contracts().orElse(0);
            require(
                    contracts == 0
                            || BigDecimal.valueOf(loss)
                                            .multiply(BigDecimal.valueOf(contracts))
                                            .compareTo(BigDecimal.valueOf(Math.abs(each.dollarRisk())))
                                    <= 0,
                    "contracts risk too much: " + each);
        }
        require(sum <= settings.aggregateExposureCap() + 1e-12, "together " + sum);
        List<Forecast> reversed = new ArrayList<>(forecasts);
        Collections.reverse(reversed);
        require(
                new HashSet<>(plan(reversed, settings, 1_000_000)).equals(new HashSet<>(plan)),
                "another order of forecasts gives other sizes");
        List<Allocation> small = plan(forecasts, settings, 1);
        for (int i = 0; i < plan.size(); i++) {
            require(small.get(i).weight() == plan.get(i).weight(), "a weight depends on equity");
        }
    }

    /** What the laws try: anything. */
    @Provide
    public Arbitrary<Forecast> anyForecast() {
        return Forecasts.any();
    }

    /** What the laws try: forecasts that a sound model may make. */
    @Provide
    public Arbitrary<Forecast> soundForecast() {
        return Forecasts.sound();
    }

    /** What the laws try together. */
    @Provide
    public Arbitrary<List<Forecast>> forecasts() {
        return Forecasts.lists();
    }

    /** What the laws try them under. */
    @Provide
    public Arbitrary<AllocationSettings> settings() {
        return Configurations.of(rule());
    }

    private static List<Allocation> plan(List<Forecast> forecasts, AllocationSettings settings, double equity) {
        return new AllocationEngine()
                .plan(AllocationRequest.of(forecasts, equity, settings))
                .allocations();
    }

    private void requireNoLess(Forecast better, Forecast worse) {
        double more = rule().size(better).weight();
        double less = rule().size(worse).weight();
        require(more >= less, "weight " + more + " of the better, " + less + " of the worse: " + better + ", " + worse);
    }

    private static Forecast with(Forecast forecast, double mu, double sigma, double cost, double confidence) {
        return Forecasts.with(forecast, mu, sigma, cost, confidence);
    }

    private static void require(boolean holds, String otherwise) {
        Laws.require(holds, otherwise);
    }
}
