package io.argus.benchmarks;

import io.argus.domain.market.BarSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.BarHistory;
import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.Order;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Strategy;
import io.argus.replay.ReplayHarness;
import io.argus.replay.result.ReplayResult;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.ReplaySettings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ta4j.core.BaseBarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Rule;
import org.ta4j.core.Trade;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DecimalNum;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.num.Num;
import org.ta4j.core.rules.NotRule;
import org.ta4j.core.rules.OverIndicatorRule;

/**
 * A crossing of moving averages over a million one-minute bars on one core, beside ta4j's backtest of the same rule on
 * the same bars, filled at the next open by both. Both make the same trades.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 8, time = 1) // until the heap has been gone through once: its pages are slow at the first touch
@Measurement(iterations = 5, time = 1)
public class ReplayBenchmark {

    static final int BARS = 1_000_000;
    private static final int FAST = 20;
    private static final int SLOW = 100;
    private static final double COST = 0.0002;

    private final StrategyCatalog catalog = StrategyCatalog.load(ReplayBenchmark.class.getClassLoader());
    private final Parameters parameters =
            catalog.complete(catalog.find("SmaCross").orElseThrow(), Map.of("fast", FAST, "slow", SLOW));
    private Pack pack = Samples.minutePack(2);
    private ReplayHarness harness = ReplayHarness.on(pack);

    /** Makes the bars. */
    @Setup
    public void prepare() {
        pack = Samples.minutePack(BARS);
        harness = ReplayHarness.on(pack);
    }

    /** The peer's bars. */
    @State(Scope.Benchmark)
    public static class Peer {

        /** Its usual kind of number, which is decimal, or its faster one. */
        @Param({"DecimalNum", "DoubleNum"})
        private String number = "DoubleNum";

        private BaseBarSeries bars = new BaseBarSeries();

        /** Makes them, and sees to it that both trade alike. */
        @Setup
        public void prepare(ReplayBenchmark ours) {
            Class<? extends Num> kind = number.equals("DoubleNum") ? DoubleNum.class : DecimalNum.class;
            bars = peersBars(ours.harness.pack().bars().get(0), kind);
            requireSameFills(ours);
        }

        private void requireSameFills(ReplayBenchmark ours) {
            int fills = ours.replay().fills().size();
            int peersFills = ours.ta4j(this).getTrades().size();
            if (fills != peersFills) {
                throw new IllegalStateException(fills + " fills, but " + peersFills + " by ta4j");
            }
        }
    }

    /** What is worked out once of a pack, before the first of its runs: sessions, doubtful prices, regimes. */
    @Benchmark
    public ReplayHarness makeReady() {
        return ReplayHarness.on(pack);
    }

    /** The whole replay: fills, marks, daily returns, attribution, fingerprint. */
    @Benchmark
    public ReplayResult replay() {
        return harness.run(catalog.create("SmaCross", parameters), ReplaySettings.defaults());
    }

    /** The same reading of the market without an order: what a bar costs and allocates when nothing happens. */
    @Benchmark
    public ReplayResult replayWithoutOrders() {
        return harness.run(new Watching(), ReplaySettings.defaults());
    }

    /** The peer, with new indicators each time, as they keep what they have computed. Seconds a run, so fewer of them. */
    @Benchmark
    @Warmup(iterations = 1, time = 1)
    @Measurement(iterations = 3, time = 1)
    public TradingRecord ta4j(Peer peer) {
        ClosePriceIndicator close = new ClosePriceIndicator(peer.bars);
        Rule above = new OverIndicatorRule(new SMAIndicator(close, FAST), new SMAIndicator(close, SLOW));
        return new BarSeriesManager(
                        peer.bars,
                        new LinearTransactionCostModel(COST),
                        new ZeroCostModel(),
                        new TradeOnNextOpenModel())
                .run(new BaseStrategy(above, new NotRule(above), SLOW - 1), Trade.TradeType.BUY);
    }

    private static BaseBarSeries peersBars(BarSeries bars, Class<? extends Num> number) {
        BaseBarSeries series = new BaseBarSeriesBuilder().withNumTypeOf(number).build();
        for (int i = 0; i < bars.size(); i++) {
            series.addBar(
                    Duration.ofMillis(bars.durationMs()),
                    Instant.ofEpochMilli(bars.closeTime(i)).atZone(ZoneOffset.UTC),
                    bars.open(i),
                    bars.high(i),
                    bars.low(i),
                    bars.close(i),
                    bars.volume(i));
        }
        return series;
    }

    /** Reads each bar and what it holds, as a strategy does, and never trades. */
    private static final class Watching implements Strategy {

        private double highest;

        @Override
        public List<Order> decide(MarketView market) {
            BarHistory bars = market.bars(Samples.SYMBOL);
            if (market.holding(Samples.SYMBOL) == 0) {
                highest = Math.max(highest, bars.close(0));
            }
            return List.of();
        }
    }
}
