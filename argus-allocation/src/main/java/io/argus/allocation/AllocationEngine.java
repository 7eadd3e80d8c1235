package io.argus.allocation;

import io.argus.allocation.sizing.Sizing;
import io.argus.domain.allocation.Adjustment;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.allocation.Allocation.Unit;
import io.argus.domain.forecast.Forecast;
import io.argus.domain.market.ContractSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Sizes forecasts together: each by the rule, all under the aggregate cap, then rounded, then counted in contracts. The
 * result for a forecast does not depend on the order in which they come; sums run in the order of (strategy id, run id)
 * so that this holds to the last bit. Immutable; safe for any number of threads. Cost O(n log n).
 */
public final class AllocationEngine {

    private static final int WEIGHT_DECIMALS = 8;
    private static final int MONEY_DECIMALS = 2;
    private static final double ONE_WEIGHT_UNIT = 1e-8;

    private static final Comparator<Forecast> ORDER =
            Comparator.comparing(Forecast::strategyId).thenComparing(Forecast::runId);

    private final AllocationSettings settings;

    public AllocationEngine(AllocationSettings settings) {
        this.settings = settings;
    }

    /**
     * @param equity that weights are fractions of; zero or less gives weights of zero
     * @return an allocation for every forecast, in their order
     * @throws IllegalArgumentException when two forecasts have the same strategy id and run id
     */
    public List<Allocation> allocate(List<Forecast> forecasts, double equity) {
        Integer[] order = order(forecasts);
        Sizing[] sized = new Sizing[forecasts.size()];
        double[] weight = new double[forecasts.size()];
        boolean funded = equity > 0 && Double.isFinite(equity);
        for (int i = 0; i < weight.length; i++) {
            sized[i] = settings.rule().size(forecasts.get(i));
            weight[i] = funded ? sized[i].weight() : 0;
        }
        double[] scaled = underAggregateCap(weight, order);
        List<Allocation> allocations = new ArrayList<>(weight.length);
        for (int i = 0; i < weight.length; i++) {
            List<Adjustment> trail = new ArrayList<>(sized[i].trail());
            if (!funded) {
                trail.add(new Adjustment("equity", sized[i].weight(), 0, "there is no equity to risk"));
            }
            if (scaled[i] != weight[i]) {
                trail.add(new Adjustment(
                        "aggregate_exposure_cap", weight[i], scaled[i], "scaled so that all plays fit under the cap"));
            }
            double rounded = Rounding.towardZero(scaled[i], WEIGHT_DECIMALS, 1e8);
            trail.add(new Adjustment("rounding", scaled[i], rounded, "toward zero to 8 decimals"));
            allocations.add(allocation(forecasts.get(i), rounded, funded ? equity : 0, sized[i].kellyRaw(), trail));
        }
        return List.copyOf(allocations);
    }

    private static Allocation allocation(
            Forecast forecast, double weight, double equity, double kellyRaw, List<Adjustment> trail) {
        double dollarRisk = Rounding.towardZero(weight * equity, MONEY_DECIMALS, 1e2);
        boolean inContracts = forecast.maxLossPerContract().orElse(0) > 0
                && !forecast.kind().equals(Optional.of(ContractSpec.Kind.SPOT));
        OptionalLong contracts = OptionalLong.empty();
        if (inContracts) {
            double loss = forecast.maxLossPerContract().getAsDouble();
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
                kellyRaw,
                trail);
    }

    /** The quotient's own rounding must not buy a contract that the risk does not cover. */
    private static long wholeContracts(double risk, double loss) {
        long whole = (long) Math.floor(risk / loss);
        return whole > 0 && whole * loss > risk ? whole - 1 : whole;
    }

    private double[] underAggregateCap(double[] weight, Integer[] order) {
        double cap = settings.aggregateExposureCap();
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
        return scaled;
    }

    /** Rounded weights are sums of hundred-millionths; where their floating sum still exceeds the cap, one unit goes. */
    private static void shaveToCap(double[] scaled, Integer[] order, double cap) {
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

    private static Integer[] order(List<Forecast> forecasts) {
        Integer[] order = new Integer[forecasts.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(forecasts::get, ORDER));
        for (int i = 1; i < order.length; i++) {
            if (ORDER.compare(forecasts.get(order[i - 1]), forecasts.get(order[i])) == 0) {
                Forecast twice = forecasts.get(order[i]);
                throw new IllegalArgumentException(
                        "two forecasts of strategy " + twice.strategyId() + ", run \"" + twice.runId() + "\"");
            }
        }
        return order;
    }
}
