package io.argus.replay;

import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Settlement;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Position;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Side;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.ClosedTrade;
import io.argus.research.experiment.RegimeBucket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static io.argus.replay.HandMadeMarket.START_MS;
import static io.argus.replay.OptionMarket.EXPIRY_MS;
import static io.argus.replay.OptionMarket.HOUR_MS;
import static io.argus.replay.OptionMarket.call;
import static io.argus.replay.OptionMarket.leg;
import static io.argus.replay.OptionMarket.put;
import static io.argus.replay.OptionMarket.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What a settlement price ends, and what it is a price of. */
class SettlementTest {

    /** It is the price at which options on it settle. */
    @Test
    void theUnderlyingItselfGoesOnToBeHeld() {
        Pack pack = withBars(twoSnapshots().pack());
        Scripted strategy = new Scripted()
                .at(1, unit(leg(call(95), Side.BUY, 1)), Order.market("SPX", Side.BUY, Quantity.units(10)));
        ReplayResult result = ReplayHarness.on(pack).run(strategy, HandMadeMarket.settings());
        assertThat(result.trades()).extracting(ClosedTrade::symbol).containsExactly(call(95));
        assertThat(result.open()).hasSize(1);
    }

    /** Where there are no bars, what settles after the last snapshot counts for the state and session of that. */
    @Test
    void whatSettlesAfterTheLastSnapshotIsSharedOutToo() {
        ReplayResult result = twoSnapshots().run(new Scripted().at(1, unit(leg(call(95), Side.BUY, 1))));
        assertThat(result.finalEquity()).isCloseTo(10_000 + 100 * (8 - 6.2), within(1e-9));
        for (String factor : List.of("volatility:", "trend:", "session:")) {
            double shared = result.regimes().stream()
                    .filter(bucket -> bucket.key().startsWith(factor))
                    .mapToDouble(RegimeBucket::pnl)
                    .sum();
            assertThat(shared).as(factor).isCloseTo(100 * (8 - 6.2), within(1e-9));
        }
    }

    /** The coin is dearer by the time that the settlement price, or the want of it, is known. */
    @Test
    void coinsAreValuedAtTheLatestPriceOfTheirUnderlyingNotAtTheOneOfTheirExpiry() {
        OptionMarket market = OptionMarket.inverse(FeeSchedule.NONE)
                .snapshot(100)
                .call(80, 0.09, 0.1)
                .snapshot(100)
                .call(80, 0.09, 0.1);
        Pack late = withBars(market.pack());
        Pack known = Pack.builder()
                .instruments(instruments(late))
                .bars(late.bars())
                .chains(late.chains())
                .events(MarketEvents.none()
                        .withSettlements(List.of(new Settlement("SPX", EXPIRY_MS, EXPIRY_MS + HOUR_MS / 3, 100))))
                .build();
        double coins = 0.2 - 0.1;
        for (Pack pack : List.of(late, known)) {
            Scripted strategy = new Scripted().at(1, unit(leg(call(80), Side.BUY, 1)));
            List<Double> equity = new ArrayList<>();
            ReplayResult result = ReplayHarness.on(pack)
                    .run(strategy, HandMadeMarket.settings(), (time, cash, now, by) -> {
                        assertThat(now).isCloseTo(by, within(1e-8));
                        equity.add(now);
                    });
            assertThat(result.trades()).extracting(ClosedTrade::exitPrice).containsExactly(0.2);
            assertThat(result.finalEquity()).isCloseTo(10_000 + coins * 150, within(1e-9));
            assertThat(equity).noneMatch(each -> Math.abs(each - (10_000 + coins * 100)) < 1e-9);
        }
    }

    /** A pack may know what options settle at that expire long after its prices end. */
    @Test
    void settlementsOfWhatIsNotHeldLetNoTimePassAfterTheData() {
        long yearLater = START_MS + 8760 * HOUR_MS;
        HandMadeMarket bars = HandMadeMarket.hourly("SPX").flat(100).flat(100).flat(100);
        Pack pack = Pack.builder()
                .instrument(bars.instrument())
                .bars(List.of(bars.bars()))
                .events(MarketEvents.none().withSettlements(List.of(new Settlement(call(95), yearLater, yearLater, 8))))
                .build();
        Scripted strategy = new Scripted().at(1, Order.market("SPX", Side.SELL, Quantity.units(10)));
        ReplayResult result = ReplayHarness.on(pack).run(strategy, HandMadeMarket.settings());
        assertThat(strategy.calls()).isEqualTo(3);
        assertThat(result.borrowing()).isLessThan(0.01);
    }

    /** Nobody knows what its underlying costs by then. */
    @Test
    void whatExpiresAfterTheDataStaysOpenThoughSomethingElseSettlesLater() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 2; hour++) {
            market.snapshot(100).put(95, 2, 2.2).call(95, 6, 6.2);
        }
        Pack pack = market.pack();
        Pack settling = Pack.builder()
                .instruments(instruments(pack))
                .chains(pack.chains())
                .events(MarketEvents.none()
                        .withSettlements(List.of(new Settlement(call(95), EXPIRY_MS, EXPIRY_MS + 5 * HOUR_MS, 8))))
                .build();
        Scripted strategy = new Scripted().at(1, unit(leg(call(95), Side.BUY, 1)), unit(leg(put(95), Side.BUY, 1)));
        ReplayResult result = ReplayHarness.on(settling).run(strategy, HandMadeMarket.settings());
        assertThat(result.trades()).extracting(ClosedTrade::symbol).containsExactly(call(95));
        assertThat(result.open()).extracting(Position::symbol).containsExactly(put(95));
        assertThat(result.settlementProxies()).isZero();
    }

    /** Of two providers the one that was heard last before the expiry tells the price, whichever comes first in the pack. */
    @Test
    void withoutASettlementPriceTheLatestOfAllProvidersCounts() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 2; hour++) {
            market.snapshot(100).call(95, 6, 6.2);
        }
        Pack pack = market.pack();
        for (String name : List.of("before", "late")) {
            ChainSeries other = ChainSeries.builder("SPX", name)
                    .snapshot(EXPIRY_MS - HOUR_MS, EXPIRY_MS - HOUR_MS, 108, Double.NaN)
                    .snapshot(EXPIRY_MS - 1, EXPIRY_MS - 1, Double.NaN, Double.NaN)
                    .snapshot(EXPIRY_MS + 1, EXPIRY_MS + 1, 300, Double.NaN)
                    .build();
            Pack both = Pack.builder()
                    .instruments(instruments(pack))
                    .chains(Stream.concat(pack.chains().stream(), Stream.of(other))
                            .toList())
                    .build();
            Scripted strategy = new Scripted().at(1, unit(leg(call(95), Side.BUY, 1)));
            ReplayResult result = ReplayHarness.on(both).run(strategy, HandMadeMarket.settings());
            assertThat(result.trades()).extracting(ClosedTrade::exitPrice).containsExactly(13.0);
            assertThat(result.settlementProxies()).isEqualTo(1);
        }
    }

    /** Of a call, whose underlying settles at 103. */
    private static OptionMarket twoSnapshots() {
        return OptionMarket.listed()
                .snapshot(100)
                .call(95, 6, 6.2)
                .snapshot(100)
                .call(95, 6, 6.2)
                .settled(103);
    }

    /** Beside the options, bars of the underlying until half an hour after the expiry: at 100 up to it, then at 150. */
    private static Pack withBars(Pack options) {
        HandMadeMarket bars = HandMadeMarket.of("SPX", HOUR_MS / 4);
        for (long open = START_MS; open < EXPIRY_MS + HOUR_MS / 2; open += HOUR_MS / 4) {
            bars.flat(open < EXPIRY_MS ? 100 : 150);
        }
        return Pack.builder()
                .instruments(instruments(options))
                .bars(List.of(bars.bars()))
                .chains(options.chains())
                .events(options.events())
                .build();
    }

    private static List<Instrument> instruments(Pack pack) {
        List<Instrument> all = new ArrayList<>(pack.instruments());
        all.addAll(pack.optionTerms());
        return all;
    }
}
