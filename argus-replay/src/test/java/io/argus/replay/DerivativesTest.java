package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Settlement;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.result.ReplayResult;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

import static io.argus.replay.HandMadeMarket.HOUR_MS;
import static io.argus.replay.HandMadeMarket.START_MS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Futures, perpetuals and corporate actions, each figure told beforehand. */
class DerivativesTest {

    @Test
    void aLinearFutureIsWorthItsGainAlone() {
        ReplayResult result = run(
                pack(ContractSpec.Kind.FUTURE, ContractSpec.Payoff.LINEAR, 10, MarketEvents.none(), 100, 100, 103, 103),
                new Scripted().at(1, Order.market("FUT", Side.BUY, Quantity.units(5))));
        assertThat(result.finalEquity()).isCloseTo(10_000 + 5 * 10 * 3, within(1e-9));
        assertThat(result.realized()).isZero();
    }

    @Test
    void futuresNeedATenthOfTheirNotional() {
        Pack pack =
                pack(ContractSpec.Kind.FUTURE, ContractSpec.Payoff.LINEAR, 10, MarketEvents.none(), 100, 100, 100, 100);
        assertThat(run(pack, new Scripted().at(1, Order.market("FUT", Side.SELL, Quantity.units(100))))
                        .fills())
                .hasSize(1);
        assertThat(reasons(run(pack, new Scripted().at(1, Order.market("FUT", Side.SELL, Quantity.units(101))))))
                .containsExactly(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void futuresBelowMaintenanceAreClosedByForce() {
        // 10 000 less 100 * 10 * 6 is 4 000, below five hundredths of 106 000.
        ReplayResult result = run(
                pack(
                        ContractSpec.Kind.PERPETUAL,
                        ContractSpec.Payoff.LINEAR,
                        10,
                        MarketEvents.none(),
                        100,
                        100,
                        106,
                        107,
                        90),
                new Scripted().at(1, Order.market("FUT", Side.SELL, Quantity.units(100))));
        assertThat(reasons(result)).containsExactly(Reason.MARGIN_CALL);
        assertThat(result.finalEquity()).isCloseTo(10_000 - 100 * 10 * 7, within(1e-9));
    }

    @Test
    void anInverseFuturePaysInTheCoin() {
        ReplayResult result = run(
                pack(
                        ContractSpec.Kind.PERPETUAL,
                        ContractSpec.Payoff.INVERSE,
                        10,
                        MarketEvents.none(),
                        100,
                        100,
                        125,
                        125),
                new Scripted()
                        .at(1, Order.market("FUT", Side.BUY, Quantity.units(50)))
                        .at(3, Order.market("FUT", Side.SELL, Quantity.all())));
        double coins = 50 * 10 * (1 / 100.0 - 1 / 125.0);
        assertThat(result.finalEquity()).isCloseTo(10_000 + coins * 125, within(1e-9));
        assertThat(result.trades())
                .singleElement()
                .satisfies(trade -> assertThat(trade.grossPnl()).isCloseTo(coins * 125, within(1e-9)));
    }

    /** 0.05 % of 500 dollars each way, paid in as many coins as that is at the time. */
    @Test
    void feesOfAnInverseFutureAreTakenOfWhatItStandsFor() {
        ReplayResult result = run(
                inverse(FeeSchedule.DERIBIT_FUTURES, 100, 100, 125, 125),
                new Scripted()
                        .at(1, Order.market("FUT", Side.BUY, Quantity.units(50)))
                        .at(3, Order.market("FUT", Side.SELL, Quantity.all())));
        assertThat(result.fills())
                .allSatisfy(fill -> assertThat(fill.commission()).isCloseTo(0.25, within(1e-12)));
        assertThat(result.commissions()).isCloseTo(0.5, within(1e-12));
        // The coins that the first fee cost were 25 % dearer at the end.
        double coins = 50 * 10 * (1 / 100.0 - 1 / 125.0) - 0.0025 - 0.002;
        assertThat(result.finalEquity()).isCloseTo(10_000 + coins * 125, within(1e-9));
    }

    @Test
    void aFractionOfEquityBuysAsManyInverseContractsAsItPaysFor() {
        ReplayResult result = run(
                inverse(FeeSchedule.DERIBIT_FUTURES, 60_000, 60_000, 60_000),
                new Scripted().at(1, Order.market("FUT", Side.BUY, Quantity.fractionOfEquity(1))));
        assertThat(result.fills())
                .singleElement()
                .satisfies(fill -> assertThat(fill.quantity()).isEqualTo(999));
    }

    @Test
    void coinsThatWereEarnedGainWithTheCoin() {
        ReplayResult result = run(
                pack(
                        ContractSpec.Kind.PERPETUAL,
                        ContractSpec.Payoff.INVERSE,
                        10,
                        MarketEvents.none(),
                        100,
                        100,
                        125,
                        125,
                        250),
                new Scripted()
                        .at(1, Order.market("FUT", Side.BUY, Quantity.units(50)))
                        .at(3, Order.market("FUT", Side.SELL, Quantity.all())));
        assertThat(result.finalEquity()).isCloseTo(10_000 + 1 * 250, within(1e-9));
        assertThat(result.revaluation()).isCloseTo(125, within(1e-9));
    }

    @Test
    void longsPayFundingAndShortsReceiveIt() {
        MarketEvents events = MarketEvents.none()
                .withFunding(List.of(
                        new FundingRate("FUT", START_MS + HOUR_MS / 2, START_MS, 0.01),
                        new FundingRate("FUT", START_MS + 2 * HOUR_MS + 1, START_MS, 0.01)));
        Pack pack = pack(ContractSpec.Kind.PERPETUAL, ContractSpec.Payoff.LINEAR, 10, events, 100, 100, 100, 100);
        ReplayResult longs = run(pack, new Scripted().at(1, Order.market("FUT", Side.BUY, Quantity.units(5))));
        ReplayResult shorts = run(pack, new Scripted().at(1, Order.market("FUT", Side.SELL, Quantity.units(5))));
        assertThat(longs.funding()).isCloseTo(-50, within(1e-9));
        assertThat(longs.finalEquity()).isCloseTo(9_950, within(1e-9));
        assertThat(shorts.finalEquity()).isCloseTo(10_050, within(1e-9));
    }

    @Test
    void aFutureSettlesAndCannotBeTradedAnyMore() {
        MarketEvents events = MarketEvents.none()
                .withSettlements(List.of(new Settlement("FUT", START_MS + 3 * HOUR_MS, START_MS + 3 * HOUR_MS, 109)));
        Scripted strategy = new Scripted()
                .at(1, Order.market("FUT", Side.BUY, Quantity.units(5)))
                .at(4, Order.market("FUT", Side.BUY, Quantity.units(5)));
        ReplayResult result = run(
                pack(ContractSpec.Kind.FUTURE, ContractSpec.Payoff.LINEAR, 10, events, 100, 100, 105, 105, 105),
                strategy);
        assertThat(result.finalEquity()).isCloseTo(10_000 + 5 * 10 * 9, within(1e-9));
        assertThat(reasons(result)).containsExactly(Reason.EXPIRED);
    }

    @Test
    void aSplitChangesQuantitiesAndNotEquity() {
        MarketEvents events =
                MarketEvents.none().withActions(List.of(new CorporateAction("FUT", START_MS + 2 * HOUR_MS + 1, 4, 0)));
        Scripted strategy = new Scripted()
                .at(
                        1,
                        Order.market("FUT", Side.BUY, Quantity.units(10)),
                        Order.single("FUT", Side.BUY, Quantity.units(1), Execution.limit(10)));
        ReplayResult result =
                run(pack(ContractSpec.Kind.SPOT, ContractSpec.Payoff.LINEAR, 1, events, 100, 100, 25, 30), strategy);
        assertThat(result.open()).singleElement().satisfies(position -> {
            assertThat(position.quantity()).isEqualTo(40);
            assertThat(position.entryPrice()).isEqualTo(25);
        });
        assertThat(result.finalEquity()).isCloseTo(10_000 + 40 * 5, within(1e-9));
        assertThat(reasons(result)).containsExactly(Reason.EXPIRED);
        assertThat(result.dailyReturns().benchmark().orElseThrow()[0]).isCloseTo(0.2, within(1e-12));
    }

    /** A pack may carry its instrument's whole history, and dividends that are announced. */
    @Test
    void whatHappensOutsideTheDataIsNoPartOfTheRun() {
        MarketEvents events = MarketEvents.none()
                .withActions(List.of(
                        new CorporateAction("FUT", START_MS - 9000 * HOUR_MS, 7, 0),
                        new CorporateAction("FUT", START_MS, 4, 0),
                        new CorporateAction("FUT", START_MS + 9000 * HOUR_MS, 1, 10)))
                .withSettlements(List.of(
                        new Settlement("FUT", START_MS - 9000 * HOUR_MS, START_MS - 9000 * HOUR_MS, 50),
                        new Settlement("FUT", START_MS, START_MS, 60)));
        Scripted strategy = new Scripted().at(1, Order.market("FUT", Side.BUY, Quantity.units(1)));
        ReplayResult result =
                run(pack(ContractSpec.Kind.SPOT, ContractSpec.Payoff.LINEAR, 1, events, 100, 100, 110), strategy);
        assertThat(strategy.calls()).isEqualTo(3);
        assertThat(result.dividends()).isZero();
        assertThat(result.finalEquity()).isCloseTo(10_000 + 10, within(1e-9));
        assertThat(result.dailyReturns().benchmark().orElseThrow()[0]).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void aBarThatClosesAsASplitBeginsIsInOldUnits() {
        MarketEvents events =
                MarketEvents.none().withActions(List.of(new CorporateAction("FUT", START_MS + 2 * HOUR_MS, 4, 0)));
        Scripted strategy = new Scripted().at(1, Order.market("FUT", Side.BUY, Quantity.units(10)));
        ReplayResult result =
                run(pack(ContractSpec.Kind.SPOT, ContractSpec.Payoff.LINEAR, 1, events, 100, 100, 25, 30), strategy);

        assertThat(result.maxDrawdown()).isZero();
        assertThat(result.finalEquity()).isCloseTo(10_000 + 40 * 5, within(1e-9));
        assertThat(result.dailyReturns().benchmark().orElseThrow()[0]).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void anOrderThatWaitsOverASplitIsMeantInOldUnits() {
        MarketEvents events =
                MarketEvents.none().withActions(List.of(new CorporateAction("FUT", START_MS + 2 * HOUR_MS + 1, 4, 0)));
        Order sale = Order.market("FUT", Side.SELL, Quantity.units(10));
        Scripted seller = new Scripted()
                .at(1, Order.market("FUT", Side.BUY, Quantity.units(10)))
                .at(2, sale);
        Order entry = Order.market("FUT", Side.BUY, Quantity.units(10));
        Scripted buyer =
                new Scripted().at(2, entry.protectedBy(new Protection(OptionalDouble.of(80), OptionalDouble.of(108))));
        Pack pack = pack(ContractSpec.Kind.SPOT, ContractSpec.Payoff.LINEAR, 1, events, 100, 100, 25, 26, 28);

        assertThat(run(pack, seller).open()).isEmpty();
        ReplayResult bought = run(pack, buyer);
        assertThat(buyer.fills().get(0).quantity()).isEqualTo(40);
        assertThat(bought.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.quantity()).isEqualTo(40);
            assertThat(trade.exitPrice()).isEqualTo(28);
            assertThat(trade.exitReason()).isEqualTo("target");
        });
    }

    @Test
    void dividendsPayCashAtExTime() {
        MarketEvents events =
                MarketEvents.none().withActions(List.of(new CorporateAction("FUT", START_MS + 2 * HOUR_MS + 1, 1, 3)));
        Pack pack = pack(ContractSpec.Kind.SPOT, ContractSpec.Payoff.LINEAR, 1, events, 100, 100, 97, 97);
        ReplayResult owner = run(pack, new Scripted().at(1, Order.market("FUT", Side.BUY, Quantity.units(10))));
        ReplayResult late = run(pack, new Scripted().at(3, Order.market("FUT", Side.BUY, Quantity.units(10))));
        assertThat(owner.dividends()).isCloseTo(30, within(1e-12));
        assertThat(owner.finalEquity()).isCloseTo(10_000, within(1e-9));
        assertThat(late.dividends()).isZero();
    }

    /** Until the next price the one before stands for a unit that no longer pays the dividend. */
    @Test
    void aDividendByItselfMakesNobodyRicher() {
        ReplayResult owner = run(paysMuch(), new Scripted().at(1, Order.market("FUT", Side.BUY, Quantity.units(10))));

        assertThat(owner.maxDrawdown()).isCloseTo(0, within(1e-9));
        assertThat(owner.dailyReturns().benchmark().orElseThrow()[0]).isCloseTo(0, within(1e-12));
    }

    @Test
    void aDividendByItselfCallsNoMargin() {
        ReplayResult seller =
                run(paysMuch(), new Scripted().at(1, Order.market("FUT", Side.SELL, Quantity.units(150))));

        assertThat(seller.trades()).isEmpty();
        assertThat(seller.maxDrawdown()).isLessThan(5);
    }

    /** A dividend of 40 by which the price falls. */
    private static Pack paysMuch() {
        MarketEvents events =
                MarketEvents.none().withActions(List.of(new CorporateAction("FUT", START_MS + 2 * HOUR_MS + 1, 1, 40)));
        return pack(ContractSpec.Kind.SPOT, ContractSpec.Payoff.LINEAR, 1, events, 100, 100, 60, 60);
    }

    private static Pack inverse(FeeSchedule fees, double... prices) {
        return pack(fees, ContractSpec.Kind.PERPETUAL, ContractSpec.Payoff.INVERSE, 10, MarketEvents.none(), prices);
    }

    private static Pack pack(
            ContractSpec.Kind kind,
            ContractSpec.Payoff payoff,
            double multiplier,
            MarketEvents events,
            double... prices) {
        return pack(FeeSchedule.NONE, kind, payoff, multiplier, events, prices);
    }

    private static Pack pack(
            FeeSchedule fees,
            ContractSpec.Kind kind,
            ContractSpec.Payoff payoff,
            double multiplier,
            MarketEvents events,
            double... prices) {
        BarSeries.Builder bars = BarSeries.builder("FUT", HOUR_MS);
        for (int i = 0; i < prices.length; i++) {
            long open = START_MS + i * HOUR_MS;
            bars.add(open, open + HOUR_MS, prices[i], prices[i], prices[i], prices[i], 1);
        }
        ContractSpec spec = new ContractSpec(kind, payoff, multiplier, 1, List.of(), "USD", "COIN");
        return Pack.builder()
                .instrument(new Instrument("FUT", spec, TradingCalendar.roundTheClock(), fees))
                .bars(List.of(bars.build()))
                .events(events)
                .build();
    }

    private static List<Reason> reasons(ReplayResult result) {
        return result.rejections().stream().map(Rejection::reason).toList();
    }

    private static ReplayResult run(Pack pack, Scripted strategy) {
        return ReplayHarness.on(pack)
                .run(
                        strategy,
                        HandMadeMarket.settings(),
                        (time, cash, equity, bySources) -> assertThat(equity).isCloseTo(bySources, within(1e-8)));
    }
}
