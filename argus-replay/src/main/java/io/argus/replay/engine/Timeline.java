package io.argus.replay.engine;

import io.argus.domain.market.BarSeries;
import io.argus.domain.option.OptionChain;
import io.argus.replay.execution.ExpiryDesk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The bars and snapshots of a pack, merged by the time they become known. For one run. */
final class Timeline implements ExpiryDesk.LastPrice {

    private final BarSeries[] bars;
    private final int[] next;
    /** When each instrument's next bar closes; {@link Long#MAX_VALUE} after its last. */
    private final long[] nextClose;

    private final int[] lastKnown;
    private final boolean[] closing;
    private final ChainCursor[] chains;
    private final ChainCursor[] byListing;

    Timeline(PreparedPack prepared) {
        int count = prepared.listings().size();
        bars = new BarSeries[count];
        byListing = new ChainCursor[count];
        List<ChainCursor> quoted = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bars[i] = prepared.listings().get(i).bars();
            byListing[i] = new ChainCursor(i, prepared.chains(i));
            if (!prepared.chains(i).isEmpty()) {
                quoted.add(byListing[i]);
            }
        }
        chains = quoted.toArray(ChainCursor[]::new);
        next = new int[count];
        nextClose = new long[count];
        Arrays.setAll(nextClose, this::closeOfNext);
        lastKnown = new int[count];
        closing = new boolean[count];
        Arrays.fill(lastKnown, -1);
    }

    /** When the next bar closes or the next snapshot is received; {@link Long#MAX_VALUE} after the last. */
    long nextMs() {
        long earliest = Long.MAX_VALUE;
        for (long close : nextClose) {
            earliest = Math.min(earliest, close);
        }
        for (ChainCursor chain : chains) {
            earliest = Math.min(earliest, chain.nextMs());
        }
        return earliest;
    }

    /** Finds out which bars close at an instant. */
    void moveTo(long nowMs) {
        for (int i = 0; i < nextClose.length; i++) {
            closing[i] = nextClose[i] == nowMs;
        }
    }

    /** Which instruments have a bar that closes now; read only. */
    boolean[] closing() {
        return closing;
    }

    /** Index of each instrument's next bar, the one that closes now where one does; read only. */
    int[] next() {
        return next;
    }

    /** Index of each instrument's latest known bar, -1 for none; read only. */
    int[] lastKnown() {
        return lastKnown;
    }

    BarSeries bars(int listing) {
        return bars[listing];
    }

    /** Makes the bar that closes now known, and gives its index. */
    int know(int listing) {
        int bar = next[listing]++;
        lastKnown[listing] = bar;
        nextClose[listing] = closeOfNext(listing);
        return bar;
    }

    private long closeOfNext(int listing) {
        int bar = next[listing];
        return bar < bars[listing].size() ? bars[listing].closeTime(bar) : Long.MAX_VALUE;
    }

    /** Instruments with snapshots of their options, in order. */
    ChainCursor[] chains() {
        return chains;
    }

    ChainCursor chains(int listing) {
        return byListing[listing];
    }

    /** The later of the last bar's close and the last snapshot's price of the underlying. */
    @Override
    public OptionalDouble find(int listing, long timeMs) {
        int known = bars[listing].knownAt(timeMs);
        long closedMs = known == 0 ? Long.MIN_VALUE : bars[listing].closeTime(known - 1);
        Optional<OptionChain> quoted =
                byListing[listing].findPriced(timeMs).filter(chain -> chain.receivedMs() >= closedMs);
        if (quoted.isPresent()) {
            return quoted.get().underlyingPrice();
        }
        return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(bars[listing].close(known - 1));
    }

    @Override
    public boolean isNewer(int listing, long afterMs, long nowMs) {
        return bars[listing].knownAt(nowMs) > bars[listing].knownAt(afterMs)
                || byListing[listing]
                        .findPriced(nowMs)
                        .filter(chain -> chain.receivedMs() > afterMs)
                        .isPresent();
    }
}
