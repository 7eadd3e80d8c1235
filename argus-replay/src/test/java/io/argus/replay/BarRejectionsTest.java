package io.argus.replay;

import io.argus.domain.market.FeeSchedule;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Leg;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.CashRate;
import io.argus.research.experiment.ClosedTrade;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.ReplaySettings;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

import static io.argus.replay.HandMadeMarket.HOUR_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** How orders come to nothing, what the account may hold, and how it ends. */
class BarRejectionsTest {

    private static final Quantity ONE = Quantity.units(1);

    @Test
    void aMarketOrderDiesWithoutABarInTime() {
        // Two days are missing: more than two bars, and past the next session.
        HandMadeMarket market = HandMadeMarket.hourly("AAA").flat(100).pause(60).flat(101);
        Scripted strategy = new Scripted().at(1, Order.market("AAA", Side.BUY, ONE));
        run(market, strategy);
        assertThat(strategy.fills()).isEmpty();
        assertThat(reasons(strategy)).containsExactly(Reason.NO_QUOTE);
    }

    @Test
    void aMarketOrderWaitsForTheNextSessionsFirstBar() {
        // From Monday 01:00 nothing until Tuesday 00:00, where the next session begins.
        HandMadeMarket market = HandMadeMarket.hourly("AAA").flat(100).pause(23).flat(101);
        Scripted strategy = new Scripted().at(1, Order.market("AAA", Side.BUY, ONE));
        run(market, strategy);
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(101.0);
    }

    @Test
    void anOpenOrderWithoutABarAtTheOpenIsNotFilledLater() {
        HandMadeMarket market =
                HandMadeMarket.hourly("AAA").flat(100).pause(24).flat(101).flat(102);
        Scripted strategy = new Scripted().at(1, Order.single("AAA", Side.BUY, ONE, Execution.marketOnOpen()));
        run(market, strategy);
        assertThat(reasons(strategy)).containsExactly(Reason.NO_QUOTE);
    }

    @Test
    void anUnknownInstrumentIsRejectedAtOnce() {
        Scripted strategy = new Scripted().at(1, Order.market("ZZZ", Side.BUY, ONE));
        run(HandMadeMarket.hourly("AAA").flat(100).flat(100), strategy);
        assertThat(strategy.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.reason()).isEqualTo(Reason.UNKNOWN_INSTRUMENT);
            assertThat(rejection.detail()).contains("ZZZ");
        });
    }

    @Test
    void aPositionThatIsNotThereCannotBeClosed() {
        Scripted strategy = new Scripted()
                .at(1, Order.market("AAA", Side.SELL, ONE).closing(17))
                .at(2, Order.market("AAA", Side.SELL, Quantity.all()));
        run(HandMadeMarket.hourly("AAA").flat(100).flat(100).flat(100), strategy);
        assertThat(reasons(strategy)).containsExactly(Reason.UNKNOWN_INSTRUMENT, Reason.UNKNOWN_INSTRUMENT);
    }

    @Test
    void whatCannotBePaidIsRejectedAndLeavesNoTrace() {
        Scripted strategy = new Scripted().at(1, Order.market("AAA", Side.BUY, Quantity.units(101)));
        ReplayResult result =
                run(HandMadeMarket.hourly("AAA").flat(100).flat(100).flat(120), strategy);
        assertThat(reasons(strategy)).containsExactly(Reason.INSUFFICIENT_FUNDS);
        assertThat(result.finalEquity()).isEqualTo(10_000);
        assertThat(result.open()).isEmpty();
        assertThat(result.fills()).isEmpty();
        assertThat(result.commissions()).isZero();
    }

    @Test
    void oneLegThatCannotFillKeepsTheOthersOut() {
        Order pair = new Order(
                "pair",
                List.of(new Leg("AAA", Side.BUY, ONE), new Leg("BBB", Side.BUY, Quantity.units(1_000))),
                Execution.market(),
                OptionalLong.empty(),
                Protection.none());
        Scripted strategy = new Scripted().at(1, pair);
        ReplayResult result = ReplayHarness.on(HandMadeMarket.pack(
                        HandMadeMarket.hourly("AAA").flat(100).flat(100),
                        HandMadeMarket.hourly("BBB").flat(100).flat(100)))
                .run(strategy, HandMadeMarket.settings());
        assertThat(reasons(strategy)).containsExactly(Reason.INSUFFICIENT_FUNDS);
        assertThat(result.fills()).isEmpty();
        assertThat(result.open()).isEmpty();
        assertThat(result.finalEquity()).isEqualTo(10_000);
    }

    @Test
    void shortSalesNeedHalfTheirValueOnTopOfTheirProceeds() {
        Scripted most = new Scripted().at(1, Order.market("AAA", Side.SELL, Quantity.units(200)));
        Scripted more = new Scripted().at(1, Order.market("AAA", Side.SELL, Quantity.units(201)));
        HandMadeMarket market = HandMadeMarket.hourly("AAA").flat(100).flat(100).flat(100);
        run(market, most);
        run(market, more);
        assertThat(most.fills()).hasSize(1);
        assertThat(reasons(more)).containsExactly(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void sizesAreWholeLotsRoundedDown() {
        HandMadeMarket market =
                HandMadeMarket.hourly("AAA").inLotsOf(10).flat(30).flat(30).flat(30);
        Scripted strategy = new Scripted()
                .at(1, Order.market("AAA", Side.BUY, Quantity.units(29)), Order.market("AAA", Side.BUY, ONE));
        run(market, strategy);
        assertThat(strategy.fills()).extracting(Fill::quantity).containsExactly(20.0);
        assertThat(reasons(strategy)).containsExactly(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void aFractionOfEquityPaysItsOwnCommission() {
        HandMadeMarket market = HandMadeMarket.hourly("AAA")
                .costing(FeeSchedule.proportional(0.01, 0))
                .inLotsOf(1)
                .flat(100)
                .flat(100)
                .flat(100);
        Scripted strategy = new Scripted().at(1, Order.market("AAA", Side.BUY, Quantity.fractionOfEquity(1)));
        run(market, strategy);
        // 10 000 / (100 * 1.01) = 99.0099
        assertThat(strategy.fills()).extracting(Fill::quantity).containsExactly(99.0);
    }

    @Test
    void lotsCloseOldestFirstUnlessNamed() {
        HandMadeMarket market = HandMadeMarket.hourly("AAA")
                .flat(100)
                .flat(110)
                .flat(120)
                .flat(130)
                .flat(130);
        Scripted fifo = new Scripted()
                .at(1, Order.market("AAA", Side.BUY, ONE))
                .at(2, Order.market("AAA", Side.BUY, ONE))
                .at(3, Order.market("AAA", Side.SELL, ONE));
        Scripted named = new Scripted()
                .at(1, Order.market("AAA", Side.BUY, ONE))
                .at(2, Order.market("AAA", Side.BUY, ONE))
                .at(
                        3,
                        view -> List.of(Order.market("AAA", Side.SELL, Quantity.all())
                                .closing(view.positions().get(1).id())));
        assertThat(run(market, fifo).trades())
                .singleElement()
                .satisfies(trade -> assertThat(trade.entryPrice()).isEqualTo(110));
        assertThat(run(market, named).trades())
                .singleElement()
                .satisfies(trade -> assertThat(trade.entryPrice()).isEqualTo(120));
    }

    @Test
    void aSaleBeyondWhatIsHeldClosesItAndGoesShort() {
        HandMadeMarket market =
                HandMadeMarket.hourly("AAA").flat(100).flat(100).flat(110).flat(110);
        Scripted strategy = new Scripted()
                .at(1, Order.market("AAA", Side.BUY, ONE))
                .at(2, Order.market("AAA", Side.SELL, Quantity.units(3)));
        ReplayResult result = run(market, strategy);
        assertThat(result.trades())
                .singleElement()
                .satisfies(trade -> assertThat(trade.grossPnl()).isCloseTo(10, within(1e-12)));
        assertThat(result.open())
                .singleElement()
                .satisfies(open -> assertThat(open.quantity()).isEqualTo(-2));
    }

    @Test
    void equityBelowMaintenanceIsClosedByForceAtTheNextBar() {
        HandMadeMarket market = HandMadeMarket.hourly("AAA")
                .flat(100)
                .flat(100)
                .flat(140)
                .flat(141)
                .flat(90);
        Scripted strategy = new Scripted().at(1, Order.market("AAA", Side.SELL, Quantity.units(150)));
        ReplayResult result = run(market, strategy);
        // 10 000 + 150 * (100 - 140) = 4 000, below 30 % of 21 000.
        assertThat(reasons(strategy)).containsExactly(Reason.MARGIN_CALL);
        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.exitPrice()).isEqualTo(141);
            assertThat(trade.exitReason()).isEqualTo("margin_call");
        });
        assertThat(result.ruined()).isFalse();
    }

    @Test
    void whatWaitsWhenTheAccountIsClosedByForceIsToldThatItEnded() {
        HandMadeMarket market =
                HandMadeMarket.hourly("AAA").flat(100).flat(100).flat(140).flat(141);
        Order resting = Order.single("AAA", Side.BUY, ONE, Execution.limit(50));
        Scripted strategy = new Scripted()
                .at(1, Order.market("AAA", Side.SELL, Quantity.units(150)))
                .at(2, resting);
        ReplayResult result = run(market, strategy);
        assertThat(reasons(strategy)).containsExactly(Reason.MARGIN_CALL, Reason.MARGIN_CALL);
        assertThat(result.pending()).isZero();
    }

    /** Within the bar that the forced close would fill in: then nothing is left for it, and nobody's order was rejected. */
    @Test
    void anExitThatForestallsAMarginCallLeavesNothingToReject() {
        HandMadeMarket market =
                HandMadeMarket.of("AAA", HOUR_MS / 60).flat(100).flat(100).flat(140);
        market.bar(141, 150, 140, 142).flat(142);
        Protection stop = new Protection(OptionalDouble.of(145), OptionalDouble.empty());
        Scripted strategy = new Scripted()
                .at(
                        1,
                        Order.market("AAA", Side.SELL, Quantity.units(150))
                                .protectedBy(stop)
                                .tagged("entry"));
        ReplayResult result = run(market, strategy);
        assertThat(result.trades()).extracting(ClosedTrade::exitReason).containsExactly("stop");
        assertThat(reasons(strategy)).containsExactly(Reason.MARGIN_CALL);
    }

    @Test
    void equityAtZeroEndsTheRunAtMinusAHundredPercent() {
        HandMadeMarket market =
                HandMadeMarket.hourly("AAA").flat(100).flat(100).flat(160).flat(1);
        Scripted strategy = new Scripted().at(1, Order.market("AAA", Side.SELL, Quantity.units(200)));
        ReplayResult result = run(market, strategy);
        assertThat(result.ruined()).isTrue();
        assertThat(result.finalEquity()).isZero();
        assertThat(result.dailyReturns().returns()).containsExactly(-1.0);
        assertThat(strategy.calls()).isEqualTo(2);
    }

    @Test
    void shortSalesPayForBorrowingByTheDay() {
        HandMadeMarket market = HandMadeMarket.of("AAA", 24 * HOUR_MS);
        for (int i = 0; i < 367; i++) {
            market.flat(100);
        }
        Scripted strategy = new Scripted().at(1, Order.market("AAA", Side.SELL, Quantity.units(100)));
        ReplayResult result = run(market, strategy);
        // Sold at the second bar's open, known at its close: 365 days of 1 % on 10 000.
        assertThat(result.borrowing()).isCloseTo(100, within(1e-9));
        assertThat(result.finalEquity()).isCloseTo(9_900, within(1e-9));
    }

    @Test
    void anIdleAccountEarnsWhatCashDoesOverDaylightSavingToo() {
        HandMadeMarket market = HandMadeMarket.sessions("AAA");
        for (int session = 0; session < 15; session++) {
            market.flat(100);
        }
        ReplaySettings settings = new ReplaySettings(10_000, CashRate.constant(0.05), ExecutionSettings.defaults());
        ReplayResult result = ReplayHarness.on(HandMadeMarket.pack(market)).run(new Scripted(), settings);

        assertThat(result.finalEquity()).isGreaterThan(10_000);
        assertThat(result.dailyReturns().excessOfCash()).containsOnly(0);
    }

    @Test
    void cashEarnsItsRate() {
        HandMadeMarket market = HandMadeMarket.of("AAA", 24 * HOUR_MS);
        for (int i = 0; i < 366; i++) {
            market.flat(100);
        }
        ReplaySettings settings = new ReplaySettings(10_000, CashRate.constant(0.05), ExecutionSettings.defaults());
        ReplayResult idle = ReplayHarness.on(HandMadeMarket.pack(market)).run(new Scripted(), settings);
        assertThat(idle.interest()).isBetween(500.0, 513.0);
        assertThat(idle.finalEquity()).isCloseTo(10_000 + idle.interest(), within(1e-9));
    }

    @Test
    void whatTheDataLeaveOpenIsReported() {
        Scripted strategy = new Scripted()
                .at(1, Order.market("AAA", Side.BUY, ONE))
                .at(2, Order.single("AAA", Side.SELL, ONE, Execution.limit(500)));
        ReplayResult result =
                run(HandMadeMarket.hourly("AAA").flat(100).flat(100).flat(120), strategy);
        assertThat(result.open()).hasSize(1);
        assertThat(result.pending()).isEqualTo(1);
        assertThat(result.finalEquity()).isCloseTo(10_020, within(1e-9));
    }

    private static List<Reason> reasons(Scripted strategy) {
        return strategy.rejections().stream().map(Rejection::reason).toList();
    }

    private static ReplayResult run(HandMadeMarket market, Scripted strategy) {
        return ReplayHarness.on(HandMadeMarket.pack(market)).run(strategy, HandMadeMarket.settings());
    }
}
