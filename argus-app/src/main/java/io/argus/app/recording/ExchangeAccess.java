package io.argus.app.recording;

import io.argus.research.port.FundingHistory;
import io.argus.research.port.InstrumentSource;
import io.argus.research.port.OptionChainSource;
import io.argus.research.port.PriceHistory;
import io.argus.research.port.SettlementHistory;
import io.argus.research.port.TradeHistory;

/**
 * What an exchange can be asked.
 *
 * @param real false when it is one of our own making, whose prices are nobody's
 * @param disconnect ends its connections
 */
public record ExchangeAccess(
        InstrumentSource instruments,
        OptionChainSource chains,
        PriceHistory bars,
        TradeHistory trades,
        FundingHistory funding,
        SettlementHistory settlements,
        boolean real,
        Runnable disconnect)
        implements AutoCloseable {

    @Override
    public void close() {
        disconnect.run();
    }

    /** Opens the way to an exchange. */
    @FunctionalInterface
    public interface Opener {

        /**
         * @param address scheme, host and port
         * @throws io.argus.domain.ConfigException when it is no address
         */
        ExchangeAccess open(String address);
    }
}
