package io.argus.connectors.deribit.stream;

import io.argus.research.port.PriceHistory;
import io.argus.research.port.TradeHistory;

/** Where a stream asks for what happened while it was not connected. Asked by one thread at a time for each channel. */
public record MissedData(TradeHistory trades, PriceHistory bars) {}
