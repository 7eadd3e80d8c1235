package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Side;
import io.argus.replay.engine.Confinement;
import io.argus.replay.engine.HandOvers;
import io.argus.replay.result.ReplayObserver;
import io.argus.replay.result.ReplayResult;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** An account that passes from one strategy to the next, and days that are there to learn from. */
class HandOverTest {

    private static final Quantity ONE = Quantity.units(1);

    @Test
    void whatIsHeldIsClosedAndWhatWaitsIsWithdrawn() {
        HandMadeMarket market = week();
        BarSeries bars = market.bars();
        Scripted strategy = new Scripted()
                .at(1, Order.market("SPX", Side.BUY, ONE))
                .at(2, Order.single("SPX", Side.SELL, ONE, Execution.limit(500)));
        ReplayResult result = run(market, strategy, new HandOvers(0, List.of(2)));
        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.exitReason()).isEqualTo("hand_over");
            assertThat(trade.exitTimeMs()).isEqualTo(bars.openTime(3));
            assertThat(trade.exitPrice()).isEqualTo(bars.open(3));
        });
        assertThat(result.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.reason()).isEqualTo(Rejection.Reason.EXPIRED);
            assertThat(rejection.timeMs()).isEqualTo(bars.closeTime(2));
        });
        assertThat(result.pending()).isZero();
    }

    @Test
    void whatIsClosedWaitsForABarHoweverLongItTakes() {
        HandMadeMarket market = HandMadeMarket.sessions("SPX")
                .bar(100, 102, 99, 101)
                .bar(102, 103, 100, 102)
                .bar(103, 105, 102, 104)
                .pause(3)
                .bar(106, 108, 104, 107)
                .bar(107, 109, 105, 108);
        Scripted strategy = new Scripted().at(1, Order.market("SPX", Side.BUY, ONE));
        ReplayResult result = run(market, strategy, new HandOvers(0, List.of(2)));
        assertThat(result.trades())
                .singleElement()
                .satisfies(trade -> assertThat(trade.exitPrice()).isEqualTo(106));
        assertThat(result.open()).isEmpty();
    }

    @Test
    void daysToLearnFromAreNotCounted() {
        HandMadeMarket market = week();
        Scripted strategy = new Scripted().at(2, Order.market("SPX", Side.BUY, ONE));
        ReplayResult counted = run(market, strategy, new HandOvers(2, List.of(1)));
        ReplayResult whole = run(market, new Scripted().at(2, Order.market("SPX", Side.BUY, ONE)), HandOvers.none());
        assertThat(counted.dailyReturns()).isEqualTo(whole.dailyReturns().since(2));
        assertThat(counted.barsReplayed()).isEqualTo(whole.barsReplayed() - 2);
        assertThat(counted.finalEquity()).isEqualTo(whole.finalEquity());
        assertThat(counted.startingEquity()).isCloseTo(10_000, within(1e-9));
        assertThat(counted.exposure()).isGreaterThan(whole.exposure());
    }

    private static HandMadeMarket week() {
        return HandMadeMarket.sessions("SPX")
                .bar(100, 102, 99, 101)
                .bar(102, 103, 100, 102)
                .bar(103, 105, 102, 104)
                .bar(105, 106, 103, 104)
                .bar(106, 108, 104, 107);
    }

    private static ReplayResult run(HandMadeMarket market, Scripted strategy, HandOvers handOvers) {
        Pack pack = HandMadeMarket.pack(market);
        return ReplayHarness.on(pack)
                .run(strategy, HandMadeMarket.settings(), ReplayObserver.none(), handOvers, Confinement.none());
    }
}
