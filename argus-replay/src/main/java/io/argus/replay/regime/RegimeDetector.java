package io.argus.replay.regime;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Session;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.domain.pack.TrendRegime;
import io.argus.domain.pack.VolatilityRegime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Names the state of one instrument's market at each bar's close, from that bar and earlier ones alone. O(1) a bar.
 *
 * <p>Volatility is the standard deviation of the last 20 log returns, compared by z-score to its own values at up to 252
 * bars before: LOW below -1, NORMAL up to 1, HIGH up to 2.5, SPIKE above; UNKNOWN until 60 such values are there, which
 * is so from the 81st bar on. Trend is UP when the 20-bar exponential average of closes lies above the 50-bar one while
 * that one has risen over 10 bars, DOWN in the mirrored case, RANGE otherwise; UNKNOWN for the first 59 bars. Confidence
 * is the share of the full history of 272 bars that was there to compare with.
 */
public final class RegimeDetector {

    static final int VOLATILITY_WINDOW = 20;
    static final int HISTORY = 252;
    static final int SHORTEST_HISTORY = 60;
    static final int FAST = 20;
    static final int SLOW = 50;
    static final int SLOPE = 10;

    private final RollingMoments returns = new RollingMoments(VOLATILITY_WINDOW);
    private final RollingMoments volatilities = new RollingMoments(HISTORY);
    private final double[] slowBefore = new double[SLOPE];
    private int bars;
    private double lastLogClose;
    private double fastAverage;
    private double slowAverage;
    private double zScore = Double.NaN;
    private double slope = Double.NaN;

    /** The states over a whole series and what each was read from: a row at the first bar and wherever a state changes. */
    public static RegimeSeries detect(BarSeries bars, TradingCalendar calendar) {
        return detect(bars, calendar, RegimeDetector::metrics);
    }

    /** The same states without what they were read from, which takes far longer to write than to find. */
    public static RegimeSeries states(BarSeries bars, TradingCalendar calendar) {
        return detect(bars, calendar, detector -> "{}");
    }

    private static RegimeSeries detect(
            BarSeries bars, TradingCalendar calendar, Function<RegimeDetector, String> metrics) {
        RegimeDetector detector = new RegimeDetector();
        List<Regime> rows = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            detector.accept(bars.close(i));
            Session session = calendar.sessionAt(bars.openTime(i));
            if (rows.isEmpty() || detector.differsFrom(rows.get(rows.size() - 1), session)) {
                rows.add(new Regime(
                        bars.closeTime(i),
                        detector.volatility(),
                        detector.trend(),
                        session,
                        detector.confidence(),
                        metrics.apply(detector)));
            }
        }
        return new RegimeSeries(bars.symbol(), rows);
    }

    private RegimeDetector() {}

    private boolean differsFrom(Regime last, Session session) {
        return last.volatility() != volatility() || last.trend() != trend() || last.session() != session;
    }

    private void accept(double close) {
        double logClose = StrictMath.log(close);
        if (bars > 0) {
            returns.accept(logClose - lastLogClose);
            acceptVolatility();
        }
        lastLogClose = logClose;
        acceptAverages(close);
        bars++;
    }

    private void acceptVolatility() {
        if (returns.count() < VOLATILITY_WINDOW) {
            return;
        }
        double volatility = returns.standardDeviation();
        // Compared with what came before it, so that a jump does not hide in its own history.
        double spread = volatilities.standardDeviation();
        zScore = volatilities.count() >= SHORTEST_HISTORY && spread > 0
                ? (volatility - volatilities.mean()) / spread
                : Double.NaN;
        volatilities.accept(volatility);
    }

    private void acceptAverages(double close) {
        fastAverage = bars == 0 ? close : fastAverage + 2.0 / (FAST + 1) * (close - fastAverage);
        slowAverage = bars == 0 ? close : slowAverage + 2.0 / (SLOW + 1) * (close - slowAverage);
        int slot = bars % SLOPE;
        slope = bars >= SLOPE ? slowAverage / slowBefore[slot] - 1 : Double.NaN;
        slowBefore[slot] = slowAverage;
    }

    private VolatilityRegime volatility() {
        if (Double.isNaN(zScore)) {
            return VolatilityRegime.UNKNOWN;
        }
        if (zScore < -1) {
            return VolatilityRegime.LOW;
        }
        if (zScore <= 1) {
            return VolatilityRegime.NORMAL;
        }
        return zScore <= 2.5 ? VolatilityRegime.HIGH : VolatilityRegime.SPIKE;
    }

    private TrendRegime trend() {
        if (bars < SLOW + SLOPE) {
            return TrendRegime.UNKNOWN;
        }
        if (fastAverage > slowAverage && slope > 0) {
            return TrendRegime.UP;
        }
        return fastAverage < slowAverage && slope < 0 ? TrendRegime.DOWN : TrendRegime.RANGE;
    }

    private double confidence() {
        return Math.min(1, (double) bars / (VOLATILITY_WINDOW + HISTORY));
    }

    private String metrics() {
        if (Double.isNaN(zScore)) {
            return "{}";
        }
        return "{\"volatility_z\":" + sixDecimals(zScore) + ",\"slow_average_slope\":" + sixDecimals(slope) + "}";
    }

    /** Not with a format, which takes ten times as long. */
    private static String sixDecimals(double value) {
        return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).toPlainString();
    }
}
