package io.argus.research.port;

import io.argus.domain.pack.MarketTrade;
import java.util.List;

/** Gives the trades of an instrument by their sequence, in which times may repeat but numbers do not. */
public interface TradeHistory {

    /**
     * Every trade after one, oldest first, however many there are.
     *
     * @param sequence of the last trade that is known; 0 for none
     * @throws io.argus.domain.ExchangeException when the source does not answer
     */
    Trades after(String instrument, long sequence);

    /**
     * The newest trade alone, or none.
     *
     * @throws io.argus.domain.ExchangeException when the source does not answer
     */
    Trades latest(String instrument);

    /**
     * Trades in their sequence.
     *
     * @param lastSequence of the last of them, or that asked after when there are none
     */
    record Trades(List<MarketTrade> trades, long lastSequence) {

        public Trades {
            trades = List.copyOf(trades);
        }
    }
}
