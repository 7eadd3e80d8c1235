package io.argus.benchmarks;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.pack.Pack;
import io.argus.domain.returns.ReturnTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What is worked on: made up from fixed seeds, so that it is the same at every run. */
final class Samples {

    static final String SYMBOL = "SAMPLE";

    private static final long MINUTE_MS = 60_000;
    private static final long FIRST_MS = 1_600_000_020_000L / MINUTE_MS * MINUTE_MS;

    private Samples() {}

    /** One-minute bars of a market that never closes, whose price wanders. */
    static BarSeries minuteBars(int count) {
        RandomStream random = new RandomStreams(1).stream(0);
        BarSeries.Builder bars = BarSeries.builder(SYMBOL, MINUTE_MS).expecting(count);
        double price = 100;
        for (int i = 0; i < count; i++) {
            double open = price;
            price = Math.max(1, price * (1 + 0.001 * (random.nextDouble() - 0.5)));
            long time = FIRST_MS + i * MINUTE_MS;
            double high = Math.max(open, price) * 1.0001;
            double low = Math.min(open, price) * 0.9999;
            bars.add(time, time + MINUTE_MS, open, high, low, price, 1 + random.nextInt(1000));
        }
        return bars.build();
    }

    static Pack minutePack(int bars) {
        return Pack.ofBars(
                List.of(Instrument.spot(SYMBOL, TradingCalendar.roundTheClock())), List.of(minuteBars(bars)));
    }

    /** Normal returns around a small mean, of which a share is carried over from one to the next. */
    static double[] returns(int count, long seed, double carried) {
        RandomStream random = new RandomStreams(seed).stream(0);
        double[] returns = new double[count];
        double before = 0;
        for (int i = 0; i < count; i++) {
            before = carried * before + 0.01 * random.nextGaussian();
            returns[i] = before + 0.0003;
        }
        return returns;
    }

    /** Trials without memory, each from its own seed. */
    static List<double[]> trials(int count, int rows) {
        List<double[]> trials = new ArrayList<>();
        for (int trial = 0; trial < count; trial++) {
            trials.add(returns(rows, trial, 0));
        }
        return trials;
    }

    /** Returns that share one market, each with its own volatility and its own exposure to it. */
    static ReturnTable table(int rows, int columns) {
        double[] market = returns(rows, 1_000_000, 0);
        double[][] table = new double[columns][];
        for (int column = 0; column < columns; column++) {
            double exposure = 0.2 + 0.8 * column / columns;
            double scale = 0.5 + 1.5 * ((column * 7) % columns) / columns;
            double[] own = returns(rows, 2_000_000L + column, 0);
            table[column] = new double[rows];
            Arrays.setAll(table[column], row -> scale * (exposure * market[row] + own[row]));
        }
        return ReturnTable.of(
                IntStream.range(0, rows).mapToObj(Integer::toString).toList(),
                IntStream.range(0, columns).mapToObj(column -> "S" + column).toList(),
                table);
    }
}
