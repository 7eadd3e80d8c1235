package io.argus.app.plugin;

import io.argus.app.runtime.StrategyCalls;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.GateCount;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Strategy;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/** A user's strategy that tells when it is called and when it has answered. */
final class WatchedStrategy implements Strategy {

    private final Strategy strategy;
    private final StrategyCalls calls;

    WatchedStrategy(Strategy strategy, StrategyCalls calls) {
        this.strategy = Objects.requireNonNull(strategy, "its factory made null");
        this.calls = calls;
    }

    @Override
    public List<Order> decide(MarketView market) {
        calls.begin();
        try {
            return strategy.decide(market);
        } finally {
            calls.end();
        }
    }

    @Override
    public void filled(Fill fill) {
        calls.begin();
        try {
            strategy.filled(fill);
        } finally {
            calls.end();
        }
    }

    @Override
    public void rejected(Rejection rejection) {
        calls.begin();
        try {
            strategy.rejected(rejection);
        } finally {
            calls.end();
        }
    }

    @Override
    public List<GateCount> gates() {
        calls.begin();
        try {
            return strategy.gates();
        } finally {
            calls.end();
        }
    }

    @Override
    public OptionalDouble maxLossPerContract() {
        calls.begin();
        try {
            return strategy.maxLossPerContract();
        } finally {
            calls.end();
        }
    }
}
