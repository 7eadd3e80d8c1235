package io.argus.replay.audit;

import io.argus.domain.market.BarSeries;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.option.OptionChain;
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
import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;

/** All of a pack that becomes known only after an instant: to take it away, or to put something else in its place. */
final class Aftermath {

    private final Pack pack;
    private final long cutMs;

    Aftermath(Pack pack, long cutMs) {
        this.pack = pack;
        this.cutMs = cutMs;
    }

    /** The pack as it stood at the instant. */
    Pack removed() {
        MarketEvents events = pack.events();
        return pack.toBuilder()
                .bars(pack.bars().stream()
                        .map(bars -> bars.slice(0, bars.knownAt(cutMs)))
                        .toList())
                .outcomes(pack.outcomes().stream().map(this::knownOutcomes).toList())
                .regimes(pack.regimes().stream()
                        .map(series -> new RegimeSeries(series.scope(), known(series.regimes(), Regime::timestampMs)))
                        .toList())
                .chains(pack.chains().stream().map(this::knownChains).toList())
                .events(new MarketEvents(
                        known(events.settlements(), Settlement::knownMs),
                        known(events.funding(), FundingRate::knownMs),
                        known(events.actions(), CorporateAction::exMs),
                        known(events.trades(), MarketTrade::knownMs),
                        known(events.indexPrices(), IndexPrice::knownMs)))
                .build();
    }

    /** When the last bar or snapshot before the instant became known: there {@link #removed} ends. */
    long lastDatumMs() {
        LongStream bars = pack.bars().stream()
                .filter(series -> series.knownAt(cutMs) > 0)
                .mapToLong(series -> series.closeTime(series.knownAt(cutMs) - 1));
        LongStream chains = pack.chains().stream()
                .filter(series -> series.knownAt(cutMs) > 0)
                .mapToLong(series -> series.received(series.knownAt(cutMs) - 1));
        return LongStream.concat(bars, chains).max().orElse(Long.MIN_VALUE);
    }

    /**
     * A pack whose every later datum shows something else, but for trades, which no replay reads. Times and the number of
     * rows stay.
     */
    Pack altered(RandomStream random) {
        return pack.toBuilder()
                .bars(pack.bars().stream()
                        .map(bars -> alteredBars(bars, random))
                        .toList())
                .outcomes(pack.outcomes().stream()
                        .map(series -> alteredOutcomes(series, random))
                        .toList())
                .regimes(pack.regimes().stream().map(this::alteredRegimes).toList())
                .chains(pack.chains().stream()
                        .map(series -> alteredChains(series, random))
                        .toList())
                .events(alteredEvents(random))
                .build();
    }

    /** The datum that becomes known first after the instant. */
    String firstDatum() {
        long earliest = Long.MAX_VALUE;
        String what = "nothing: the data end there";
        for (BarSeries bars : pack.bars()) {
            int next = bars.knownAt(cutMs);
            if (next < bars.size() && bars.closeTime(next) < earliest) {
                earliest = bars.closeTime(next);
                what = "bar of " + bars.symbol() + " that closes at " + Instant.ofEpochMilli(earliest);
            }
        }
        for (ChainSeries chains : pack.chains()) {
            int next = chains.knownAt(cutMs);
            if (next < chains.size() && chains.received(next) < earliest) {
                earliest = chains.received(next);
                what = "chain of " + chains.underlying() + " received at " + Instant.ofEpochMilli(earliest);
            }
        }
        return what;
    }

    private <T> List<T> known(List<T> rows, ToLongFunction<T> when) {
        return rows.stream().filter(row -> when.applyAsLong(row) <= cutMs).toList();
    }

    private OutcomeSeries knownOutcomes(OutcomeSeries series) {
        OutcomeSeries.Builder rows = OutcomeSeries.builder(series.symbol(), series.horizonSeconds());
        for (int i = 0; i < series.size(); i++) {
            if (series.status(i) != OutcomeStatus.INCOMPLETE && series.windowEnd(i) <= cutMs) {
                add(rows, series, i, 1);
            }
        }
        return rows.build();
    }

    private ChainSeries knownChains(ChainSeries series) {
        ChainSeries.Builder rows = ChainSeries.builder(series.underlying(), series.provider());
        for (int i = 0; i < series.knownAt(cutMs); i++) {
            rows.add(series.chain(i));
        }
        return rows.build();
    }

    private BarSeries alteredBars(BarSeries bars, RandomStream random) {
        BarSeries.Builder rows = BarSeries.builder(bars.symbol(), bars.durationMs());
        for (int i = 0; i < bars.size(); i++) {
            boolean later = bars.closeTime(i) > cutMs;
            double factor = later ? factor(random) : 1;
            double middle = factor * (bars.high(i) + bars.low(i)) / 2;
            rows.add(
                    bars.openTime(i),
                    bars.closeTime(i),
                    later ? middle : bars.open(i),
                    factor * bars.high(i),
                    factor * bars.low(i),
                    factor * bars.close(i),
                    bars.volume(i) + (later ? 1 : 0));
        }
        return rows.build();
    }

    private OutcomeSeries alteredOutcomes(OutcomeSeries series, RandomStream random) {
        OutcomeSeries.Builder rows = OutcomeSeries.builder(series.symbol(), series.horizonSeconds());
        rows.expecting(series.size());
        for (int i = 0; i < series.size(); i++) {
            add(rows, series, i, series.windowEnd(i) > cutMs ? factor(random) : 1);
        }
        return rows.build();
    }

    /** With prices times a factor; by columns, as there may be millions. */
    private static void add(OutcomeSeries.Builder rows, OutcomeSeries series, int row, double factor) {
        rows.next(
                series.timestamp(row),
                series.closeNow(row),
                series.windowStart(row),
                series.windowEnd(row),
                series.barsExpected(row),
                series.barsFound(row));
        rows.figures(
                series.status(row),
                factor * series.closeAtHorizon(row),
                shifted(series.forwardReturn(row), factor),
                shifted(series.maxRunup(row), factor),
                shifted(series.maxDrawdown(row), factor),
                factor * series.realizedVolatility(row));
    }

    private RegimeSeries alteredRegimes(RegimeSeries series) {
        return new RegimeSeries(
                series.scope(),
                series.regimes().stream()
                        .map(row -> row.timestampMs() > cutMs ? altered(row) : row)
                        .toList());
    }

    private static Regime altered(Regime row) {
        return new Regime(
                row.timestampMs(),
                row.volatility() == VolatilityRegime.LOW ? VolatilityRegime.SPIKE : VolatilityRegime.LOW,
                row.trend() == TrendRegime.UP ? TrendRegime.DOWN : TrendRegime.UP,
                row.session(),
                1 - row.confidence(),
                row.metrics());
    }

    private ChainSeries alteredChains(ChainSeries series, RandomStream random) {
        ChainSeries.Builder rows = ChainSeries.builder(series.underlying(), series.provider());
        for (int i = 0; i < series.size(); i++) {
            OptionChain chain = series.chain(i);
            if (chain.receivedMs() > cutMs) {
                addAltered(rows, chain, factor(random));
            } else {
                rows.add(chain);
            }
        }
        return rows.build();
    }

    private static void addAltered(ChainSeries.Builder rows, OptionChain chain, double factor) {
        rows.snapshot(
                chain.receivedMs(),
                chain.sourceMs(),
                factor * chain.underlyingPrice().orElse(Double.NaN),
                factor * chain.atTheMoneyVolatility().orElse(Double.NaN),
                chain.atTheMoneyExpiryMs());
        for (int row = 0; row < chain.size(); row++) {
            rows.quote(
                    chain.right(row),
                    chain.strike(row),
                    chain.expiryMs(row),
                    factor * chain.bid(row),
                    factor * chain.ask(row),
                    1 + chain.bidSize(row),
                    1 + chain.askSize(row),
                    factor * chain.impliedVolatility(row).orElse(Double.NaN),
                    chain.delta(row).orElse(Double.NaN) / factor,
                    chain.gamma(row).orElse(Double.NaN),
                    chain.theta(row).orElse(Double.NaN),
                    chain.vega(row).orElse(Double.NaN));
        }
    }

    private MarketEvents alteredEvents(RandomStream random) {
        MarketEvents events = pack.events();
        return events.withSettlements(events.settlements().stream()
                        .map(row -> row.knownMs() > cutMs
                                ? new Settlement(
                                        row.instrument(), row.timeMs(), row.knownMs(), factor(random) * row.price())
                                : row)
                        .toList())
                .withFunding(events.funding().stream()
                        .map(row -> row.knownMs() > cutMs
                                ? new FundingRate(row.symbol(), row.timeMs(), row.knownMs(), row.rate() + 0.001)
                                : row)
                        .toList())
                .withActions(events.actions().stream()
                        .map(row -> row.exMs() > cutMs
                                ? new CorporateAction(row.symbol(), row.exMs(), 2 * row.split(), row.dividend() + 1)
                                : row)
                        .toList())
                .withIndexPrices(events.indexPrices().stream()
                        .map(row -> row.knownMs() > cutMs
                                ? new IndexPrice(row.index(), row.timeMs(), row.knownMs(), factor(random) * row.price())
                                : row)
                        .toList());
    }

    /** From one half up to two, never close to one. */
    private static double factor(RandomStream random) {
        double distance = 0.05 + 0.45 * random.nextDouble();
        return random.nextDouble() < 0.5 ? 1 - distance : 1 + 2 * distance;
    }

    private static double shifted(double value, double factor) {
        return factor == 1 ? value : value + factor - 1;
    }
}
