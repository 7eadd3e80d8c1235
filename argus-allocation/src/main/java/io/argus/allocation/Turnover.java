package io.argus.allocation;

import io.argus.domain.allocation.Adjustment;
import io.argus.domain.allocation.Trade;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** From the weights wanted to those that the turnover limits allow, and the trades that follow. */
final class Turnover {

    /** Smaller changes are rounding. */
    private static final double SMALLEST_TRADE = 1e-8;

    /** The part of itself by which a limit is passed before it counts: 0.07 less 0.06 is no more than 0.01. */
    private static final double NOISE = 1e-9;

    private Turnover() {}

    /**
     * @param wanted is changed to what the limits allow
     * @param trails receive what was changed
     */
    static void limit(
            double[] wanted, List<String> names, int[] order, Rebalancing limits, List<List<Adjustment>> trails) {
        Map<String, Double> held = limits.held().orElseThrow();
        double change = 0;
        for (int at : order) {
            double now = held.getOrDefault(names.get(at), 0.0);
            if (wanted[at] != 0
                    && wanted[at] != now
                    && Math.abs(wanted[at] - now) <= limits.noTradeBand() * (1 + NOISE)) {
                trails.get(at).add(new Adjustment("no_trade_band", wanted[at], now, "too small a change to trade"));
                wanted[at] = now;
            }
            change += wanted[at] == 0 ? 0 : Math.abs(wanted[at] - now);
        }
        if (limits.maxChange().isEmpty() || change <= limits.maxChange().getAsDouble() * (1 + NOISE)) {
            return;
        }
        double part = limits.maxChange().getAsDouble() / change;
        for (int at : order) {
            double now = held.getOrDefault(names.get(at), 0.0);
            if (wanted[at] != 0 && wanted[at] != now) {
                double reached = now + part * (wanted[at] - now);
                trails.get(at).add(new Adjustment("max_change", wanted[at], reached, "as far as one rebalance may go"));
                wanted[at] = reached;
            }
        }
    }

    /** What to trade: the plan's strategies, and what is held beside them, which is left. By name. */
    static List<Trade> trades(List<String> names, double[] weights, Map<String, Double> held) {
        Map<String, Trade> trades = new TreeMap<>();
        Set<String> planned = new HashSet<>(names);
        for (int i = 0; i < weights.length; i++) {
            String name = names.get(i);
            trades.put(name, new Trade(name, held.getOrDefault(name, 0.0), weights[i]));
        }
        held.forEach((name, weight) -> {
            if (!planned.contains(name)) {
                trades.put(name, new Trade(name, weight, 0));
            }
        });
        List<Trade> needed = new ArrayList<>(trades.values());
        needed.removeIf(trade -> Math.abs(trade.change()) < SMALLEST_TRADE);
        return needed;
    }
}
