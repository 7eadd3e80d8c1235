package io.argus.connectors.deribit.simulator;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.ContractSpec.Kind;
import io.argus.domain.market.ContractSpec.Payoff;
import io.argus.domain.market.ContractSpec.TickSize;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A pack as a recording of three days leaves it: bars of ten minutes from the first midnight on, option chains by the hour
 * from noon on. Quotes miss now a bid, now both sides, now volatility or sizes.
 */
final class RecordedDays {

    static final Instant FIRST_BAR = Instant.parse("2026-03-02T00:00:00Z");
    static final Instant FIRST_CHAIN = Instant.parse("2026-03-02T12:00:00Z");
    static final Instant END = Instant.parse("2026-03-05T00:00:00Z");
    static final double SETTLED = 50_123.45;

    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 60 * MINUTE_MS;
    private static final long BAR_MS = 10 * MINUTE_MS;
    private static final List<Instant> EXPIRIES =
            List.of(Instant.parse("2026-03-03T08:00:00Z"), Instant.parse("2026-03-27T08:00:00Z"));

    private RecordedDays() {}

    static Pack pack() {
        return until(END);
    }

    /** What of it was known at a time. */
    static Pack until(Instant end) {
        List<BarSeries> bars = new ArrayList<>();
        List<ChainSeries> chains = new ArrayList<>();
        List<FundingRate> funding = new ArrayList<>();
        List<Instrument> instruments = new ArrayList<>();
        for (String coin : List.of("BTC", "ETH")) {
            String perpetual = coin + "-PERPETUAL";
            boolean bitcoin = coin.equals("BTC");
            instruments.add(instrument(
                    perpetual,
                    new ContractSpec(
                            Kind.PERPETUAL,
                            Payoff.INVERSE,
                            bitcoin ? 10 : 1,
                            1,
                            List.of(new TickSize(0, bitcoin ? 0.5 : 0.05)),
                            "USD",
                            coin)));
            instruments.add(instrument(
                    perpetual,
                    new ContractSpec(
                            Kind.OPTION,
                            Payoff.INVERSE,
                            1,
                            bitcoin ? 0.1 : 1,
                            List.of(new TickSize(0, 0.0001), new TickSize(0.005, 0.0005)),
                            coin,
                            coin)));
            bars.add(bars(perpetual, bitcoin ? 50_000 : 2_000, end.toEpochMilli()));
            chains.add(chains(perpetual, bitcoin ? 50_000 : 2_000, end.toEpochMilli()));
            for (long at = FIRST_BAR.toEpochMilli(); at <= end.toEpochMilli(); at += HOUR_MS) {
                funding.add(new FundingRate(perpetual, at, at, 1e-6 * (at / HOUR_MS % 7)));
            }
        }
        long settledMs = EXPIRIES.get(0).toEpochMilli();
        return Pack.builder()
                .instruments(instruments)
                .bars(bars)
                .chains(chains)
                .events(MarketEvents.none()
                        .withFunding(funding)
                        .withSettlements(List.of(new Settlement("BTC-PERPETUAL", settledMs, settledMs, SETTLED))))
                .build();
    }

    static Instrument instrument(String symbol, ContractSpec terms) {
        return new Instrument(symbol, terms, TradingCalendar.roundTheClock(), FeeSchedule.DERIBIT_OPTIONS);
    }

    private static BarSeries bars(String symbol, double level, long endMs) {
        BarSeries.Builder bars = BarSeries.builder(symbol, BAR_MS);
        for (long at = FIRST_BAR.toEpochMilli(); at + BAR_MS <= endMs; at += BAR_MS) {
            double open = price(level, at / BAR_MS - 1);
            double close = price(level, at / BAR_MS);
            bars.add(
                    at,
                    at + BAR_MS,
                    open,
                    Math.max(open, close) + 7,
                    Math.min(open, close) - 9,
                    close,
                    1 + at / BAR_MS % 5);
        }
        return bars.build();
    }

    private static ChainSeries chains(String symbol, double level, long endMs) {
        ChainSeries.Builder chains = ChainSeries.builder(symbol, "deribit");
        for (long at = FIRST_CHAIN.toEpochMilli(); at <= endMs; at += HOUR_MS) {
            long hour = at / HOUR_MS;
            chains.snapshot(at + 250, at, price(level, at / BAR_MS) + 1.25, Double.NaN);
            for (Instant expiry : EXPIRIES) {
                for (int step = -2; step <= 2 && expiry.toEpochMilli() > at; step++) {
                    // Another strike is listed on the second day, and the furthest is not shown each hour.
                    boolean shown = (step < 2 || at >= EXPIRIES.get(0).toEpochMilli()) && (step > -2 || hour % 3 > 0);
                    if (shown) {
                        quote(chains, Right.CALL, level + step * level / 20, expiry.toEpochMilli(), hour + step);
                        quote(chains, Right.PUT, level + step * level / 20, expiry.toEpochMilli(), hour - step);
                    }
                }
            }
        }
        return chains.build();
    }

    private static void quote(ChainSeries.Builder into, Right right, double strike, long expiryMs, long salt) {
        double bid = (200 + Noise.below(100, salt, right == Right.CALL ? 1 : 0)) / 10_000.0;
        into.quote(
                right,
                strike,
                expiryMs,
                Noise.below(5, salt, 2) == 0 ? Double.NaN : bid,
                Noise.below(9, salt, 3) == 0 ? Double.NaN : bid + 0.0005,
                salt % 2 == 0 ? 3.5 : Double.NaN,
                salt % 2 == 0 ? 1.5 : Double.NaN,
                Noise.below(4, salt, 4) == 0 ? Double.NaN : (4000 + Noise.below(3000, salt, 5)) / 10_000.0,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    private static double price(double level, long step) {
        return level + Noise.below((int) level / 50, step) / 2.0;
    }
}
