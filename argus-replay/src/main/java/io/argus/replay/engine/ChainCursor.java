package io.argus.replay.engine;

import io.argus.domain.option.OptionChain;
import io.argus.domain.pack.ChainSeries;
import java.util.List;
import java.util.Optional;

/** The snapshots of the options on one instrument, from all providers, as time goes on. */
final class ChainCursor {

    private final int listing;
    private final List<ChainSeries> series;
    private final int[] known;
    private Optional<OptionChain> latest = Optional.empty();

    ChainCursor(int listing, List<ChainSeries> series) {
        this.listing = listing;
        this.series = series;
        known = new int[series.size()];
    }

    int listing() {
        return listing;
    }

    /** When the next one is received; {@link Long#MAX_VALUE} after the last. */
    long nextMs() {
        long earliest = Long.MAX_VALUE;
        for (int i = 0; i < known.length; i++) {
            if (known[i] < series.get(i).size()) {
                earliest = Math.min(earliest, series.get(i).received(known[i]));
            }
        }
        return earliest;
    }

    /** The next one received by an instant, provider by provider; empty when all of them are known. */
    Optional<OptionChain> poll(long nowMs) {
        for (int i = 0; i < known.length; i++) {
            if (known[i] < series.get(i).size() && series.get(i).received(known[i]) <= nowMs) {
                OptionChain chain = series.get(i).chain(known[i]++);
                latest = Optional.of(chain);
                return latest;
            }
        }
        return Optional.empty();
    }

    /** The one received last. */
    Optional<OptionChain> latest() {
        return latest;
    }

    /** The last snapshot received by an instant that shows the underlying's price. */
    Optional<OptionChain> findPriced(long timeMs) {
        Optional<OptionChain> priced = Optional.empty();
        for (ChainSeries each : series) {
            int last = each.knownAt(timeMs) - 1;
            while (last >= 0 && each.chain(last).underlyingPrice().isEmpty()) {
                last--;
            }
            if (last >= 0
                    && (priced.isEmpty() || each.received(last) > priced.get().receivedMs())) {
                priced = Optional.of(each.chain(last));
            }
        }
        return priced;
    }
}
