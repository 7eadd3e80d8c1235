package io.argus.research.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One decision to enter and its exit. The legs of a spread that close together are one: counted apart, a spread would be
 * two trades, of which one nearly always wins and the other loses.
 *
 * @param netPnl of all legs, after commissions
 * @param equityAtEntry of the account, marked when the first leg was opened
 */
public record RoundTrip(long entryTimeMs, long exitTimeMs, double netPnl, double equityAtEntry) {

    private record Key(long positionId, long exitTimeMs) {}

    /** The round trips of closed trades, in the order of their exits. O(n). */
    public static List<RoundTrip> of(List<ClosedTrade> trades) {
        Map<Key, RoundTrip> trips = new LinkedHashMap<>();
        for (ClosedTrade trade : trades) {
            RoundTrip leg =
                    new RoundTrip(trade.entryTimeMs(), trade.exitTimeMs(), trade.netPnl(), trade.equityAtEntry());
            trips.merge(new Key(trade.positionId(), trade.exitTimeMs()), leg, RoundTrip::with);
        }
        return List.copyOf(trips.values());
    }

    /** Net result as a fraction of the equity that it was entered with. */
    public double returnOnEquity() {
        return netPnl / equityAtEntry;
    }

    private RoundTrip with(RoundTrip leg) {
        return new RoundTrip(entryTimeMs, exitTimeMs, netPnl + leg.netPnl, equityAtEntry);
    }
}
