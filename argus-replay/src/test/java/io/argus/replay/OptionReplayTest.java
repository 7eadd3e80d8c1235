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
        ReplayResult result = market.run(strategy, equity);
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
        ReplayResult result = market.settled(100).run(new Scripted().at(1, spread(95, 90, 3)));
        assertThat(result.trades())
                .extracting(ClosedTrade::equityAtEntry)
                .containsOnly(10_000.0)
                .hasSize(2);
    }

    @Test
    void whatIsSoldForNothingLosesItsWholeQuoteToSlippage() {
        FeeSchedule twoCents = new FeeSchedule(0, 0, 1, 0, 0.02);
        OptionMarket market = OptionMarket.listed(twoCents);
        for (int hour = 0; hour < 4; hour++) {
            market.snapshot(100).put(80, 0.01, 0.012);
        }
        Scripted strategy =
                new Scripted().at(1, unit(leg(put(80), Side.BUY, 2))).at(2, unit(leg(put(80), Side.SELL, 2)));
        market.settled(100).run(strategy);
        assertThat(strategy.fills()).extracting(Fill::price).containsExactly(0.032, 0.0);
        assertThat(strategy.fills()).extracting(Fill::slippage).containsExactly(2 * 100 * 0.02, 2 * 100 * 0.01);
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
        ReplayResult result = market.run(new Scripted().at(1, spread(95, 90, 1)));
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
        ReplayResult result = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> market.run(strategy));
        assertThat(result.trades()).isEmpty();
        assertThat(result.open()).hasSize(1);
        assertThat(result.finalEquity()).isCloseTo(10_000 - 100 * 0.2, within(1e-9));
    }

    /** Else a lot would be short beside one that is long, and expiry, which settles sums, would wait for ever for none. */
    @Test
    void twoLegsCannotCloseOneLotTwice() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 12; hour++) {
            market.snapshot(100).put(95, 2.0, 2.2);
        }
        Order buy = unit(leg(put(95), Side.BUY, 1));
        Order twice = unit(leg(put(95), Side.SELL, 1), leg(put(95), Side.SELL, 1));
        Scripted strategy = new Scripted()
                .at(1, buy)
                .at(2, buy)
                .at(3, view -> List.of(twice.closing(view.positions().get(0).id())));
        ReplayResult result = assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> market.settled(93).run(strategy));
        assertThat(strategy.rejections()).extracting(Rejection::reason).containsExactly(Reason.UNKNOWN_INSTRUMENT);
        assertThat(result.trades()).extracting(ClosedTrade::exitReason).containsExactly("expiry", "expiry");
        assertThat(result.open()).isEmpty();
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
        ReplayResult result = market.run(new Scripted().at(1, order));
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
        ReplayResult result = market.run(new Scripted().at(1, unit(leg(put(95), Side.SELL, 5))));

        assertThat(result.rejections()).extracting(Rejection::detail).containsExactly("bid 1.0, nobody offers");
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
        assertThat(reasons(market.run(strategy)))
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
        assertThat(reasons(market.run(strategy))).containsExactly(Reason.EXPIRED);
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
        market.run(strategy);
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
        market.run(buyer);
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
        ReplayResult result = market.run(strategy);
        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.exitPrice()).isEqualTo(1.4);
            assertThat(trade.exitReason()).isEqualTo("stop");
        });
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
        ReplayResult result = market.run(new Scripted().at(1, spread(95, 90, 2)));
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
        ReplayResult result = market.run(new Scripted().at(1, spread(950, 900, 10)), equity);
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
}
