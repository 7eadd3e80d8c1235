package io.argus.replay.synthetic;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Settlement;
import java.time.LocalDate;
import java.util.List;

/** Makes one underlying of a synthetic market, session by session. */
final class UnderlyingMaker {

    /** Steps of the path within a session of daily bars: one every five minutes of a New York session. */
    private static final int SESSION_STEPS = 78;

    /** Steps within a shorter bar; its open is the price after the first of them. */
    private static final int BAR_STEPS = 6;

    private final SyntheticSettings settings;
    private final TradingCalendar calendar;
    private final RandomStream random;
    private final HestonPath path;
    private final int steps;
    private final BarSeries.Builder bars;
    private final ChainMaker chains;
    private double lastPrice;

    UnderlyingMaker(
            String symbol,
            SyntheticSettings settings,
            double firstPrice,
            RandomStream pathRandom,
            RandomStream random) {
        this.settings = settings;
        this.random = random;
        calendar = settings.calendar();
        steps = settings.dailyBars() ? SESSION_STEPS : BAR_STEPS;
        path = new HestonPath(settings.model(), firstPrice, pathRandom);
        bars = BarSeries.builder(symbol, settings.barDuration().toMillis());
        chains = new ChainMaker(symbol, settings, random);
        lastPrice = firstPrice;
    }

    void make() {
        LocalDate session = calendar.sessionOnOrAfter(settings.firstDay());
        for (int day = 0; day < settings.days(); day++) {
            makeSession(session);
            session = calendar.plusSessions(session, 1);
        }
    }

    BarSeries bars() {
        return bars.build();
    }

    ChainSeries chains() {
        return chains.build();
    }

    List<Settlement> settlements() {
        return chains.settlements();
    }

    private void makeSession(LocalDate session) {
        long open = calendar.openMs(session);
        long close = calendar.closeMs(session);
        long length =
                settings.dailyBars() ? close - open : settings.barDuration().toMillis();
        // Half days have fewer bars and the same variance, so that options can count in sessions.
        long barCount = (close - open + length - 1) / length;
        double stepYears = 1.0 / calendar.periodsPerYear() / (barCount * steps);
        int bar = 0;
        for (long from = open; from < close; from += length) {
            long to = Math.min(close, from + length);
            makeBar(from, to, stepYears);
            bar++;
            boolean last = to == close;
            if (settings.snapshotBars() > 0 && (last || bar % settings.snapshotBars() == 0)) {
                double done = (to - open) / (double) (close - open);
                chains.snapshot(session, to, done, lastPrice, path.variance());
            }
        }
    }

    private void makeBar(long from, long to, double stepYears) {
        double open = 0;
        double high = 0;
        double low = Double.POSITIVE_INFINITY;
        for (int step = 0; step < steps; step++) {
            path.step(stepYears);
            lastPrice = rounded(path.price());
            open = step == 0 ? lastPrice : open;
            high = Math.max(high, lastPrice);
            low = Math.min(low, lastPrice);
        }
        bars.add(from, to, open, high, low, lastPrice, 1_000 + random.nextInt(9_000));
    }

    /** To a ten-thousandth, the finest step of listed prices. */
    private static double rounded(double price) {
        return Math.max(1, Math.rint(price * 1e4)) / 1e4;
    }
}
