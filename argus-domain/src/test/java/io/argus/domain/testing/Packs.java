package io.argus.domain.testing;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.Session;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.CorporateAction;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.IndexPrice;
import io.argus.domain.pack.MarketEvents;
import io.argus.domain.pack.MarketTrade;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.domain.pack.Settlement;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random packs with every part that a pack can have, each absent now and then. */
public final class Packs {

    private static final TradingCalendar NYSE = TradingCalendar.newYorkStockExchange();
    private static final TradingCalendar ROUND_THE_CLOCK = TradingCalendar.roundTheClock();
    private static final double ABSENT = Double.NaN;

    private Packs() {}

    public static Arbitrary<Pack> any(int mostBars) {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000_000L),
                        Arbitraries.integers().between(2, mostBars))
                .as(Packs::of);
    }

    /** The pack of this seed. Its symbols include some that must be quoted in a file. */
    public static Pack of(long seed, int size) {
        RandomStream random = new RandomStreams(seed).stream(0);
        Instrument stock = Instrument.spot("ST\"K", NYSE);
        Instrument coin = new Instrument(
                "BTC-PERPETUAL",
                new ContractSpec(
                        ContractSpec.Kind.PERPETUAL,
                        ContractSpec.Payoff.INVERSE,
                        10,
                        1,
                        List.of(new ContractSpec.TickSize(0, 0.5), new ContractSpec.TickSize(1000, 2.5)),
                        "USD",
                        "BTC"),
                ROUND_THE_CLOCK,
                new FeeSchedule(0.0005, 0, 0.25, 0.125, 0, 0.5, 2, 0.75));
        Instrument options = new Instrument(
                "ST\"K",
                new ContractSpec(
                        ContractSpec.Kind.OPTION,
                        ContractSpec.Payoff.LINEAR,
                        100,
                        1,
                        List.of(),
                        "USD",
                        "USD",
                        ContractSpec.Exercise.AMERICAN),
                NYSE,
                new FeeSchedule(0, 0.65, 1, 0, 0.02));
        BarSeries daily = Markets.daily(stock.symbol(), seed, size, 0.02);
        BarSeries minutes = Markets.intraday(coin.symbol(), seed, size, 0.001, 60_000, 0.1);
        return Pack.builder()
                .instruments(List.of(options, stock, coin))
                .bars(List.of(daily, minutes))
                .outcomes(random.nextDouble() < 0.2 ? List.of() : List.of(outcomes(daily, random, 86_400)))
                .regimes(random.nextDouble() < 0.2 ? List.of() : List.of(regimes(minutes, random)))
                .chains(List.of(chains(daily, "vendor", random), chains(daily, "other vendor", random), emptyChains()))
                .events(random.nextDouble() < 0.2 ? MarketEvents.none() : events(daily, minutes, random))
                .label(Pack.SYNTHETIC, "walk, seed " + seed)
                .build();
    }

    private static OutcomeSeries outcomes(BarSeries bars, RandomStream random, long horizonSeconds) {
        OutcomeSeries.Builder rows = OutcomeSeries.builder(bars.symbol(), horizonSeconds);
        for (int i = 0; i < bars.size(); i++) {
            rows.next(bars.openTime(i), bars.close(i), bars.closeTime(i), bars.closeTime(i) + 86_400_000L, 3, i % 4);
            switch (random.nextInt(3)) {
                case 0 -> rows.figures(OutcomeStatus.OK, 101.25, random.nextDouble(), 0.5, -0.25, ABSENT);
                case 1 -> rows.figures(OutcomeStatus.GAP, 99, -random.nextDouble(), ABSENT, ABSENT, ABSENT);
                default -> {}
            }
        }
        return rows.build();
    }

    private static RegimeSeries regimes(BarSeries bars, RandomStream random) {
        List<Regime> rows = new ArrayList<>();
        for (int i = 0; i < bars.size(); i += 3) {
            rows.add(new Regime(
                    bars.closeTime(i),
                    oneOf(random, VolatilityRegime.values()),
                    oneOf(random, TrendRegime.values()),
                    oneOf(random, Session.values()),
                    random.nextDouble(),
                    random.nextDouble() < 0.5 ? "{}" : "{\"z\":" + random.nextDouble() + "}"));
        }
        return new RegimeSeries(bars.symbol(), rows);
    }

    private static ChainSeries emptyChains() {
        return ChainSeries.builder("BTC-PERPETUAL", "silent").build();
    }

    private static ChainSeries chains(BarSeries bars, String provider, RandomStream random) {
        ChainSeries.Builder series = ChainSeries.builder(bars.symbol(), provider);
        for (int i = 0; i < bars.size(); i++) {
            long received = bars.openTime(i) + random.nextInt(1000);
            long expiry = received + 86_400_000L * (1 + random.nextInt(3));
            series.snapshot(
                    received,
                    received - random.nextInt(5000) + 500,
                    absentOr(random, bars.open(i)),
                    absentOr(random, 0.2),
                    random.nextDouble() < 0.5 ? OptionalLong.empty() : OptionalLong.of(expiry));
            int quotes = random.nextInt(5);
            for (int q = 0; q < quotes; q++) {
                series.quote(
                        random.nextDouble() < 0.5 ? Right.PUT : Right.CALL,
                        100 - 5 * q,
                        expiry,
                        absentOr(random, random.nextDouble()),
                        absentOr(random, 1 + random.nextDouble()),
                        absentOr(random, random.nextInt(100)),
                        absentOr(random, random.nextInt(100)),
                        absentOr(random, random.nextDouble()),
                        absentOr(random, -random.nextDouble()),
                        absentOr(random, random.nextDouble()),
                        absentOr(random, -random.nextDouble()),
                        absentOr(random, random.nextDouble()));
            }
        }
        return series.build();
    }

    private static <T> T oneOf(RandomStream random, T[] values) {
        return Arrays.asList(values).get(random.nextInt(values.length));
    }

    private static double absentOr(RandomStream random, double value) {
        return random.nextDouble() < 0.2 ? ABSENT : value;
    }

    private static MarketEvents events(BarSeries daily, BarSeries minutes, RandomStream random) {
        List<Settlement> settlements = new ArrayList<>();
        List<FundingRate> funding = new ArrayList<>();
        List<CorporateAction> actions = new ArrayList<>();
        List<MarketTrade> trades = new ArrayList<>();
        List<IndexPrice> prices = new ArrayList<>();
        for (int i = 0; i < daily.size(); i++) {
            long time = daily.closeTime(i);
            settlements.add(new Settlement(daily.symbol(), time, time + random.nextInt(100), daily.close(i)));
            actions.add(new CorporateAction(daily.symbol(), time, 1 + random.nextInt(2), random.nextDouble()));
        }
        for (int i = 0; i < minutes.size(); i++) {
            long time = minutes.closeTime(i);
            String symbol = minutes.symbol();
            funding.add(new FundingRate(symbol, time, time - random.nextInt(100), random.nextDouble() - 0.5));
            trades.add(new MarketTrade(
                    symbol,
                    Integer.toString(i),
                    time,
                    time,
                    minutes.close(i),
                    1 + random.nextInt(9),
                    oneOf(random, MarketTrade.Taker.values())));
            prices.add(new IndexPrice("btc_usd", time, time + 1, minutes.close(i)));
        }
        return new MarketEvents(settlements, funding, actions, trades, prices);
    }
}
