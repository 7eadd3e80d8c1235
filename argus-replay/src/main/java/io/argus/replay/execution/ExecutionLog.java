package io.argus.replay.execution;

import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Rejection;

/** Hears what becomes of orders. */
public interface ExecutionLog {

    void filled(Fill fill);

    void rejected(Rejection rejection);

    /**
     * What was held of a contract was settled at its expiry.
     *
     * @param proxy whether the price is the underlying's last one, for want of a settlement price
     */
    void settled(String symbol, long knownMs, double price, boolean proxy);
}
