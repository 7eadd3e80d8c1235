package io.argus.connectors.deribit.stream;

import io.argus.domain.ExchangeException;
import io.argus.domain.market.BarSeries;
import io.argus.research.port.TradeHistory.Trades;
import java.util.List;

/** Told what a stream receives, always by the stream's own thread, one call after the other. */
public interface StreamListener {

    /** A book that is as the exchange had it after its latest change. Never called for one that may be wrong. */
    void book(Book book);

    /** Trades of an instrument, none missing and none twice, whatever happened to the connection. */
    void trades(String instrument, Trades trades);

    /** Bars that have closed, each once. */
    void bars(BarSeries bars);

    void ticker(Ticker ticker);

    /** What the stream's data is worth from now on. */
    void state(StreamState state);

    /**
     * Nothing was known of a channel for a while, and it is known again. Of trades and bars, what was made up for was
     * told before this.
     */
    void gap(Gap gap);

    /** Channels that the exchange does not send. */
    void rejected(List<String> channels, String reason);

    /** The exchange refuses the stream for a reason that does not pass, such as wrong keys. It is closed after this. */
    void failed(ExchangeException reason);

    /**
     * A stretch of time in which a channel was not known.
     *
     * @param fromMs until when everything had come
     * @param toMs from when everything comes again
     * @param madeUp whether what happened meanwhile was asked for and told, with the time at which it came; never so for
     *     books and tickers, whose past nobody has
     */
    record Gap(String channel, long fromMs, long toMs, boolean madeUp) {}
}
