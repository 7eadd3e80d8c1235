package io.argus.app.recording;

import io.argus.domain.ExchangeException;
import io.argus.domain.ExchangeException.Retry;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.ContractSpec.Kind;
import io.argus.domain.market.ContractSpec.Payoff;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.MarketTrade;
import io.argus.domain.pack.MarketTrade.Taker;
import io.argus.domain.pack.Settlement;
import io.argus.research.port.InstrumentSource.Listed;
import io.argus.research.port.InstrumentSource.Listing;
import io.argus.research.port.TradeHistory;
import io.argus.research.port.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** An exchange, and the clock that it and its recorder live by. A trade every ten seconds, a bar a minute. */
final class ClockworkExchange implements InstantSource, Waiter {

    private static final long HOUR_MS = 3_600_000;
    private static final long TRADE_MS = 10_000;
    private static final long FIRST_MS = Instant.parse("2026-11-01T00:00:00Z").toEpochMilli();
    private static final long EXPIRY_MS = Instant.parse("2026-12-25T08:00:00Z").toEpochMilli();

    private long nowMs = Instant.parse("2026-11-24T09:00:00Z").toEpochMilli();
    private Duration slowness = Duration.ZERO;
    private OptionalInt failing = OptionalInt.empty();
    private Retry failure = Retry.NEVER;
    private int chains;
    private int interruptAfter = Integer.MAX_VALUE;

    static long newest(long nowMs) {
        return (nowMs - FIRST_MS) / TRADE_MS;
    }

    ExchangeAccess access() {
        return new ExchangeAccess(
                currency -> listing(),
                underlying -> chain(),
                this::bars,
                trades(),
                (symbol, fromMs, toMs) -> LongStream.iterate(
                                fromMs / HOUR_MS * HOUR_MS, at -> at < toMs, at -> at + HOUR_MS)
                        .filter(at -> at >= fromMs)
                        .mapToObj(at -> new FundingRate(symbol, at, at, 1e-5))
                        .toList(),
                (underlying, fromMs) -> {
                    long eight = Instant.parse("2026-11-24T08:00:00Z").toEpochMilli();
                    return fromMs <= eight ? List.of(new Settlement(underlying, eight, eight, 90_000)) : List.of();
                },
                false,
                () -> {});
    }

    /** Lets one snapshot fail. */
    void failAt(OptionalInt snapshot, Retry retry) {
        failing = snapshot;
        failure = retry;
    }

    /** Interrupts whoever waits after so many snapshots. */
    void interruptAfter(int snapshots) {
        interruptAfter = snapshots;
    }

    void slow(Duration each) {
        slowness = each;
    }

    void pass(Duration duration) {
        nowMs += duration.toMillis();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(nowMs);
    }

    @Override
    public void await(Duration duration) throws InterruptedException {
        if (chains >= interruptAfter) {
            throw new InterruptedException();
        }
        pass(duration);
    }

    private static Listing listing() {
        Instrument perpetual = instrument("BTC-PERPETUAL", Kind.PERPETUAL, "USD");
        Instrument option = instrument("BTC-25DEC26-90000-C", Kind.OPTION, "BTC");
        return new Listing(
                List.of(
                        new Listed(perpetual, Optional.empty(), OptionalLong.empty(), true),
                        new Listed(
                                option,
                                Optional.of(new OptionContract("BTC-PERPETUAL", Right.CALL, 90_000, EXPIRY_MS)),
                                OptionalLong.of(EXPIRY_MS),
                                true)),
                List.of());
    }

    private static Instrument instrument(String symbol, Kind kind, String quoteCurrency) {
        return new Instrument(
                symbol,
                new ContractSpec(kind, Payoff.INVERSE, 1, 1, List.of(), quoteCurrency, "BTC"),
                TradingCalendar.roundTheClock(),
                FeeSchedule.DERIBIT_OPTIONS);
    }

    private OptionChain chain() {
        pass(slowness);
        int snapshot = chains++;
        if (failing.isPresent() && failing.getAsInt() == snapshot) {
            throw new ExchangeException("Clockwork", "chain", OptionalInt.of(1), "as planned", failure);
        }
        return ChainSeries.builder("BTC-PERPETUAL", "clockwork")
                .snapshot(nowMs, nowMs, 90_000, Double.NaN)
                .quote(
                        Right.CALL,
                        90_000,
                        EXPIRY_MS,
                        0.05,
                        0.051,
                        Double.NaN,
                        Double.NaN,
                        0.5,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN,
                        Double.NaN)
                .build()
                .chain(0);
    }

    private BarSeries bars(String symbol, long durationMs, long fromMs, long toMs) {
        BarSeries.Builder bars = BarSeries.builder(symbol, durationMs);
        for (long at = fromMs; at < toMs && at + durationMs <= nowMs; at += durationMs) {
            bars.add(at, at + durationMs, 90_000, 90_001, 89_999, 90_000, 1);
        }
        return bars.build();
    }

    private TradeHistory trades() {
        return new TradeHistory() {
            @Override
            public Trades after(String instrument, long sequence) {
                long newest = newest(nowMs);
                List<MarketTrade> trades = LongStream.rangeClosed(sequence + 1, newest)
                        .mapToObj(id -> trade(instrument, id))
                        .toList();
                return new Trades(trades, Math.max(sequence, newest));
            }

            @Override
            public Trades latest(String instrument) {
                return new Trades(List.of(trade(instrument, newest(nowMs))), newest(nowMs));
            }
        };
    }

    private MarketTrade trade(String instrument, long id) {
        return new MarketTrade(instrument, String.valueOf(id), FIRST_MS + id * TRADE_MS, nowMs, 90_000, 1, Taker.BUYER);
    }
}
