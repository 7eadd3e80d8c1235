package io.argus.research.port;

import io.argus.domain.pack.Settlement;
import java.util.List;

/** Gives the prices at which an underlying's contracts settled. */
public interface SettlementHistory {

    /**
     * Every settlement at or after a time, oldest first.
     *
     * @param underlying under whose name they are given
     * @throws io.argus.domain.ExchangeException when the source does not answer
     */
    List<Settlement> since(String underlying, long fromMs);
}
