package io.argus.replay;

import io.argus.domain.market.FeeSchedule;
import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Execution;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.ClosedTrade;
import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.RoundTrip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.argus.replay.OptionMarket.EXPIRY_MS;
import static io.argus.replay.OptionMarket.call;
import static io.argus.replay.OptionMarket.leg;
import static io.argus.replay.OptionMarket.put;
import static io.argus.replay.OptionMarket.spread;
import static io.argus.replay.OptionMarket.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Options from their first quote to their settlement, each figure told beforehand. */
class OptionReplayTest {

    private static final double NONE = Double.NaN;

    @Test
    void aSpreadFillsAsOneUnitFromTheNextSnapshotAndSettles() {
        OptionMarket market = OptionMarket.listed()
                .snapshot(100)
                .put(95, 2.0, 2.2)
                .put(90, 0.9, 1.0)
                .snapshot(100)
                .put(95, 2.1, 2.3)
                .put(90, 0.8, 1.1)
                .snapshot(92)
                .put(95, 4.0, 4.4)
                .put(90, 1.5, 2.0)
                .settled(93);
        Scripted strategy = new Scripted().at(1, spread(95, 90, 3));
        List<Double> equity = new ArrayList<>();
        ReplayResult result = run(market, strategy, equity);
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(2.1, 1.1);
        // Entered for a credit of 1.0, marked at once at what closing would cost: 2.3 - 0.8.
        assertThat(equity.get(1)).isCloseTo(10_000 - 3 * 100 * 0.5, within(1e-9));
        assertThat(equity.get(2)).isCloseTo(10_000 + 3 * 100 * (1.0 - (4.4 - 1.5)), within(1e-9));
        // The short put pays 2, the long one nothing.
        assertThat(result.finalEquity()).isCloseTo(10_000 + 3 * 100 * (1.0 - 2), within(1e-9));
        assertThat(RoundTrip.of(result.trades())).hasSize(1);
        assertThat(result.trades()).extracting(ClosedTrade::exitReason).containsExactly("expiry", "expiry");
        assertThat(result.trades()).extracting(ClosedTrade::exitTimeMs).containsOnly(EXPIRY_MS);
        assertThat(result.trades()).extracting(ClosedTrade::exitPrice).containsExactly(2.0, 0.0);
        assertThat(result.open()).isEmpty();
    }

    /** The bid that has gone was 5 while the underlying stood at 90: at 101 the spread cannot be worth more than nothing. */
    @Test
    void aSpreadIsMarkedBetweenTheWorstAndTheBestItCanComeTo() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 2; hour++) {
            market.snapshot(97).put(100, 5.0, 5.2).put(95, 2.0, 2.2);
        }
        market.snapshot(90).put(100, 11.0, 11.5).put(95, 5, 5.5);
        market.snapshot(101).put(100, 1.8, 2.0).put(95, NONE, 0.3);
        market.snapshot(97).put(100, 5.0, 5.2).put(95, NONE, 2.2);
        List<Double> equity = new ArrayList<>();
        run(market, new Scripted().at(1, spread(100, 95, 1)), equity);
        assertThat(equity.get(2)).as("never below the width").isCloseTo(10_000 + 280 - 500, within(1e-9));
        assertThat(equity.get(3)).as("never above nothing").isCloseTo(10_000 + 280, within(1e-9));
        assertThat(equity.get(4)).as("the last bid, not the bound").isCloseTo(10_000 + 280 - 20, within(1e-9));
    }

    /** A stop took away what covered the first call. */
    @Test
    void callsThatAreNakedAlreadyGetNoCompany() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 3; hour++) {
            market.snapshot(100).call(105, 2.0, 2.2).call(110, 0.9, 1.0);
        }
        for (int hour = 0; hour < 4; hour++) {
            market.snapshot(100).call(105, 2.0, 2.2).call(110, 0.4, 0.5);
        }
        Protection stop = new Protection(OptionalDouble.of(0.5), OptionalDouble.empty());
        Scripted strategy = new Scripted()
                .at(1, Order.market(call(110), Side.BUY, Quantity.units(1)).protectedBy(stop))
                .at(2, Order.market(call(105), Side.SELL, Quantity.units(1)))
                .at(5, Order.market(call(105), Side.SELL, Quantity.units(1)));
        ReplayResult result = run(market, strategy);
        assertThat(result.fills()).hasSize(3);
        assertThat(reasons(result)).containsExactly(Reason.INSUFFICIENT_FUNDS);
    }

    /** The next session ends a day after the decision, and what it shows may be an hour on its way. */
    @Test
    void anOrderWhoseSnapshotsStayAwayEndsWithoutWaitingForOne() {
        Pack options = OptionMarket.listed().snapshot(100).pack();
        OptionContract contract =
                new OptionContract("SPX", Right.PUT, 95, HandMadeMarket.START_MS + 1000 * HandMadeMarket.HOUR_MS);
        ChainSeries chains = ChainSeries.builder("SPX", "hand")
                .snapshot(HandMadeMarket.START_MS, HandMadeMarket.START_MS, 100, NONE)
                .quote(Right.PUT, 95, contract.expiryMs(), 2, 2.2, NONE, NONE, NONE, NONE, NONE, NONE, NONE)
                .build();
        HandMadeMarket bars = HandMadeMarket.hourly("SPX");
        for (int hour = 0; hour < 40; hour++) {
            bars.flat(100);
        }
        Pack pack = Pack.builder()
                .instruments(Stream.concat(options.instruments().stream(), options.optionTerms().stream())
                        .toList())
                .bars(List.of(bars.bars()))
                .chains(List.of(chains))
                .build();
        Scripted strategy = new Scripted().at(1, unit(leg(contract.symbol(), Side.BUY, 1)));
        ReplayResult result = ReplayHarness.on(pack).run(strategy, HandMadeMarket.settings());
        assertThat(result.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.reason()).isEqualTo(Reason.NO_QUOTE);
            assertThat(rejection.timeMs()).isEqualTo(HandMadeMarket.START_MS + 26 * HandMadeMarket.HOUR_MS);
        });
        assertThat(result.pending()).isZero();
    }

    @Test
    void allLegsOfAnOrderAreEnteredWithTheEquityBeforeIt() {
        OptionMarket market = OptionMarket.listed(FeeSchedule.US_OPTIONS);
        for (int hour = 0; hour < 4; hour++) {
            market.snapshot(100).put(95, 2.0, 2.2).put(90, 0.9, 1.0);
        }
        ReplayResult result = run(market.settled(100), new Scripted().at(1, spread(95, 90, 3)));
        assertThat(result.trades())
                .extracting(ClosedTrade::equityAtEntry)
                .containsOnly(10_000.0)
                .hasSize(2);
    }

    @Test
    void whatExpiresWithoutASettlementPriceTakesTheUnderlyingsLastOneAnHourLater() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour <= 12; hour++) {
            market.snapshot(hour <= 10 ? 91 : 150);
            if (hour < 10) {
                market.put(95, 4.1, 4.3).put(90, 0.8, 1.0);
            }
        }
        ReplayResult result = run(market, new Scripted().at(1, spread(95, 90, 1)));
        assertThat(result.settlementProxies()).isEqualTo(2);
        assertThat(result.trades()).extracting(ClosedTrade::exitReason).containsOnly("settlement_proxy");
        assertThat(result.finalEquity()).isCloseTo(10_000 + 100 * (4.1 - 1.0 - 4), within(1e-9));
    }

    /** Nobody knows what it is worth, so it stays open, marked as it was last quoted. */
    @Test
    void whatExpiresOnAnUnderlyingThatNeverHadAPriceStaysOpen() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour <= 13; hour++) {
            market.snapshot(NONE);
            if (hour < 10) {
                market.put(95, 2.0, 2.2);
            }
        }
        Scripted strategy = new Scripted().at(1, unit(leg(put(95), Side.BUY, 1)));
        ReplayResult result = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> run(market, strategy));
        assertThat(result.trades()).isEmpty();
        assertThat(result.open()).hasSize(1);
        assertThat(result.finalEquity()).isCloseTo(10_000 - 100 * 0.2, within(1e-9));
    }

    /** Else a lot would be short beside one that is long, which expiry settles neither of: the run would never end. */
    @Test
    void twoLegsCannotCloseOneLotTwice() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 6; hour++) {
            market.snapshot(100).put(95, 2.0, 2.2);
        }
        Order buy = unit(leg(put(95), Side.BUY, 1));
        Order twice = unit(leg(put(95), Side.SELL, 1), leg(put(95), Side.SELL, 1));
        Scripted strategy = new Scripted()
                .at(1, buy)
                .at(2, buy)
                .at(3, view -> List.of(twice.closing(view.positions().get(0).id())));
        ReplayResult result =
                assertTimeoutPreemptively(Duration.ofSeconds(30), () -> run(market.settled(93), strategy));
        assertThat(strategy.rejections()).extracting(Rejection::reason).containsExactly(Reason.UNKNOWN_INSTRUMENT);
        assertThat(result.trades()).extracting(ClosedTrade::exitReason).containsExactly("expiry", "expiry");
        assertThat(result.open()).isEmpty();
    }

    @Test
    void aSpreadReservesItsLargestLoss() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 3; hour++) {
            market.snapshot(100).put(95, 2.0, 2.2).put(90, 0.9, 1.0);
        }
        // Width 5, credit 1: 400 a contract, so that 25 fit into 10 000.
        assertThat(run(market, new Scripted().at(1, spread(95, 90, 25))).fills())
                .hasSize(2);
        ReplayResult tooMany = run(market, new Scripted().at(1, spread(95, 90, 26)));
        assertThat(tooMany.rejections())
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS));
        assertThat(tooMany.finalEquity()).isEqualTo(10_000);
        assertThat(tooMany.open()).isEmpty();
        // What a spread has reserved is not there for another.
        ReplayResult second =
                run(market, new Scripted().at(1, spread(95, 90, 20)).at(2, spread(95, 90, 6)));
        assertThat(second.fills()).hasSize(2);
    }

    @Test
    void nakedOptionsAreRefusedUnlessAllowed() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 4; hour++) {
            market.snapshot(100).put(95, 2.0, 2.2).put(90, 0.9, 1.0).call(110, 1.0, 1.2);
        }
        Scripted naked = new Scripted().at(1, unit(leg(put(95), Side.SELL, 1)));
        assertThat(reasons(run(market, naked))).containsExactly(Reason.INSUFFICIENT_FUNDS);
        assertThat(reasons(run(market, new Scripted().at(1, unit(leg(call(110), Side.SELL, 1))))))
                .containsExactly(Reason.INSUFFICIENT_FUNDS);
        // Selling the long leg of a spread would leave the short one naked.
        Scripted uncovering = new Scripted().at(1, spread(95, 90, 1)).at(2, unit(leg(put(90), Side.SELL, 1)));
        assertThat(reasons(run(market, uncovering))).containsExactly(Reason.INSUFFICIENT_FUNDS);
        ExecutionSettings shipped = ExecutionSettings.defaults();
        ExecutionSettings allowed = new ExecutionSettings(
                shipped.quoteSource(),
                shipped.spread(),
                shipped.slippage(),
                shipped.commission(),
                shipped.costMultiplier(),
                shipped.maxQuoteAgeMs(),
                shipped.maxSpread(),
                shipped.marketOnCloseCutoffMs(),
                shipped.initialMargin(),
                shipped.maintenanceMargin(),
                true,
                shipped.borrowRateAnnual());
        Scripted cashSecured = new Scripted().at(1, unit(leg(put(95), Side.SELL, 1)));
        assertThat(ReplayHarness.on(market.pack())
                        .run(cashSecured, HandMadeMarket.settings(allowed))
                        .fills())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        // bid, ask, age, size, bought?, reason
        "0, 1.0, 1000, NaN, false, ZERO_BID",
        "NaN, 1.0, 1000, NaN, false, ZERO_BID",
        "1.0, NaN, 1000, NaN, true, NO_QUOTE",
        "1.2, 1.0, 1000, NaN, true, CROSSED",
        "0.5, 1.0, 1000, NaN, true, SPREAD_WIDE",
        "1.0, NaN, 1000, NaN, false, SPREAD_WIDE",
        "0.9, 1.0, 120001, NaN, true, STALE_QUOTE",
        "0.9, 1.0, 1000, 4, true, INSUFFICIENT_SIZE",
    })
    void aQuoteThatIsNotFitToTradeOnRejectsTheWholeOrder(
            double bid, double ask, long ageMs, double size, boolean bought, Reason reason) {
        OptionMarket market = OptionMarket.listed()
                .snapshot(100)
                .snapshot(100, ageMs)
                .quote(Right.PUT, 95, bid, ask, size)
                .put(90, 0.9, 1.0)
                .put(80, 0.2, 0.21);
        Order order = bought
                ? unit(leg(put(90), Side.BUY, 1), leg(put(95), Side.BUY, 5))
                : unit(leg(put(90), Side.BUY, 5), leg(put(95), Side.SELL, 5));
        ReplayResult result = run(market, new Scripted().at(1, order));
        assertThat(reasons(result)).containsExactly(reason);
        assertThat(result.fills()).isEmpty();
        assertThat(result.open()).isEmpty();
        assertThat(result.finalEquity()).isEqualTo(10_000);
    }

    @Test
    void whereNobodyOffersARejectedSaleSaysSo() {
        OptionMarket market = OptionMarket.listed()
                .snapshot(100)
                .snapshot(100, 1000)
                .quote(Right.PUT, 95, 1.0, Double.NaN, Double.NaN);
        ReplayResult result = run(market, new Scripted().at(1, unit(leg(put(95), Side.SELL, 5))));

        assertThat(result.rejections()).extracting(Rejection::detail).containsExactly("bid 1.0, and nobody offers");
    }

    @Test
    void contractsThatAreNotQuotedOrHaveExpiredCannotBeTraded() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 13; hour++) {
            market.snapshot(100);
        }
        Scripted strategy = new Scripted()
                .at(1, unit(leg(put(95), Side.BUY, 1)))
                .at(12, unit(leg(put(95), Side.BUY, 1)))
                .at(2, unit(leg("GOLD-20210301T1000-95-P", Side.BUY, 1)));
        assertThat(reasons(run(market, strategy)))
                .containsExactly(Reason.NO_QUOTE, Reason.UNKNOWN_INSTRUMENT, Reason.EXPIRED);
    }

    @Test
    void anOrderStillWaitingAtExpiryExpires() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 13; hour++) {
            market.snapshot(100).put(95, 2.0, 2.2);
        }
        Scripted strategy =
                new Scripted().at(1, Order.single(put(95), Side.BUY, Quantity.units(1), Execution.limit(1)));
        assertThat(reasons(run(market, strategy))).containsExactly(Reason.EXPIRED);
    }

    @Test
    void aSnapshotSentBeforeTheDecisionDoesNotFillIt() {
        // Received after the decision at the second snapshot, but sent before it.
        OptionMarket market = OptionMarket.listed()
                .snapshot(100)
                .snapshot(100)
                .snapshot(100, OptionMarket.HOUR_MS + 1)
                .put(95, 1.0, 1.1)
                .snapshot(100)
                .put(95, 3.0, 3.1);
        Scripted strategy = new Scripted().at(2, unit(leg(put(95), Side.BUY, 1)));
        run(market, strategy);
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(3.1);
    }

    @Test
    void aLimitFillsWhenTheOppositeQuoteStandsThere() {
        OptionMarket market = OptionMarket.listed()
                .snapshot(100)
                .put(95, 2.0, 2.2)
                .snapshot(100)
                .put(95, 1.9, 2.1)
                .snapshot(100)
                .put(95, 1.7, 1.9);
        Scripted buyer = new Scripted().at(1, Order.single(put(95), Side.BUY, Quantity.units(1), Execution.limit(2)));
        run(market, buyer);
        assertThat(buyer.fills()).singleElement().satisfies(fill -> {
            assertThat(fill.price()).isEqualTo(1.9);
            assertThat(fill.timeMs()).isEqualTo(HandMadeMarket.START_MS + 2 * OptionMarket.HOUR_MS);
        });
    }

    @Test
    void stopsAndTargetsWatchTheQuoteThatWouldClose() {
        OptionMarket market = OptionMarket.listed()
                .snapshot(100)
                .put(95, 2.0, 2.2)
                .snapshot(100)
                .put(95, 2.0, 2.2)
                .snapshot(100)
                .put(95, 1.6, 1.8)
                .snapshot(100)
                .put(95, 1.4, 1.6);
        Protection exits = new Protection(OptionalDouble.of(1.5), OptionalDouble.of(4));
        Scripted strategy = new Scripted()
                .at(1, Order.market(put(95), Side.BUY, Quantity.units(1)).protectedBy(exits));
        ReplayResult result = run(market, strategy);
        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.exitPrice()).isEqualTo(1.4);
            assertThat(trade.exitReason()).isEqualTo("stop");
        });
    }

    @Test
    void marksAreConservativeAndKeepTheLastOneWhereASideIsMissing() {
        OptionMarket market = OptionMarket.listed()
                .snapshot(100)
                .put(95, 2.0, 2.2)
                .snapshot(100)
                .put(95, 2.0, 2.2)
                .snapshot(100)
                .put(95, NONE, 2.2)
                .snapshot(100)
                .put(95, 3.0, 2.2)
                .snapshot(100)
                .put(95, 0, 2.2);
        List<Double> equity = new ArrayList<>();
        ReplayResult result = run(market, new Scripted().at(1, unit(leg(put(95), Side.BUY, 1))), equity);
        assertThat(equity).containsExactly(10_000.0, 9_980.0, 9_980.0, 9_980.0, 9_780.0);
        assertThat(result.staleMarkShare()).isEqualTo(0.5);
    }

    @Test
    void shortsAreNeverMarkedBelowIntrinsicNorASpreadBeyondItsLargestLoss() {
        OptionMarket market = OptionMarket.listed()
                .snapshot(100)
                .put(95, 2.0, 2.2)
                .put(90, 0.9, 1.0)
                .snapshot(100)
                .put(95, 2.0, 2.2)
                .put(90, 0.9, 1.0)
                .snapshot(92)
                .put(95, NONE, NONE)
                .put(90, 0.5, 2.0)
                .snapshot(80)
                .put(95, 15, 18)
                .put(90, 5, 12);
        List<Double> equity = new ArrayList<>();
        run(market, new Scripted().at(1, spread(95, 90, 1)), equity);
        // At 92 the short put is worth 3 at least; closing at the last quotes would cost 18 - 5, more than the width.
        assertThat(equity.get(2)).isCloseTo(10_000 + 100 * (1.0 - (3 - 0.5)), within(1e-9));
        assertThat(equity.get(3)).isCloseTo(10_000 + 100 * (1.0 - 5), within(1e-9));
    }

    @Test
    void listedOptionsPayByTheContractAndSlipByCents() {
        OptionMarket market = OptionMarket.listed(FeeSchedule.US_OPTIONS)
                .snapshot(100)
                .put(95, 2.0, 2.2)
                .put(90, 0.9, 1.0)
                .snapshot(100)
                .put(95, 2.0, 2.2)
                .put(90, 0.9, 1.0)
                .settled(120);
        ReplayResult result = run(market, new Scripted().at(1, spread(95, 90, 2)));
        assertThat(result.fills()).extracting(Fill::price).containsExactly(1.98, 1.02);
        assertThat(result.commissions()).isCloseTo(4 * 0.65, within(1e-12));
        assertThat(result.finalEquity()).isCloseTo(10_000 + 200 * 0.96 - 2.6, within(1e-9));
    }

    @Test
    void inverseOptionsArePaidInTheCoinAndValuedAtItsPrice() {
        OptionMarket market = OptionMarket.inverse(FeeSchedule.DERIBIT_OPTIONS)
                .snapshot(1000)
                .put(950, 0.02, 0.021)
                .put(900, 0.01, 0.011)
                .snapshot(1000)
                .put(950, 0.02, 0.021)
                .put(900, 0.01, 0.011)
                .snapshot(1100)
                .put(950, 0.01, 0.0105)
                .put(900, 0.005, 0.0055)
                .settled(920);
        List<Double> equity = new ArrayList<>();
        ReplayResult result = run(market, new Scripted().at(1, spread(950, 900, 10)), equity);
        // A tick of slippage each; 0.0003 coin a contract on both legs, below an eighth of the price.
        double credit = 10 * ((0.02 - 0.0005) - (0.011 + 0.0005));
        double fees = 10 * 0.0003 * 2;
        assertThat(equity.get(1)).isCloseTo(10_000 + 1000 * (credit - fees - 10 * (0.021 - 0.01)), within(1e-9));
        assertThat(equity.get(2)).isCloseTo(10_000 + 1100 * (credit - fees - 10 * (0.0105 - 0.005)), within(1e-9));
        double payoff = 30.0 / 920;
        double delivery = Math.min(0.00015, 0.125 * payoff);
        assertThat(result.finalEquity())
                .isCloseTo(10_000 + 920 * (credit - fees - 10 * payoff - 10 * delivery), within(1e-9));
    }

    private static List<Reason> reasons(ReplayResult result) {
        return result.rejections().stream().map(Rejection::reason).toList();
    }

    private static ReplayResult run(OptionMarket market, Scripted strategy) {
        return run(market, strategy, new ArrayList<>());
    }

    private static ReplayResult run(OptionMarket market, Scripted strategy, List<Double> equity) {
        return ReplayHarness.on(market.pack())
                .run(strategy, HandMadeMarket.settings(), (time, cash, now, bySources) -> {
                    assertThat(now).isCloseTo(bySources, within(1e-8));
                    equity.add(now);
                });
    }
}
