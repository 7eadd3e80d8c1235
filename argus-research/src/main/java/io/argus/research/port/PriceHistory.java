package io.argus.research.port;

import io.argus.domain.market.BarSeries;

/** Gives past price bars by name and time. */
public interface PriceHistory {

    /**
     * The bars that opened in a stretch of time and have closed by now, however many there are.
     *
     * @param durationMs one of the lengths that the source has
     * @param fromMs first opening time wanted
     * @param toMs the first not wanted any more
     * @throws IllegalArgumentException when the source has no bars of this length
     * @throws io.argus.domain.ExchangeException when it does not answer
     */
    BarSeries between(String symbol, long durationMs, long fromMs, long toMs);
}
