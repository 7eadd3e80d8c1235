package io.argus.allocation;

import io.argus.allocation.portfolio.Allocator;
import io.argus.allocation.sizing.Sizing;
import io.argus.domain.allocation.Adjustment;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.allocation.Allocation.Unit;
import io.argus.domain.allocation.AllocationPlan;
import io.argus.domain.allocation.Trade;
import io.argus.domain.forecast.Forecast;
import io.argus.domain.market.ContractSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Sizes forecasts together: each by the rule or all by an allocator, under the aggregate cap, as near to what is held as
 * the turnover limits ask, then rounded, then counted in contracts. The result for a forecast does not depend on the
 * order in which they come; sums run in the order of (strategy id, run id) so that this holds to the last bit. Without
 * state; safe for any number of threads. Cost O(n log n) where each is sized by itself.
 */
public final class AllocationEngine {

    private static final int USUAL_LATER_STEPS = 3;

    /** A sum of weights exceeds the cap by no less; below lies the noise of adding them. */
    private static final double NOISE = 1e-12;

    /** One for all requests. */
    public AllocationEngine() {}

    /**
     * @return an allocation for every forecast, in their order
     * @throws IllegalArgumentException when two forecasts have the same strategy id and run id, or an allocator does not
     *     give each asset a weight
     * @throws io.argus.domain.ConfigException when the method's needs are not met: returns, or room under the caps; or when
     *     what is held is told of a strategy of which several runs are sized
     * @throws io.argus.domain.DataException when the covariances do not allow the method
     */
    public AllocationPlan plan(AllocationRequest request) {
        List<Forecast> forecasts = request.forecasts();
        int[] order = SumOrder.of(forecasts);
        List<String> names = Names.of(forecasts, order);
        request.settings()
                .rebalancing()
                .held()
                .ifPresent(held -> Names.requireOneRunEach("current_weights", held.keySet(), forecasts, names));
        List<String> notes = new ArrayList<>();
        boolean funded = request.equity() > 0 && Double.isFinite(request.equity());
        Sizing[] sized = sized(request, names, order, notes);
        double[] weight = new double[sized.length];
        List<List<Adjustment>> trails = new ArrayList<>(sized.length);
        for (int i = 0; i < sized.length; i++) {
            weight[i] = funded ? sized[i].weight() : 0;
            List<Adjustment> trail = new ArrayList<>(sized[i].trail().size() + USUAL_LATER_STEPS);
            trail.addAll(sized[i].trail());
            if (!funded) {
                trail.add(new Adjustment("equity", sized[i].weight(), 0, "there is no equity to risk"));
            }
            trails.add(trail);
        }
        double[] limited = limited(request, weight, names, order, trails);
        AllocationSettings settings = request.settings();
        double[] rounded =
                RoundedWeights.of(limited, order, settings.rule().cap(), settings.aggregateExposureCap(), trails);
        List<Allocation> allocations = new ArrayList<>(limited.length);
        for (int i = 0; i < limited.length; i++) {
            allocations.add(allocation(
                    request, forecasts.get(i), rounded[i], funded ? request.equity() : 0, sized[i], trails.get(i)));
        }
        List<Trade> trades = settings.rebalancing()
                .held()
                .map(held -> Turnover.trades(names, rounded, held))
                .orElse(List.of());
        return new AllocationPlan(request.equity(), allocations, JointRisk.of(request, names, rounded), trades, notes);
    }

    private static Sizing[] sized(AllocationRequest request, List<String> names, int[] order, List<String> notes) {
        Optional<Allocator> allocator = request.settings().portfolio().allocator();
        if (allocator.isPresent()) {
            return PortfolioSizing.sized(request, allocator.get(), names, order, notes);
        }
        Sizing[] sized = new Sizing[names.size()];
        for (int i = 0; i < sized.length; i++) {
            sized[i] = request.settings().rule().size(request.forecasts().get(i));
        }
        return sized;
    }

    /** Under the aggregate cap, and where something is held, no further from it than the turnover limits say. */
    private static double[] limited(
            AllocationRequest request,
            double[] weight,
            List<String> names,
            int[] order,
            List<List<Adjustment>> trails) {
        double cap = request.settings().aggregateExposureCap();
        double[] scaled = underAggregateCap(weight, order, cap, trails);
        Rebalancing rebalancing = request.settings().rebalancing();
        if (rebalancing.held().isEmpty()) {
            return scaled;
        }
        double[] near = scaled.clone();
        Turnover.limit(near, names, order, rebalancing, trails);
        double largest = request.settings().rule().cap();
        for (int i = 0; i < near.length; i++) {
            if (Math.abs(near[i]) > largest) {
                double cut = Math.copySign(largest, near[i]);
                trails.get(i).add(new Adjustment("per_play_cap", near[i], cut, "the cap goes before turnover limits"));
                near[i] = cut;
            }
        }
        return underAggregateCap(near, order, cap, trails);
    }

    private static Allocation allocation(
            AllocationRequest request,
            Forecast forecast,
            double weight,
            double equity,
            Sizing sized,
            List<Adjustment> trail) {
        double dollarRisk = Rounding.money(weight, equity);
        OptionalDouble own = forecast.maxLossPerContract();
        double loss = (own.isPresent() ? own : request.maxLosses().find(forecast.strategyId())).orElse(0);
        boolean inContracts = loss > 0 && !forecast.kind().equals(Optional.of(ContractSpec.Kind.SPOT));
        OptionalLong contracts = OptionalLong.empty();
        if (inContracts) {
            long whole = Rounding.times(Math.abs(dollarRisk), loss);
            contracts = OptionalLong.of(whole);
            trail.add(new Adjustment("contracts", dollarRisk, whole, "whole contracts within the dollar risk"));
        }
        return new Allocation(
                forecast,
                weight,
                dollarRisk,
                contracts,
                inContracts ? Unit.CAPITAL_AT_RISK : Unit.LEVERAGE,
                sized.kellyRaw(),
                trail);
    }

    private static double[] underAggregateCap(double[] weight, int[] order, double cap, List<List<Adjustment>> trails) {
        double total = 0;
        for (int at : order) {
            total += Math.abs(weight[at]);
        }
        if (total <= cap * (1 + NOISE)) {
            return weight;
        }
        double[] scaled = new double[weight.length];
        double factor = cap / total;
        for (int i = 0; i < weight.length; i++) {
            scaled[i] = weight[i] * factor;
        }
        for (int i = 0; i < weight.length; i++) {
            if (scaled[i] != weight[i]) {
                trails.get(i)
                        .add(new Adjustment(
                                "aggregate_exposure_cap",
                                weight[i],
                                scaled[i],
                                "scaled so that all plays fit under the cap"));
            }
        }
        return scaled;
    }
}
