package io.argus.research.port;

import io.argus.domain.pack.FundingRate;
import java.util.List;

/** Gives what a perpetual's longs paid to its shorts. */
public interface FundingHistory {

    /**
     * The payments of a stretch of time, oldest first.
     *
     * @param toMs the first time not wanted any more
     * @throws io.argus.domain.ExchangeException when the source does not answer
     */
    List<FundingRate> between(String symbol, long fromMs, long toMs);
}
