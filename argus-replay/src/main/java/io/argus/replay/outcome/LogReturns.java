package io.argus.replay.outcome;

import io.argus.domain.market.BarSeries;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The log returns of a series, whose sums are worked out when the first volatility is asked for: many never are. Safe for
 * any number of threads.
 */
final class LogReturns {

    private final BarSeries bars;
    private final AtomicReference<LogReturnSums> sums = new AtomicReference<>();

    LogReturns(BarSeries bars) {
        this.bars = bars;
    }

    /** Whether they are those of this very series. */
    @SuppressWarnings("ReferenceEquality") // comparing all bars would cost as much as the sums
    boolean areOf(BarSeries other) {
        return bars == other;
    }

    /** Two threads may both work them out; they are the same, and one of the two is kept. */
    LogReturnSums sums() {
        LogReturnSums known = sums.get();
        if (known == null) {
            known = LogReturnSums.of(bars);
            sums.set(known);
        }
        return known;
    }
}
