package io.argus.replay;

import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Fill;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Rejection;
import io.argus.domain.strategy.Rejection.Reason;
import io.argus.domain.strategy.Side;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.ClosedTrade;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

import static io.argus.replay.HandMadeMarket.START_MS;
import static io.argus.replay.OptionMarket.EXPIRY_MS;
import static io.argus.replay.OptionMarket.HOUR_MS;
import static io.argus.replay.OptionMarket.leg;
import static io.argus.replay.OptionMarket.put;
import static io.argus.replay.OptionMarket.unit;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever trades on a snapshot, all of it together takes no more of a quote than is there. */
class QuotedSizesTest {

    private static final double SIZE = 5;

    @Test
    void whatOneOrderTookIsNotThereForTheNext() {
        Order three = unit(leg(put(95), Side.BUY, 3));
        Scripted strategy = new Scripted().at(1, three, three, unit(leg(put(95), Side.BUY, 2)));
        market(3).run(strategy);

        assertThat(strategy.fills()).extracting(Fill::quantity).containsExactly(3.0, 2.0);
        assertThat(strategy.rejections()).singleElement().satisfies(rejection -> {
            assertThat(rejection.reason()).isEqualTo(Reason.INSUFFICIENT_SIZE);
            assertThat(rejection.detail()).isEqualTo("of 3.0 wanted 5.0 are quoted and 3.0 of them taken");
        });
    }

    @Test
    void theNextSnapshotShowsNewSizes() {
        Order three = unit(leg(put(95), Side.BUY, 3));
        Scripted strategy = new Scripted().at(1, three).at(2, three);
        market(4).run(strategy);

        assertThat(strategy.fills()).extracting(Fill::quantity).containsExactly(3.0, 3.0);
    }

    @Test
    void bidsAndOffersAreTakenForThemselves() {
        Scripted strategy =
                new Scripted().at(1, unit(leg(put(95), Side.BUY, SIZE)), unit(leg(put(95), Side.SELL, SIZE)));
        market(3).run(strategy);

        assertThat(strategy.fills()).extracting(Fill::side).containsExactly(Side.BUY, Side.SELL);
    }

    @Test
    void legsOfOneOrderShareTheSizeToo() {
        Scripted strategy = new Scripted().at(1, unit(leg(put(95), Side.BUY, 3), leg(put(95), Side.BUY, 3)));
        market(3).run(strategy);

        assertThat(strategy.fills()).isEmpty();
        assertThat(strategy.rejections()).extracting(Rejection::reason).containsExactly(Reason.INSUFFICIENT_SIZE);
    }

    /** Its option is priced by the first snapshot and waits for spot; another provider's snapshot comes in between. */
    @Test
    void whatWasTakenIsRememberedAsLongAsAnOrderWaitsAtThatPrice() {
        long hour = HOUR_MS;
        long minute = 60_000;
        ChainSeries.Builder first = ChainSeries.builder("SPX", "first");
        quote(first, START_MS, START_MS);
        quote(first, START_MS + hour + minute, START_MS + hour + minute);
        ChainSeries.Builder second = ChainSeries.builder("SPX", "second");
        quote(second, START_MS + hour + 2 * minute, START_MS - minute);
        Pack terms = OptionMarket.listed().snapshot(100).pack();
        HandMadeMarket bars =
                HandMadeMarket.hourly("SPX").flat(100).flat(100).flat(100).flat(100);
        Pack.Builder pack = Pack.builder().bars(List.of(bars.bars())).chains(List.of(first.build(), second.build()));
        terms.instruments().forEach(pack::instrument);
        terms.optionTerms().forEach(pack::instrument);
        Order both = unit(leg(put(95), Side.BUY, SIZE), leg("SPX", Side.BUY, 1));
        Scripted strategy = new Scripted().at(2, unit(leg(put(95), Side.BUY, SIZE)), both);
        ReplayHarness.on(pack.build()).run(strategy, HandMadeMarket.settings());

        assertThat(strategy.fills()).extracting(Fill::quantity).containsExactly(SIZE);
        assertThat(strategy.rejections()).extracting(Rejection::reason).containsExactly(Reason.INSUFFICIENT_SIZE);
    }

    @Test
    void attachedExitsWaitForWhatOthersTook() {
        Protection target = new Protection(OptionalDouble.empty(), OptionalDouble.of(1.5));
        Order three = Order.market(put(95), Side.BUY, Quantity.units(3)).protectedBy(target);
        Scripted strategy = new Scripted().at(1, three).at(2, three);
        ReplayResult result = market(3)
                .snapshot(100)
                .quote(Right.PUT, 95, 1.6, 1.7, SIZE)
                .snapshot(100)
                .quote(Right.PUT, 95, 1.6, 1.7, SIZE)
                .run(strategy);

        assertThat(result.trades()).extracting(ClosedTrade::exitReason).containsExactly("target", "target");
        long first = result.trades().get(0).exitTimeMs();
        assertThat(result.trades()).extracting(ClosedTrade::exitTimeMs).containsExactly(first, first + HOUR_MS);
    }

    private static void quote(ChainSeries.Builder chains, long receivedMs, long sentMs) {
        double none = Double.NaN;
        chains.snapshot(receivedMs, sentMs, 100, none)
                .quote(Right.PUT, 95, EXPIRY_MS, 1.0, 1.1, SIZE, SIZE, none, none, none, none, none);
    }

    private static OptionMarket market(int snapshots) {
        OptionMarket market = OptionMarket.listed();
        for (int hour = 0; hour < snapshots; hour++) {
            market.snapshot(100).quote(Right.PUT, 95, 1.0, 1.1, SIZE);
        }
        return market;
    }
}
