package io.argus.replay;

import io.argus.domain.market.FeeSchedule;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Protection;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Side;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.ClosedTrade;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

import static io.argus.replay.HandMadeMarket.START_MS;
import static io.argus.replay.OptionMarket.EXPIRY_MS;
import static io.argus.replay.OptionMarket.HOUR_MS;
import static io.argus.replay.OptionMarket.call;
import static org.assertj.core.api.Assertions.assertThat;

/** Stops and targets of options reach a market like any other order: while there is one, and not before they were there. */
class ExitsOnQuotesTest {

    private static final double NONE = Double.NaN;
    private static final long MINUTE_MS = 60_000;

    private final Protection exits = new Protection(OptionalDouble.of(2), OptionalDouble.of(8));

    @Test
    void nothingIsTradedAfterItsExpiry() {
        ChainSeries.Builder chains = ChainSeries.builder("SPX", "hand");
        quote(chains, START_MS, START_MS, 4, 4.2);
        quote(chains, START_MS + HOUR_MS, START_MS + HOUR_MS, 4, 4.2);
        quote(chains, EXPIRY_MS + MINUTE_MS, EXPIRY_MS + MINUTE_MS, 9, 9.2);
        quote(chains, EXPIRY_MS + 2 * HOUR_MS, EXPIRY_MS + 2 * HOUR_MS, 9, 9.2);
        ReplayResult result = run(List.of(chains.build()));
        assertThat(result.trades()).extracting(ClosedTrade::exitReason).containsExactly("settlement_proxy");
        assertThat(result.trades()).extracting(ClosedTrade::exitPrice).containsExactly(3.0);
    }

    @Test
    void aQuoteSentBeforeTheEntryClosesNothing() {
        ChainSeries.Builder prompt = ChainSeries.builder("SPX", "prompt");
        quote(prompt, START_MS, START_MS, 4, 4.2);
        quote(prompt, START_MS + HOUR_MS, START_MS + HOUR_MS, 4, 4.2);
        quote(prompt, START_MS + 2 * HOUR_MS, START_MS + 2 * HOUR_MS, 1.5, 1.6);
        ChainSeries.Builder slow = ChainSeries.builder("SPX", "slow");
        quote(slow, START_MS + HOUR_MS, START_MS + HOUR_MS - 1, 1, 1.1);
        quote(slow, START_MS + HOUR_MS + MINUTE_MS, START_MS + HOUR_MS - 1, 1, 1.1);
        ReplayResult result = run(List.of(prompt.build(), slow.build()));
        assertThat(result.trades()).extracting(ClosedTrade::exitReason).containsExactly("stop");
        assertThat(result.trades()).extracting(ClosedTrade::exitPrice).containsExactly(1.5);
    }

    private ReplayResult run(List<ChainSeries> chains) {
        Pack terms = OptionMarket.listed(FeeSchedule.NONE).snapshot(100).pack();
        Pack.Builder pack = Pack.builder().chains(chains);
        terms.instruments().forEach(pack::instrument);
        terms.optionTerms().forEach(pack::instrument);
        Scripted strategy = new Scripted()
                .at(1, Order.market(call(100), Side.BUY, Quantity.units(1)).protectedBy(exits));
        return ReplayHarness.on(pack.build()).run(strategy, HandMadeMarket.settings());
    }

    private static void quote(ChainSeries.Builder chains, long receivedMs, long sentMs, double bid, double ask) {
        chains.snapshot(receivedMs, sentMs, 103, NONE)
                .quote(Right.CALL, 100, EXPIRY_MS, bid, ask, NONE, NONE, NONE, NONE, NONE, NONE, NONE);
    }
}
