package io.argus.app.recording;

import io.argus.app.terminal.Counted;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.option.OptionChain;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Settlement;
import io.argus.research.port.TradeHistory.Trades;
import java.time.Duration;
import java.util.List;

/**
 * What an interval of a recording brings.
 *
 * @param chain as it is quoted now; all else is what came since the interval before
 */
record Interval(
        OptionChain chain, BarSeries bars, Trades trades, List<FundingRate> funding, List<Settlement> settlements) {

    /** Asks for what the recording has not yet. */
    static Interval ask(ExchangeAccess exchange, String underlying, Duration barDuration, RecordingProgress progress) {
        OptionChain chain = exchange.chains().current(underlying);
        long nowMs = chain.receivedMs();
        BarSeries bars = exchange.bars().between(underlying, barDuration.toMillis(), progress.barsFromMs(), nowMs);
        Trades trades = exchange.trades().after(underlying, progress.lastTrade());
        List<FundingRate> funding = nowMs < progress.fundingFromMs()
                ? List.of()
                : exchange.funding().between(underlying, progress.fundingFromMs(), nowMs);
        List<Settlement> settlements = nowMs < progress.settlementsFromMs()
                ? List.of()
                : exchange.settlements().since(underlying, progress.settlementsFromMs());
        return new Interval(chain, bars, trades, funding, settlements);
    }

    /**
     * A pack of nothing else.
     *
     * @param real false when nobody traded at these prices
     */
    Pack pack(List<Instrument> instruments, boolean real) {
        Pack.Builder pack = Pack.builder()
                .instruments(instruments)
                .bars(List.of(bars))
                .chains(List.of(ChainSeries.builder(chain.underlying(), chain.provider())
                        .add(chain)
                        .build()))
                .events(MarketEvents.none()
                        .withTrades(trades.trades())
                        .withFunding(funding)
                        .withSettlements(settlements));
        return real
                ? pack.build()
                : pack.label(Pack.SYNTHETIC, "recorded from an exchange simulator")
                        .build();
    }

    /** How much it brings, in a line for people. */
    String counted() {
        return Counted.of(chain.size(), "option") + ", " + Counted.of(bars.size(), "bar") + ", "
                + Counted.of(trades.trades().size(), "trade");
    }
}
