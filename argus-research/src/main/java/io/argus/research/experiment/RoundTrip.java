package io.argus.research.experiment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One decision to enter and its exit. The legs of a spread are one, also where one is bought back and the other left to
 * expire: counted apart, a spread would be two trades, of which one nearly always wins and the other loses. Parts of one
 * leg that are closed one after the other are one each.
 *
 * @param exitTimeMs of the last leg
 * @param netPnl of all legs, after commissions
 * @param equityAtEntry of the account, marked before the first leg was opened
 */
public record RoundTrip(long entryTimeMs, long exitTimeMs, double netPnl, double equityAtEntry) {

    /**
     * @param exitTimeMs 0 for all exits of a spread
     */
    private record Key(long positionId, long exitTimeMs) {}

    /** The round trips of closed trades, in the order of their exits. O(n log n). */
    public static List<RoundTrip> of(List<ClosedTrade> trades) {
        Map<Long, String> symbols = new HashMap<>();
        Set<Long> spreads = new HashSet<>();
        for (ClosedTrade trade : trades) {
            String first = symbols.putIfAbsent(trade.positionId(), trade.symbol());
            if (first != null && !first.equals(trade.symbol())) {
                spreads.add(trade.positionId());
            }
        }
        Map<Key, RoundTrip> trips = new LinkedHashMap<>();
        for (ClosedTrade trade : trades) {
            RoundTrip leg =
                    new RoundTrip(trade.entryTimeMs(), trade.exitTimeMs(), trade.netPnl(), trade.equityAtEntry());
            long exit = spreads.contains(trade.positionId()) ? 0 : trade.exitTimeMs();
            trips.merge(new Key(trade.positionId(), exit), leg, RoundTrip::with);
        }
        return trips.values().stream()
                .sorted(Comparator.comparingLong(RoundTrip::exitTimeMs))
                .toList();
    }

    /** Net result as a fraction of the equity that it was entered with. */
    public double returnOnEquity() {
        return netPnl / equityAtEntry;
    }

    private RoundTrip with(RoundTrip leg) {
        return new RoundTrip(entryTimeMs, Math.max(exitTimeMs, leg.exitTimeMs), netPnl + leg.netPnl, equityAtEntry);
    }
}
