package io.argus.evaluation.significance;

import io.argus.domain.returns.DailyReturns;
import io.argus.domain.returns.ExcessReturns;
import io.argus.evaluation.metric.Moments;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is subtracted from returns before anybody calls them skill. */
public enum Benchmark {
    /** Nothing. */
    ZERO,
    /** The return of cash. */
    CASH,
    /** The return of buying and holding the run's instruments. */
    BUY_AND_HOLD,
    /** Cash, and beta times what buying and holding earns above it. */
    BETA_ADJUSTED;

    /** A difference this small beside the benchmark's own moves is cost and rounding, not a strategy. */
    private static final double OWN_BENCHMARK = 1e-3;

    /** The name in files: {@code beta_adjusted}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Benchmark> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /**
     * A run's returns against the benchmark.
     *
     * @param beta least-squares slope against buy and hold, both above cash; 0 where that does not vary or is not known
     * @param ownBenchmark whether nothing is left but cost and rounding
     * @param note what was missing; may be empty
     */
    public record Differences(double[] values, double beta, boolean ownBenchmark, String note) {

        public Differences {
            values = values.clone();
        }

        /** A copy. */
        @Override
        public double[] values() {
            return values.clone();
        }
    }

    public Differences differences(DailyReturns daily) {
        double[] returns = daily.returns();
        double[] cash = daily.cash().orElseGet(() -> new double[returns.length]);
        Optional<double[]> held = daily.benchmark();
        double[] market = held.orElseGet(() -> new double[returns.length]);
        boolean needsMarket = this == BUY_AND_HOLD || this == BETA_ADJUSTED;
        String note = needsMarket && held.isEmpty() ? "no benchmark returns: compared to cash" : "";
        double[] aboveCash = ExcessReturns.of(returns, cash);
        double[] marketAboveCash = ExcessReturns.of(market, cash);
        double beta = held.isPresent() ? slope(aboveCash, marketAboveCash) : 0;
        double[] difference = switch (this) {
            case ZERO -> ExcessReturns.of(returns, new double[returns.length]);
            case CASH -> aboveCash;
            case BUY_AND_HOLD -> held.isPresent() ? ExcessReturns.of(returns, market) : aboveCash;
            case BETA_ADJUSTED ->
                ExcessReturns.of(
                        aboveCash,
                        Arrays.stream(marketAboveCash)
                                .map(value -> beta * value)
                                .toArray());
        };
        double[] subtracted = this == BETA_ADJUSTED ? marketAboveCash : market;
        boolean own = needsMarket && held.isPresent() && isOwnBenchmark(difference, subtracted);
        return new Differences(difference, beta, own, note);
    }

    /** By the days on which anything moves: of a price that mostly stands still the median says nothing. */
    private static boolean isOwnBenchmark(double[] difference, double[] market) {
        int[] moving = IntStream.range(0, market.length)
                .filter(day -> difference[day] != 0 || market[day] != 0)
                .toArray();
        return varies(market)
                && varies(difference)
                && medianSize(difference, moving) <= OWN_BENCHMARK * medianSize(market, moving);
    }

    private static boolean varies(double[] values) {
        return values.length > 1 && Moments.of(values).varies();
    }

    private static double slope(double[] y, double[] x) {
        int n = y.length;
        if (!varies(x)) {
            return 0;
        }
        double meanX = Moments.of(x).mean();
        double meanY = Moments.of(y).mean();
        double covariance = 0;
        double variance = 0;
        for (int i = 0; i < n; i++) {
            covariance += (x[i] - meanX) * (y[i] - meanY);
            variance += (x[i] - meanX) * (x[i] - meanX);
        }
        return covariance / variance;
    }

    private static double medianSize(double[] values, int[] days) {
        double[] sizes = Arrays.stream(days)
                .mapToDouble(day -> Math.abs(values[day]))
                .sorted()
                .toArray();
        return sizes[sizes.length / 2];
    }
}
