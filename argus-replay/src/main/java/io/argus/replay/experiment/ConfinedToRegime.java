package io.argus.replay.experiment;

import io.argus.domain.option.OptionContract;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Strategy;
import io.argus.replay.engine.Confinement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A strategy that sees everything but trades in some market states alone: in others its orders come to nothing, and it is
 * told so, while the run closes what it holds. It never sees days glued together that did not follow each other.
 */
final class ConfinedToRegime implements Strategy {

    private final Strategy strategy;
    private final Confinement confinement;

    ConfinedToRegime(Strategy strategy, Confinement confinement) {
        this.strategy = strategy;
        this.confinement = confinement;
    }

    @Override
    public List<Order> decide(MarketView market) {
        List<Order> allowed = new ArrayList<>();
        for (Order order : strategy.decide(market)) {
            if (order.legs().stream().allMatch(leg -> mayTrade(leg.symbol(), market))) {
                allowed.add(order);
            } else {
                strategy.rejected(new Rejection(
                        0, order.tag(), market.nowMs(), Rejection.Reason.EXPIRED, "sent in another market state"));
            }
        }
        return allowed;
    }

    @Override
    public void filled(Fill fill) {
        strategy.filled(fill);
    }

    @Override
    public void rejected(Rejection rejection) {
        strategy.rejected(rejection);
    }

    /** An option's market state is its underlying's. What the pack lacks has none, and comes to nothing by itself. */
    private boolean mayTrade(String symbol, MarketView market) {
        Optional<String> listed = Stream.concat(
                        Stream.of(symbol), OptionContract.findBySymbol(symbol).map(OptionContract::underlying).stream())
                .filter(each -> market.instruments().stream()
                        .anyMatch(instrument -> instrument.symbol().equals(each)))
                .findFirst();
        return listed.isEmpty() || confinement.allows(market.findRegime(listed.get()));
    }
}
