package io.argus.replay.audit;

import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Quantity;
import io.argus.domain.strategy.Side;
import io.argus.research.experiment.ReplaySettings;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A recording of option chains without bars is audited like any other pack. */
class ChainsAloneTest {

    private static final long START_MS = 1_700_000_000_000L;
    private static final long MINUTE_MS = 60_000;
    private static final long EXPIRY_MS = 1_702_886_400_000L;

    @Test
    void whoLooksAtWhatWasReceivedPasses() {
        AuditReport report = audit((pack, market) ->
                market.findChain("BTC").orElseThrow().underlyingPrice().orElseThrow());
        assertThat(report.cuts()).hasSize(12);
        assertThat(report.leaks()).isEmpty();
        assertThat(report.fills()).isPositive();
    }

    @Test
    void whoLooksAtTheNextSnapshotIsCaught() {
        AuditReport report = audit((pack, market) -> {
            ChainSeries chains = pack.chains().get(0);
            int next = Math.min(chains.size() - 1, chains.knownAt(market.nowMs()));
            return chains.chain(next).underlyingPrice().orElseThrow();
        });
        assertThat(report.leaks()).isNotEmpty();
    }

    /** Buys a call at an odd price of the underlying. */
    private static AuditReport audit(ToDoubleBiFunction<Pack, MarketView> price) {
        String call = new OptionContract("BTC", Right.CALL, 100, EXPIRY_MS).symbol();
        return new LookAheadAudit(12, 42)
                .audit(
                        "scripted",
                        pack -> market -> Math.rint(price.applyAsDouble(pack, market)) % 2 == 0
                                ? List.of()
                                : List.of(Order.market(call, Side.BUY, Quantity.units(1))),
                        pack(),
                        ReplaySettings.defaults());
    }

    private static Pack pack() {
        double none = Double.NaN;
        ChainSeries.Builder chains = ChainSeries.builder("BTC", "hand");
        for (int minute = 0; minute < 60; minute++) {
            long sent = START_MS + minute * MINUTE_MS;
            chains.snapshot(sent + 500, sent, 100 + minute * minute % 7, none)
                    .quote(Right.CALL, 100, EXPIRY_MS, 4, 4.2, none, none, none, none, none, none, none);
        }
        return Pack.builder()
                .instrument(Instrument.spot("BTC", TradingCalendar.roundTheClock()))
                .instrument(Instrument.listedOption("BTC", TradingCalendar.roundTheClock()))
                .chains(List.of(chains.build()))
                .build();
    }
}
