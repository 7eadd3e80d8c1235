package io.argus.replay.engine;

import io.argus.domain.StrategyException;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Strategy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A strategy is a user's code: whatever it does wrong becomes one kind of exception. */
final class GuardedStrategy {

    private static final int MOST_ORDERS = 10_000;

    private final Strategy strategy;

    GuardedStrategy(Strategy strategy) {
        this.strategy = strategy;
    }

    List<Order> decide(MarketView view, long nowMs) {
        try {
            List<Order> answer = strategy.decide(view);
            if (Objects.isNull(answer)) {
                throw nonsense("answered with null where a list of orders is expected", nowMs);
            }
            return answer.isEmpty() ? List.of() : taken(answer, nowMs);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            throw failure(e, nowMs);
        }
    }

    /** The list may be a user's code too: it is read once. */
    private static List<Order> taken(List<Order> answer, long nowMs) {
        if (answer.size() > MOST_ORDERS) {
            throw nonsense("sent " + answer.size() + " orders; the most are " + MOST_ORDERS, nowMs);
        }
        List<Order> orders = new ArrayList<>(answer);
        for (Order order : orders) {
            if (Objects.isNull(order)) {
                throw nonsense("sent null for an order", nowMs);
            }
        }
        return orders;
    }

    void filled(Fill fill) {
        try {
            strategy.filled(fill);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            throw failure(e, fill.knownMs());
        }
    }

    void rejected(Rejection rejection) {
        try {
            strategy.rejected(rejection);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError | AssertionError e) {
            throw failure(e, rejection.timeMs());
        }
    }

    private static RuntimeException failure(Throwable cause, long nowMs) {
        if (cause instanceof StrategyException known) {
            return known;
        }
        return new StrategyException(
                StrategyException.Kind.THREW, "failed at " + Instant.ofEpochMilli(nowMs) + ": " + cause, cause);
    }

    private static StrategyException nonsense(String what, long nowMs) {
        return new StrategyException(
                StrategyException.Kind.NONSENSE, "at " + Instant.ofEpochMilli(nowMs) + " it " + what);
    }
}
