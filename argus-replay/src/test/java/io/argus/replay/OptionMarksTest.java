package io.argus.replay;

import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Side;
import io.argus.replay.result.ReplayResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static io.argus.replay.OptionMarket.leg;
import static io.argus.replay.OptionMarket.put;
import static io.argus.replay.OptionMarket.spread;
import static io.argus.replay.OptionMarket.unit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** What options that are held count for: what they could be closed at, and never beyond what they can come to. */
class OptionMarksTest {

    private static final double NONE = Double.NaN;

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
        market.run(new Scripted().at(1, spread(100, 95, 1)), equity);
        assertThat(equity.get(2)).as("never below the width").isCloseTo(10_000 + 280 - 500, within(1e-9));
        assertThat(equity.get(3)).as("never above nothing").isCloseTo(10_000 + 280, within(1e-9));
        assertThat(equity.get(4)).as("the last bid, not the bound").isCloseTo(10_000 + 280 - 20, within(1e-9));
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
        ReplayResult result = market.run(new Scripted().at(1, unit(leg(put(95), Side.BUY, 1))), equity);
        assertThat(equity).containsExactly(10_000.0, 9_980.0, 9_980.0, 9_980.0, 9_780.0);
        assertThat(result.staleMarkShare()).isEqualTo(0.5);
    }

    /** Some providers write 0 for a side that is not there. */
    @Test
    void anAskOfZeroIsNoneAndCrossesNoBid() {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < 2; hour++) {
            market.snapshot(100).put(95, 2.0, 2.2);
        }
        market.snapshot(90).put(95, 6.0, 0);
        List<Double> equity = new ArrayList<>();
        ReplayResult result = market.run(new Scripted().at(1, unit(leg(put(95), Side.BUY, 1))), equity);
        assertThat(equity.get(2)).isCloseTo(10_000 + 100 * (6.0 - 2.2), within(1e-9));
        assertThat(result.staleMarkShare()).isZero();
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
        market.run(new Scripted().at(1, spread(95, 90, 1)), equity);
        // At 92 the short put is worth 3 at least; closing at the last quotes would cost 18 - 5, more than the width.
        assertThat(equity.get(2)).isCloseTo(10_000 + 100 * (1.0 - (3 - 0.5)), within(1e-9));
        assertThat(equity.get(3)).isCloseTo(10_000 + 100 * (1.0 - 5), within(1e-9));
    }

    /** Bought anew with its underlying, as one order, it is worth what was paid, not its last mark of another time. */
    @Test
    void whatIsHeldAnewForgetsWhatItWasMarkedAtBefore() {
        OptionMarket market = OptionMarket.listed();
        market.snapshot(100)
                .put(95, 50, 50)
                .snapshot(100)
                .put(95, 50, 50)
                .snapshot(100)
                .put(95, 50, 50);
        market.snapshot(100).put(95, 5, 5).snapshot(100).put(95, 5, 5);
        HandMadeMarket bars = HandMadeMarket.of("SPX", OptionMarket.HOUR_MS / 2);
        for (int half = 0; half < 12; half++) {
            bars.flat(100);
        }
        Pack options = market.pack();
        Pack.Builder pack = Pack.builder().bars(List.of(bars.bars())).chains(options.chains());
        options.instruments().forEach(pack::instrument);
        options.optionTerms().forEach(pack::instrument);
        // Instants come with each half hour's bar: the snapshots at one, two and three hours fill the orders.
        Scripted strategy = new Scripted()
                .at(1, unit(leg(put(95), Side.BUY, 1)))
                .at(3, unit(leg(put(95), Side.SELL, 1)))
                .at(5, unit(leg(put(95), Side.BUY, 1), leg("SPX", Side.BUY, 1)));
        List<Double> equity = new ArrayList<>();
        ReplayResult result = ReplayHarness.on(pack.build())
                .run(strategy, HandMadeMarket.settings(), (time, cash, now, bySources) -> equity.add(now));
        assertThat(strategy.fills()).extracting(Fill::price).startsWith(50.0, 50.0, 5.0);
        assertThat(result.maxDrawdown()).isLessThan(1);
        assertThat(equity).allMatch(each -> Math.abs(each - 10_000) < 1);
    }
}
