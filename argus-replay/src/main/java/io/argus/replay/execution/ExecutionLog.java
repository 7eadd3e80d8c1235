package io.argus.replay.execution;

import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Rejection;

/** Hears what becomes of orders. */
public interface ExecutionLog {

    void filled(Fill fill);

    void rejected(Rejection rejection);
}
