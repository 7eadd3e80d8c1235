package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Settlement;
import io.argus.domain.testing.Markets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random markets of one coin: its spot with splits and dividends, options on it with broken quotes among the good ones,
 * of which some expire without a settlement price, and a perpetual that pays funding.
 */
final class DerivativeMarkets {

    private static final long HOUR_MS = 3_600_000;
    private static final double[] STRIKES = {80, 90, 95, 100, 105, 110, 120};

    private DerivativeMarkets() {}

    static Arbitrary<Pack> packs() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000_000L),
                        Arbitraries.of(ContractSpec.Payoff.values()),
                        Arbitraries.of(0.002, 0.02))
                .as(DerivativeMarkets::pack);
    }

    static Pack pack(long seed, ContractSpec.Payoff payoff, double volatility) {
        RandomStream random = new RandomStreams(seed).stream(7);
        BarSeries spot = Markets.intraday("COIN", seed, 60, volatility, HOUR_MS, 0.05);
        BarSeries perpetual = Markets.intraday("PERP", seed, 60, volatility, HOUR_MS, 0.1);
        long start = spot.openTime(0);
        long[] expiries = {start + 20 * HOUR_MS, start + 40 * HOUR_MS, start + 400 * HOUR_MS};
        List<Settlement> settlements = new ArrayList<>();
        settlements.add(
                new Settlement("COIN", expiries[0], expiries[0] + 60_000, spot.close(spot.knownAt(expiries[0]) - 1)));
        List<FundingRate> funding = new ArrayList<>();
        for (int i = 1; i < 7; i++) {
            long due = start + 8L * i * HOUR_MS;
            funding.add(new FundingRate("PERP", due, due - HOUR_MS, 0.01 * (random.nextDouble() - 0.5)));
        }
        return Pack.builder()
                .instrument(Instrument.spot("COIN", TradingCalendar.roundTheClock()))
                .instrument(future(payoff))
                .instrument(options(payoff))
                .bars(List.of(spot, perpetual))
                .chains(List.of(chains(spot, expiries, payoff, random)))
                .events(MarketEvents.none()
                        .withSettlements(settlements)
                        .withFunding(funding)
                        .withActions(List.of(new CorporateAction("COIN", start + 30 * HOUR_MS, 2, 0.5))))
                .build();
    }

    private static Instrument future(ContractSpec.Payoff payoff) {
        ContractSpec spec = new ContractSpec(
                ContractSpec.Kind.PERPETUAL, payoff, 10, 1, List.of(), "USD", inverse(payoff) ? "COIN" : "USD");
        return new Instrument("PERP", spec, TradingCalendar.roundTheClock(), FeeSchedule.DERIBIT_FUTURES);
    }

    private static Instrument options(ContractSpec.Payoff payoff) {
        ContractSpec spec = new ContractSpec(
                ContractSpec.Kind.OPTION,
                payoff,
                inverse(payoff) ? 1 : 10,
                1,
                List.of(new ContractSpec.TickSize(0, 0.0005)),
                "USD",
                inverse(payoff) ? "COIN" : "USD");
        return new Instrument("COIN", spec, TradingCalendar.roundTheClock(), FeeSchedule.DERIBIT_OPTIONS);
    }

    private static ChainSeries chains(
            BarSeries spot, long[] expiries, ContractSpec.Payoff payoff, RandomStream random) {
        ChainSeries.Builder chains = ChainSeries.builder("COIN", "random");
        for (int i = 0; i < spot.size(); i++) {
            long sent = spot.closeTime(i) + random.nextInt(600_000);
            chains.snapshot(sent + random.nextInt(150_000), sent, spot.close(i), 0.5);
            for (long expiry : expiries) {
                if (expiry > sent) {
                    addQuotes(chains, spot.close(i), expiry, payoff, random);
                }
            }
        }
        return chains.build();
    }

    private static void addQuotes(
            ChainSeries.Builder chains, double price, long expiryMs, ContractSpec.Payoff payoff, RandomStream random) {
        for (double strike : STRIKES) {
            for (Right right : Right.values()) {
                double intrinsic = new OptionContract("COIN", right, strike, expiryMs).intrinsicValue(price);
                double value = (intrinsic + 5 * random.nextDouble()) / (inverse(payoff) ? price : 1);
                double bid = random.nextDouble() < 0.1 ? 0 : value * (1 - 0.1 * random.nextDouble());
                double ask = random.nextDouble() < 0.1 ? Double.NaN : value * (0.97 + 0.2 * random.nextDouble());
                double size = random.nextDouble() < 0.5 ? Double.NaN : random.nextInt(20);
                double none = Double.NaN;
                chains.quote(right, strike, expiryMs, bid, ask, size, size, 0.5, none, none, none, none);
            }
        }
    }

    private static boolean inverse(ContractSpec.Payoff payoff) {
        return payoff == ContractSpec.Payoff.INVERSE;
    }
}
