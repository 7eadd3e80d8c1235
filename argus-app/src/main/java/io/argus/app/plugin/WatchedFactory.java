package io.argus.app.plugin;

import io.argus.app.runtime.StrategyCalls;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Strategy;
import io.argus.domain.strategy.StrategyDescriptor;
import io.argus.domain.strategy.StrategyFactory;

/** A user's factory whose strategies tell when they are called and when they have answered. */
final class WatchedFactory implements StrategyFactory {

    private final StrategyFactory factory;

    WatchedFactory(StrategyFactory factory) {
        this.factory = factory;
    }

    @Override
    public StrategyDescriptor descriptor() {
        return factory.descriptor();
    }

    @Override
    public Strategy create(Parameters parameters) {
        StrategyCalls calls = StrategyCalls.ofThisThread();
        calls.begin();
        try {
            return new WatchedStrategy(factory.create(parameters), calls);
        } finally {
            calls.end();
        }
    }
}
