package io.argus.benchmarks;

import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Parameters;
import io.argus.replay.ReplayHarness;
import io.argus.replay.result.ReplayResult;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.replay.synthetic.HestonModel;
import io.argus.replay.synthetic.SyntheticMarket;
import io.argus.replay.synthetic.SyntheticSettings;
import io.argus.research.experiment.ReplaySettings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The bundled seller of variance premium over five hundred snapshots of some two hundred quotes each, beside reading of
 * every quote what the seller, its fills and its marks look at.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 10, time = 1) // see ReplayBenchmark
@Measurement(iterations = 5, time = 1)
public class OptionReplayBenchmark {

    /** Adds up figures of the quote in a row. */
    private interface QuoteReader {
        double read(OptionChain chain, int row);
    }

    private static final int SNAPSHOTS = 500;
    private static final int QUOTES = 200;
    private static final int LONGEST_DAYS = 21;

    private final StrategyCatalog catalog = StrategyCatalog.load(OptionReplayBenchmark.class.getClassLoader());
    private final Parameters asShipped = parameters(Map.of());
    private final Parameters always = parameters(Map.of("min_vrp", "0"));
    private final Parameters never = parameters(Map.of("min_vrp", "5"));
    private final Pack pack = pack();
    private final ReplayHarness harness = ReplayHarness.on(pack);

    /** The whole replay: decisions, fills, marks, expiries. */
    @Benchmark
    public ReplayResult replay() {
        return replay(asShipped);
    }

    /** The same where any premium will do: three snapshots of four send an order. */
    @Benchmark
    public ReplayResult replayWithoutLeastPremium() {
        return replay(always);
    }

    /** The same reading of every chain, and no order, as no premium is large enough. */
    @Benchmark
    public ReplayResult replayWithoutOrders() {
        return replay(never);
    }

    /** The floor: contract, bid and ask with their sizes, and delta, eight of a quote's twelve figures. */
    @Benchmark
    public double readingQuotes() {
        return sum((chain, row) -> contractAndPrices(chain, row)
                + chain.bidSize(row)
                + chain.askSize(row)
                + chain.delta(row).orElse(0));
    }

    /** A lower floor: contract, bid and ask alone, from which nobody can choose strikes by their delta. */
    @Benchmark
    public double readingContractsAndPrices() {
        return sum(OptionReplayBenchmark::contractAndPrices);
    }

    private double sum(QuoteReader reader) {
        double sum = 0;
        for (ChainSeries series : pack.chains()) {
            for (int i = 0; i < series.size(); i++) {
                OptionChain chain = series.chain(i);
                for (int row = 0; row < chain.size(); row++) {
                    sum += reader.read(chain, row);
                }
            }
        }
        return sum;
    }

    private static double contractAndPrices(OptionChain chain, int row) {
        double sign = chain.right(row) == Right.CALL ? 1 : -1;
        return sign * chain.strike(row) + chain.expiryMs(row) + chain.bid(row) + chain.ask(row);
    }

    private ReplayResult replay(Parameters parameters) {
        return harness.run(catalog.create("VrpCreditSpread", parameters), ReplaySettings.defaults());
    }

    private Parameters parameters(Map<String, String> chosen) {
        return catalog.complete(catalog.find("VrpCreditSpread").orElseThrow(), chosen);
    }

    private static Pack pack() {
        Pack pack = SyntheticMarket.generate(new SyntheticSettings(
                HestonModel.moving(0.2),
                0.04,
                SNAPSHOTS,
                Duration.ofDays(1),
                1,
                0,
                0.02,
                LONGEST_DAYS,
                TradingCalendar.newYorkStockExchange(),
                LocalDate.of(2015, 1, 2),
                7));
        ChainSeries chains = pack.chains().get(0);
        double quotes = (double) chains.quotes() / chains.size();
        if (chains.size() != SNAPSHOTS || Math.abs(quotes - QUOTES) > QUOTES / 4) {
            throw new IllegalStateException(chains.size() + " snapshots of " + quotes + " quotes");
        }
        return pack;
    }
}
