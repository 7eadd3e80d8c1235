package io.argus.replay.engine;

import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Rejection;
import io.argus.replay.execution.ExecutionLog;
import io.argus.replay.result.ReplayObserver;
import java.util.ArrayList;
import java.util.List;

/** Keeps what happened to orders, in full and as a fingerprint, and tells it to the strategy and the observer. */
final class EventLog implements ExecutionLog {

    private final GuardedStrategy strategy;
    private final ReplayObserver observer;
    private final Fingerprint fingerprint = new Fingerprint();
    private final List<Fill> fills = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private boolean ended;

    EventLog(GuardedStrategy strategy, ReplayObserver observer) {
        this.strategy = strategy;
        this.observer = observer;
    }

    /** That the data end is no event of the market, and where they end is for nobody to see. */
    void end() {
        ended = true;
    }

    void marked(double equity) {
        fingerprint.equity(equity);
    }

    void decided(long nowMs, Order order) {
        fingerprint.decided(nowMs, order);
        observer.decided(nowMs, order);
    }

    @Override
    public void filled(Fill fill) {
        fills.add(fill);
        fingerprint.filled(fill);
        observer.filled(fill);
        strategy.filled(fill);
    }

    @Override
    public void rejected(Rejection rejection) {
        rejections.add(rejection);
        fingerprint.rejected(rejection);
        if (!ended) {
            observer.rejected(rejection);
            strategy.rejected(rejection);
        }
    }

    @Override
    public void settled(String symbol, long knownMs, double price, boolean proxy) {
        fingerprint.settled(symbol, knownMs, price);
    }

    List<Fill> fills() {
        return fills;
    }

    List<Rejection> rejections() {
        return rejections;
    }

    String fingerprint() {
        return fingerprint.hex();
    }
}
