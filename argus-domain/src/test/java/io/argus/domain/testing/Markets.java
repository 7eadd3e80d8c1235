package io.argus.domain.testing;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.pack.Pack;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random markets: walks with gaps, jumps, quiet stretches and missing bars. */
public final class Markets {

    private static final long MINUTE_MS = 60_000;
    private static final long DAY_MS = 86_400_000;
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 2);

    private Markets() {}

    /** Daily bars of the New York Stock Exchange. */
    public static Arbitrary<BarSeries> daily(String symbol, int fewest, int most) {
        return Combinators.combine(seeds(), Arbitraries.integers().between(fewest, most), volatilities())
                .as((seed, size, volatility) -> daily(symbol, seed, size, volatility));
    }

    /** Bars of a market that never closes, of one to sixty minutes, some missing. */
    public static Arbitrary<BarSeries> intraday(String symbol, int fewest, int most) {
        return Combinators.combine(
                        seeds(),
                        Arbitraries.integers().between(fewest, most),
                        volatilities(),
                        Arbitraries.of(1, 5, 15, 60),
                        Arbitraries.of(0.0, 0.05, 0.3))
                .as((seed, size, volatility, minutes, missing) ->
                        intraday(symbol, seed, size, volatility, minutes * MINUTE_MS, missing));
    }

    /** A daily and an intraday market that trade at the same time around the clock. */
    public static Arbitrary<Pack> mixedPacks(int most) {
        return Combinators.combine(seeds(), Arbitraries.integers().between(30, most), volatilities())
                .as((seed, size, volatility) -> pack(
                        TradingCalendar.roundTheClock(),
                        intraday("AAA", seed, size, volatility, 60 * MINUTE_MS, 0.1),
                        intraday("BBB", seed + 1, Math.max(2, size / 24), volatility * 4, DAY_MS, 0.05)));
    }

    /** Packs of one daily market on the exchange. */
    public static Arbitrary<Pack> dailyPacks(int fewest, int most) {
        return daily("SPX", fewest, most).map(bars -> pack(TradingCalendar.newYorkStockExchange(), bars));
    }

    public static Pack pack(TradingCalendar calendar, BarSeries... series) {
        List<Instrument> instruments = new ArrayList<>();
        for (BarSeries bars : series) {
            instruments.add(Instrument.spot(bars.symbol(), calendar));
        }
        return Pack.ofBars(instruments, List.of(series));
    }

    public static BarSeries daily(String symbol, long seed, int size, double volatility) {
        TradingCalendar calendar = TradingCalendar.newYorkStockExchange();
        Walk walk = new Walk(seed, volatility);
        BarSeries.Builder bars = BarSeries.builder(symbol, DAY_MS);
        LocalDate session = FIRST;
        for (int i = 0; i < size; i++) {
            walk.addBar(bars, calendar.openMs(session), calendar.closeMs(session));
            session = calendar.plusSessions(session, 1);
        }
        return bars.build();
    }

    public static BarSeries intraday(
            String symbol, long seed, int size, double volatility, long durationMs, double missing) {
        Walk walk = new Walk(seed, volatility);
        BarSeries.Builder bars = BarSeries.builder(symbol, durationMs);
        long open = FIRST.toEpochDay() * DAY_MS;
        while (bars.size() < size) {
            boolean present = bars.size() == 0 || walk.random.nextDouble() >= missing;
            if (present) {
                walk.addBar(bars, open, open + durationMs);
            }
            open += durationMs;
        }
        return bars.build();
    }

    private static Arbitrary<Long> seeds() {
        return Arbitraries.longs().between(1, 1_000_000_000L);
    }

    private static Arbitrary<Double> volatilities() {
        return Arbitraries.of(0.0005, 0.005, 0.02, 0.1);
    }

    private static final class Walk {
        private final RandomStream random;
        private final double volatility;
        private double price = 100;

        private Walk(long seed, double volatility) {
            random = new RandomStreams(seed).stream(0);
            this.volatility = volatility;
        }

        private void addBar(BarSeries.Builder bars, long openMs, long closeMs) {
            boolean repeated = random.nextDouble() < 0.05;
            double open = repeated ? price : moved(price);
            double middle = moved(open);
            double close = moved(middle);
            double high = Math.max(Math.max(open, close), middle);
            double low = Math.min(Math.min(open, close), middle);
            bars.add(openMs, closeMs, open, high, low, close, Math.rint(random.nextDouble() * 1000));
            price = close;
        }

        private double moved(double from) {
            double jump = random.nextDouble() < 0.01 ? 5 : 1;
            return Math.max(0.01, from * (1 + jump * volatility * (2 * random.nextDouble() - 1)));
        }
    }
}
