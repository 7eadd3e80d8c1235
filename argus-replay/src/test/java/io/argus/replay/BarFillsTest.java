package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.QuoteSource;
import io.argus.research.experiment.ReplaySettings;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

import static io.argus.replay.HandMadeMarket.HOUR_MS;
import static io.argus.replay.HandMadeMarket.START_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Which price an order gets from which bar; see replay.md's execution model, sentence by sentence. */
class BarFillsTest {

    private static final Quantity ONE = Quantity.units(1);

    @Test
    void aMarketOrderFillsAtTheOpenOfTheNextBar() {
        Fill fill = onlyFill(
                HandMadeMarket.hourly("AAA").flat(100).bar(103, 105, 99, 104).flat(104),
                new Scripted().at(1, Order.market("AAA", Side.BUY, ONE)));
        assertThat(fill.price()).isEqualTo(103);
        assertThat(fill.timeMs()).isEqualTo(START_MS + HOUR_MS);
        assertThat(fill.knownMs()).isEqualTo(START_MS + 2 * HOUR_MS);
    }

    @Test
    void onlyTheOpenOfTheFillBarMattersToAFillAtItsOpen() {
        HandMadeMarket calm = HandMadeMarket.hourly("AAA").flat(100).bar(103, 103, 103, 103);
        HandMadeMarket wild = HandMadeMarket.hourly("AAA").flat(100).bar(103, 190, 3, 60);
        Order order = Order.market("AAA", Side.BUY, ONE);
        assertThat(onlyFill(calm, new Scripted().at(1, order)).price())
                .isEqualTo(onlyFill(wild, new Scripted().at(1, order)).price());
    }

    @Test
    void halfTheSpreadAndTheSlippageComeOnTop() {
        ExecutionSettings spread = new ExecutionSettings(
                QuoteSource.NEXT_OPEN,
                0.02,
                OptionalDouble.of(0.001),
                OptionalDouble.of(0.002),
                1.5,
                120_000,
                0.5,
                600_000,
                0.1,
                0.05,
                false,
                0.01);
        Scripted both = new Scripted()
                .at(1, Order.market("AAA", Side.BUY, ONE))
                .at(2, Order.market("AAA", Side.SELL, Quantity.all()));
        run(HandMadeMarket.hourly("AAA").flat(100).flat(100).flat(100), both, HandMadeMarket.settings(spread));
        assertThat(both.fills().get(0).price()).isCloseTo(100 * 1.01 * (1 + 1.5 * 0.001), within(1e-12));
        assertThat(both.fills().get(1).price()).isCloseTo(100 * 0.99 * (1 - 1.5 * 0.001), within(1e-12));
        assertThat(both.fills().get(0).commission())
                .isCloseTo(1.5 * 0.002 * both.fills().get(0).price(), within(1e-12));
        assertThat(both.fills().get(0).slippage()).isCloseTo(101 * 1.5 * 0.001, within(1e-12));
    }

    @Test
    void belowAnHourBuysAtTheHighAndSellsAtTheLow() {
        Scripted both = new Scripted()
                .at(1, Order.market("AAA", Side.BUY, ONE))
                .at(2, Order.market("AAA", Side.SELL, Quantity.all()));
        run(
                HandMadeMarket.of("AAA", 60_000)
                        .flat(100)
                        .bar(100, 102, 99, 101)
                        .bar(101, 103, 97, 98),
                both,
                HandMadeMarket.settings());
        assertThat(both.fills()).extracting(Fill::price).containsExactly(102.0, 97.0);
    }

    @Test
    void aBarThatOpenedBeforeTheDecisionNeverFillsIt() {
        // The daily bar of BBB opened long before the decision that AAA's first hour led to.
        HandMadeMarket hours = HandMadeMarket.hourly("AAA");
        for (int i = 0; i < 50; i++) {
            hours.flat(100);
        }
        HandMadeMarket days =
                HandMadeMarket.of("BBB", 24 * HOUR_MS).flat(10).flat(20).flat(30);
        Scripted strategy = new Scripted().at(1, Order.market("BBB", Side.BUY, ONE));
        ReplayHarness.on(HandMadeMarket.pack(hours, days)).run(strategy, HandMadeMarket.settings());
        assertThat(strategy.fills()).hasSize(1);
        assertThat(strategy.fills().get(0).price()).isEqualTo(20);
    }

    @Test
    void aForwardFilledBarFillsNothing() {
        Fill fill = onlyFill(
                HandMadeMarket.hourly("AAA")
                        .flat(100)
                        .bar(100, 100, 100, 100, 0)
                        .flat(105),
                new Scripted().at(1, Order.market("AAA", Side.BUY, ONE)));
        assertThat(fill.price()).isEqualTo(105);
    }

    @Test
    void aBuyLimitNeedsAPriceBelowIt() {
        HandMadeMarket touched = HandMadeMarket.hourly("AAA").flat(100).bar(100, 101, 95, 98);
        HandMadeMarket crossed = HandMadeMarket.hourly("AAA").flat(100).bar(100, 101, 94, 98);
        HandMadeMarket gapped = HandMadeMarket.hourly("AAA").flat(100).bar(90, 92, 89, 91);
        Order order = Order.single("AAA", Side.BUY, ONE, Execution.limit(95));
        Scripted waiting = new Scripted().at(1, order);
        assertThat(run(touched, waiting, HandMadeMarket.settings()).pending()).isEqualTo(1);
        assertThat(onlyFill(crossed, new Scripted().at(1, order)).price()).isEqualTo(95);
        assertThat(onlyFill(gapped, new Scripted().at(1, order)).price()).isEqualTo(90);
    }

    @Test
    void aSellLimitMirrorsIt() {
        HandMadeMarket touched = HandMadeMarket.hourly("AAA").flat(100).bar(100, 105, 99, 101);
        HandMadeMarket crossed = HandMadeMarket.hourly("AAA").flat(100).bar(100, 106, 99, 101);
        HandMadeMarket gapped = HandMadeMarket.hourly("AAA").flat(100).bar(110, 111, 108, 109);
        Order order = Order.single("AAA", Side.SELL, ONE, Execution.limit(105));
        assertThat(run(touched, new Scripted().at(1, order), HandMadeMarket.settings())
                        .pending())
                .isEqualTo(1);
        assertThat(onlyFill(crossed, new Scripted().at(1, order)).price()).isEqualTo(105);
        assertThat(onlyFill(gapped, new Scripted().at(1, order)).price()).isEqualTo(110);
    }

    @Test
    void aStopFillsAtItsPriceOrAtTheOpenBeyondIt() {
        FeeSchedule slipping = FeeSchedule.proportional(0, 0.001);
        Order order = Order.single("AAA", Side.SELL, ONE, Execution.stop(95));
        HandMadeMarket touched =
                HandMadeMarket.hourly("AAA").costing(slipping).flat(100).bar(100, 101, 95, 98);
        HandMadeMarket gapped =
                HandMadeMarket.hourly("AAA").costing(slipping).flat(100).bar(90, 92, 89, 91);
        assertThat(onlyFill(touched, new Scripted().at(1, order)).price()).isCloseTo(95 * 0.999, within(1e-12));
        assertThat(onlyFill(gapped, new Scripted().at(1, order)).price()).isCloseTo(90 * 0.999, within(1e-12));
    }

    @Test
    void aBuyStopMirrorsIt() {
        Order order = Order.single("AAA", Side.BUY, ONE, Execution.stop(105));
        HandMadeMarket touched = HandMadeMarket.hourly("AAA").flat(100).bar(100, 105, 99, 101);
        HandMadeMarket gapped = HandMadeMarket.hourly("AAA").flat(100).bar(110, 111, 108, 109);
        assertThat(onlyFill(touched, new Scripted().at(1, order)).price()).isEqualTo(105);
        assertThat(onlyFill(gapped, new Scripted().at(1, order)).price()).isEqualTo(110);
    }

    @Test
    void aRestingOrderExpiresWithItsTimeInForce() {
        Order order = Order.single("AAA", Side.BUY, ONE, new Execution.Limit(90, OptionalLong.of(2 * HOUR_MS)));
        Scripted late = new Scripted().at(1, order);
        run(
                HandMadeMarket.hourly("AAA").flat(100).flat(100).flat(100).bar(100, 100, 80, 85),
                late,
                HandMadeMarket.settings());
        assertThat(late.fills()).isEmpty();
        assertThat(late.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.reason()).isEqualTo(Reason.EXPIRED);
        });
        Scripted inTime = new Scripted().at(1, order);
        run(HandMadeMarket.hourly("AAA").flat(100).flat(100).bar(100, 100, 80, 85), inTime, HandMadeMarket.settings());
        assertThat(inTime.fills()).hasSize(1);
    }

    @Test
    void anAttachedStopIsLiveWithinTheEntryBar() {
        Scripted strategy =
                new Scripted().at(1, Order.market("AAA", Side.BUY, ONE).protectedBy(exits(95, 120)));
        run(HandMadeMarket.hourly("AAA").flat(100).bar(100, 101, 94, 99).flat(99), strategy, HandMadeMarket.settings());
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(100.0, 95.0);
        assertThat(strategy.fills().get(1).knownMs()).isEqualTo(START_MS + 2 * HOUR_MS);
    }

    @Test
    void anAttachedTargetIsLiveFromTheNextBarOnly() {
        Scripted strategy =
                new Scripted().at(1, Order.market("AAA", Side.BUY, ONE).protectedBy(exits(80, 105)));
        ReplayResult result = run(
                HandMadeMarket.hourly("AAA").flat(100).bar(100, 110, 99, 101).bar(101, 106, 100, 104),
                strategy,
                HandMadeMarket.settings());
        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.exitPrice()).isEqualTo(105);
            assertThat(trade.exitTimeMs()).isEqualTo(START_MS + 2 * HOUR_MS);
            assertThat(trade.exitReason()).isEqualTo("target");
        });
    }

    @Test
    void aBarThatTouchesStopAndTargetTakesTheStop() {
        Scripted strategy =
                new Scripted().at(1, Order.market("AAA", Side.BUY, ONE).protectedBy(exits(95, 105)));
        ReplayResult result = run(
                HandMadeMarket.hourly("AAA").flat(100).flat(100).bar(100, 106, 94, 105),
                strategy,
                HandMadeMarket.settings());
        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.exitPrice()).isEqualTo(95);
            assertThat(trade.exitReason()).isEqualTo("stop");
        });
    }

    @Test
    void aShortPositionIsProtectedFromAbove() {
        Scripted strategy =
                new Scripted().at(1, Order.market("AAA", Side.SELL, ONE).protectedBy(exits(105, 90)));
        ReplayResult result = run(
                HandMadeMarket.hourly("AAA").flat(100).flat(100).bar(108, 109, 89, 90),
                strategy,
                HandMadeMarket.settings());
        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.exitPrice()).isEqualTo(108);
            assertThat(trade.grossPnl()).isCloseTo(-8, within(1e-12));
        });
    }

    @Test
    void sameBarFillsAtTheCloseThatTheDecisionSaw() {
        Scripted strategy = new Scripted().at(1, Order.market("AAA", Side.BUY, ONE));
        run(
                HandMadeMarket.hourly("AAA").bar(90, 101, 89, 97).flat(150),
                strategy,
                HandMadeMarket.settings(ExecutionSettings.defaults().withQuoteSource(QuoteSource.SAME_BAR)));
        assertThat(strategy.fills()).singleElement().satisfies(fill -> {
            assertThat(fill.price()).isEqualTo(97);
            assertThat(fill.timeMs()).isEqualTo(START_MS + HOUR_MS);
        });
    }

    @Test
    void openOrdersTradeTheNextSessionsOpenNeverThisOnes() {
        BarSeries bars = week().bars();
        Scripted strategy = new Scripted().at(1, Order.single("SPX", Side.BUY, ONE, Execution.marketOnOpen()));
        run(week(), strategy, HandMadeMarket.settings());
        assertThat(strategy.fills()).singleElement().satisfies(fill -> {
            assertThat(fill.timeMs()).isEqualTo(bars.openTime(1));
            assertThat(fill.price()).isEqualTo(bars.open(1));
        });
    }

    @Test
    void closeOrdersTradeTheNextSessionsCloseNeverThisOnes() {
        BarSeries bars = week().bars();
        Scripted strategy = new Scripted().at(1, Order.single("SPX", Side.BUY, ONE, Execution.marketOnClose()));
        run(week(), strategy, HandMadeMarket.settings());
        assertThat(strategy.fills()).singleElement().satisfies(fill -> {
            assertThat(fill.timeMs()).isEqualTo(bars.closeTime(1));
            assertThat(fill.price()).isEqualTo(bars.close(1));
        });
    }

    @Test
    void aCloseOrderWithoutALaterCloseEndsWithTheData() {
        int last = week().bars().size();
        Scripted strategy = new Scripted()
                .at(
                        last,
                        Order.single("SPX", Side.BUY, ONE, Execution.marketOnClose()),
                        Order.market("SPX", Side.BUY, ONE));
        ReplayResult result = run(week(), strategy, HandMadeMarket.settings());
        assertThat(result.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.reason()).isEqualTo(Reason.EXPIRED);
            assertThat(rejection.detail()).contains("the data end");
        });
        assertThat(result.pending()).as("the market order is left open").isEqualTo(1);
        assertThat(strategy.rejections())
                .as("it does not hear where the data end")
                .isEmpty();
    }

    @Test
    void aCloseOrderNeedsTenMinutes() {
        // Bars of five minutes; the last ones of the UTC day end its session.
        HandMadeMarket day = HandMadeMarket.of("AAA", 300_000);
        for (int i = 0; i < 2 * 288; i++) {
            day.flat(i < 288 ? 100 : 200);
        }
        Order order = Order.single("AAA", Side.BUY, ONE, Execution.marketOnClose());
        assertThat(onlyFill(day, new Scripted().at(286, order)).price()).isEqualTo(100);
        assertThat(onlyFill(day, new Scripted().at(287, order)).price()).isEqualTo(200);
    }

    @Test
    void opensThatRepeatThePreviousCloseAreNotTraded() {
        HandMadeMarket stale = staleOpens();
        BarSeries bars = stale.bars();
        Scripted strategy = new Scripted()
                .at(40, Order.market("SPX", Side.BUY, ONE))
                .at(50, Order.single("SPX", Side.BUY, ONE, Execution.marketOnOpen()));
        run(stale, strategy, HandMadeMarket.settings());
        assertThat(strategy.fills()).singleElement().satisfies(fill -> {
            assertThat(fill.price()).isEqualTo(bars.close(40));
            assertThat(fill.timeMs()).isEqualTo(bars.closeTime(40));
        });
        assertThat(strategy.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).isEqualTo(Reason.NO_QUOTE));
    }

    /** Session 41 trades from 138 to 143, and nobody knows where it opened: 140 is only the close before. */
    @Test
    void opensThatRepeatThePreviousCloseAreNoBetterPriceForALimit() {
        Order buy = Order.single("SPX", Side.BUY, ONE, Execution.limit(142));
        assertThat(onlyFill(staleOpens(), new Scripted().at(40, buy)).price()).isEqualTo(142);
        Order sale = Order.single("SPX", Side.SELL, ONE, Execution.limit(139));
        assertThat(onlyFill(staleOpens(), new Scripted().at(40, sale)).price()).isEqualTo(139);
        Scripted strategy =
                new Scripted().at(38, Order.market("SPX", Side.BUY, ONE).protectedBy(exits(1, 138.5)));
        run(staleOpens(), strategy, HandMadeMarket.settings());
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(139.0, 138.5);
    }

    /** Nobody traded at the limit itself: in session 41 from 138 to 143, in session 40 from 137 to 142. */
    @Test
    void whereOpensAreNotBelievedALimitFillsAtNoPriceBeyondTheBar() {
        Order buy = Order.single("SPX", Side.BUY, ONE, Execution.limit(150));
        assertThat(onlyFill(staleOpens(), new Scripted().at(40, buy)).price()).isEqualTo(143);
        Order sale = Order.single("SPX", Side.SELL, ONE, Execution.limit(100));
        assertThat(onlyFill(staleOpens(), new Scripted().at(40, sale)).price()).isEqualTo(138);
        Scripted strategy =
                new Scripted().at(38, Order.market("SPX", Side.BUY, ONE).protectedBy(exits(1, 130)));
        run(staleOpens(), strategy, HandMadeMarket.settings());
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(139.0, 137.0);
    }

    private static HandMadeMarket staleOpens() {
        HandMadeMarket stale = HandMadeMarket.sessions("SPX");
        double price = 100;
        for (int i = 0; i < 60; i++) {
            stale.bar(price, price + 3, price - 2, price + 1);
            price++;
        }
        return stale;
    }

    private static HandMadeMarket week() {
        return HandMadeMarket.sessions("SPX")
                .bar(100, 103, 98, 102)
                .bar(104, 106, 101, 105)
                .bar(103, 107, 102, 106);
    }

    @Test
    void closingAllThatSeveralOrdersBoughtLeavesNothing() {
        HandMadeMarket market =
                HandMadeMarket.hourly("AAA").flat(100).flat(100).flat(100).flat(100);
        Scripted units =
                new Scripted().at(1, buy(0.1), buy(0.2)).at(2, Order.market("AAA", Side.SELL, Quantity.units(0.3)));
        Scripted all = new Scripted()
                .at(1, buy(0.1), buy(0.2), buy(0.3))
                .at(2, Order.market("AAA", Side.SELL, Quantity.all()));
        Scripted parts = new Scripted()
                .at(1, buy(10.45))
                .at(2, Order.market("AAA", Side.SELL, Quantity.units(10.35)))
                .at(3, Order.market("AAA", Side.SELL, Quantity.units(0.1)));

        assertThat(run(market, units, HandMadeMarket.settings()).open()).isEmpty();
        assertThat(run(market, all, HandMadeMarket.settings()).open()).isEmpty();
        assertThat(run(market, parts, HandMadeMarket.settings()).open()).isEmpty();
    }

    /** They are not summed anew at each purchase, and come to exactly what is sold. */
    @Test
    void manyPurchasesAreHeldOneByOneAndSoldToNothing() {
        int purchases = 5_000;
        HandMadeMarket market = HandMadeMarket.of("AAA", 60_000);
        for (int i = 0; i < purchases + 2; i++) {
            market.flat(100);
        }
        ReplayHarness harness = ReplayHarness.on(HandMadeMarket.pack(market));
        Order sale = Order.market("AAA", Side.SELL, Quantity.all());
        assertThat(harness.run(view -> List.of(buy(0.001)), HandMadeMarket.settings())
                        .open())
                .hasSize(purchases + 1);
        ReplayResult sold = harness.run(
                view -> List.of(view.bars("AAA").size() <= purchases ? buy(0.001) : sale), HandMadeMarket.settings());
        assertThat(sold.trades()).hasSize(purchases);
        assertThat(sold.open()).isEmpty();
    }

    private static Order buy(double units) {
        return Order.market("AAA", Side.BUY, Quantity.units(units));
    }

    private static Protection exits(double stop, double target) {
        return new Protection(OptionalDouble.of(stop), OptionalDouble.of(target));
    }

    private static Fill onlyFill(HandMadeMarket market, Scripted strategy) {
        run(market, strategy, HandMadeMarket.settings());
        assertThat(strategy.fills()).hasSize(1);
        return strategy.fills().get(0);
    }

    private static ReplayResult run(HandMadeMarket market, Scripted strategy, ReplaySettings settings) {
        return ReplayHarness.on(HandMadeMarket.pack(market)).run(strategy, settings);
    }
}
