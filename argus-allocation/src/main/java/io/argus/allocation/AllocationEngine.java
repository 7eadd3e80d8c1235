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

    private static final int WEIGHT_DECIMALS = 8;
    private static final int MONEY_DECIMALS = 2;
    private static final int USUAL_LATER_STEPS = 3;
    private static final double ONE_WEIGHT_UNIT = 1e-8;

    /** One for all requests. */
    public AllocationEngine() {}

    /**
     * @return an allocation for every forecast, in their order
     * @throws IllegalArgumentException when two forecasts have the same strategy id and run id
     * @throws io.argus.domain.ConfigException when the method's needs are not met: returns, or room under the caps
     * @throws io.argus.domain.DataException when the covariances do not allow the method
     */
    public AllocationPlan plan(AllocationRequest request) {
        List<Forecast> forecasts = request.forecasts();
        int[] order = SumOrder.of(forecasts);
        List<String> names = Names.of(forecasts, order);
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
        double[] rounded = new double[limited.length];
        List<Allocation> allocations = new ArrayList<>(limited.length);
        for (int i = 0; i < limited.length; i++) {
            rounded[i] = Rounding.towardZero(limited[i], WEIGHT_DECIMALS, 1e8);
            trails.get(i).add(new Adjustment("rounding", limited[i], rounded[i], "toward zero to 8 decimals"));
            allocations.add(allocation(
                    request, forecasts.get(i), rounded[i], funded ? request.equity() : 0, sized[i], trails.get(i)));
        }
        List<Trade> trades = request.settings()
                .rebalancing()
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
        double dollarRisk = Rounding.towardZero(weight * equity, MONEY_DECIMALS, 1e2);
        OptionalDouble own = forecast.maxLossPerContract();
        double loss = (own.isPresent() ? own : request.maxLosses().find(forecast.strategyId())).orElse(0);
        boolean inContracts = loss > 0 && !forecast.kind().equals(Optional.of(ContractSpec.Kind.SPOT));
        OptionalLong contracts = OptionalLong.empty();
        if (inContracts) {
            long whole = wholeContracts(Math.abs(dollarRisk), loss);
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

    /** The quotient's own rounding must not buy a contract that the risk does not cover. */
    private static long wholeContracts(double risk, double loss) {
        long whole = (long) Math.floor(risk / loss);
        return whole > 0 && whole * loss > risk ? whole - 1 : whole;
    }

    private static double[] underAggregateCap(double[] weight, int[] order, double cap, List<List<Adjustment>> trails) {
        double total = 0;
        for (int at : order) {
            total += Math.abs(weight[at]);
        }
        if (total <= cap) {
            return weight;
        }
        double[] scaled = new double[weight.length];
        double factor = cap / total;
        for (int i = 0; i < weight.length; i++) {
            scaled[i] = weight[i] * factor;
        }
        shaveToCap(scaled, order, cap);
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

    /** Rounded weights are sums of hundred-millionths; where their floating sum still exceeds the cap, one unit goes. */
    private static void shaveToCap(double[] scaled, int[] order, double cap) {
        double total = 0;
        for (int at : order) {
            double rounded = Rounding.towardZero(scaled[at], WEIGHT_DECIMALS, 1e8);
            total += Math.abs(rounded);
            while (total > cap && rounded != 0) {
                total -= Math.abs(rounded);
                scaled[at] = Math.signum(rounded) * Math.max(0, Math.abs(rounded) - ONE_WEIGHT_UNIT);
                rounded = Rounding.towardZero(scaled[at], WEIGHT_DECIMALS, 1e8);
                total += Math.abs(rounded);
            }
        }
    }
}
