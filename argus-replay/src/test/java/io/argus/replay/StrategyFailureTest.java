package io.argus.replay;

import io.argus.domain.StrategyException;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.OutcomeHistory;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Side;
import io.argus.domain.strategy.Strategy;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A strategy that fails says how, and leaves nothing behind for the next run. */
class StrategyFailureTest {

    private static final Pack PACK =
            HandMadeMarket.pack(HandMadeMarket.hourly("AAA").flat(100).flat(100).flat(100));

    @Test
    void whatItThrowsIsWrapped() {
        assertKind(StrategyException.Kind.THREW, market -> {
            throw new IllegalStateException("no idea");
        });
        assertKind(
                StrategyException.Kind.THREW,
                market -> List.of(Order.market("AAA", Side.BUY, Quantity.units(Double.NaN))));
    }

    @Test
    void whatItThrowsWhenItHearsOfItsOrdersIsWrappedToo() {
        assertKind(StrategyException.Kind.THREW, new OneOrder() {
            @Override
            public void filled(Fill fill) {
                throw new NoClassDefFoundError("org/missing/Library");
            }
        });
        assertKind(StrategyException.Kind.THREW, new OneOrder() {
            @Override
            public void filled(Fill fill) {
                throw new StackOverflowError();
            }
        });
        assertKind(StrategyException.Kind.THREW, new OneOrder() {
            @Override
            public void filled(Fill fill) {
                throw new OutOfMemoryError("an array that is too long");
            }
        });
    }

    /** Only the run itself says that it was told to end. */
    @Test
    void aCancellationOfItsOwnIsWrapped() {
        assertKind(StrategyException.Kind.THREW, market -> {
            throw new CancellationException();
        });
    }

    @Test
    @SuppressWarnings("NullAway") // strategies are compiled without it
    void whatIsNoListOfOrdersIsRefused() {
        assertKind(StrategyException.Kind.NONSENSE, market -> null);
        assertKind(StrategyException.Kind.NONSENSE, market -> Collections.singletonList(null));
    }

    @Test
    void aLoopThatAsksTheMarketComesToAnEnd() {
        assertKind(StrategyException.Kind.LOOPED, market -> {
            double sum = 0;
            while (sum >= 0) {
                sum += market.bars("AAA").close(0);
            }
            return List.of();
        });
        assertKind(StrategyException.Kind.LOOPED, market -> {
            while (market.outcomes("AAA", 86_400).size() == 0) {
                // waits for one
            }
            return List.of();
        });
        assertKind(StrategyException.Kind.LOOPED, market -> {
            OutcomeHistory outcomes = market.outcomes("AAA", 86_400);
            while (outcomes.size() == 0) {
                // waits for one
            }
            return List.of();
        });
        assertKind(StrategyException.Kind.LOOPED, market -> {
            BarHistory bars = market.bars("AAA");
            while (bars.size() < 1_000_000) {
                // waits for more
            }
            return List.of();
        });
        assertKind(StrategyException.Kind.LOOPED, market -> {
            while (market.equity() > 0) {
                market.nowMs();
            }
            return List.of();
        });
    }

    @Test
    void moreOrdersThanAnyRuleSendsAreRefused() {
        assertKind(
                StrategyException.Kind.NONSENSE,
                market -> Collections.nCopies(20_000, Order.market("AAA", Side.BUY, Quantity.units(1))));
    }

    @Test
    void theNextRunIsNoneTheWorse() {
        ReplayHarness harness = ReplayHarness.on(PACK);
        Scripted healthy = new Scripted().at(1, Order.market("AAA", Side.BUY, Quantity.units(1)));
        assertThatThrownBy(() -> harness.run(
                        market -> {
                            throw new IllegalStateException("no idea");
                        },
                        HandMadeMarket.settings()))
                .isInstanceOf(StrategyException.class);
        assertThat(harness.run(healthy, HandMadeMarket.settings()).fills()).hasSize(1);
    }

    /** Buys once. */
    private static class OneOrder implements Strategy {

        private boolean sent;

        @Override
        public List<Order> decide(MarketView market) {
            List<Order> orders = sent ? List.of() : List.of(Order.market("AAA", Side.BUY, Quantity.units(1)));
            sent = true;
            return orders;
        }
    }

    private static void assertKind(StrategyException.Kind kind, Strategy strategy) {
        assertThatThrownBy(() -> ReplayHarness.on(PACK).run(strategy, HandMadeMarket.settings()))
                .isInstanceOfSatisfying(
                        StrategyException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(kind));
    }
}
