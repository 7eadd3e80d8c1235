package io.argus.app.study;

import io.argus.app.terminal.Counted;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.numeric.RandomStream;
import io.argus.evaluation.resampling.BlockBootstrap;
import io.argus.research.experiment.ResamplingMethod;

/**
 * A real market's daily returns, of which other histories are drawn with the stationary bootstrap: with its drift, its
 * jumps, and its quiet and wild months.
 */
public final class MarketHistory {

    /** In days: long enough to keep most of how volatility persists. */
    static final int BLOCK_LENGTH = 20;

    private static final int FEWEST_DAYS = 250;

    private final double[] returns;
    private final BlockBootstrap bootstrap;

    private MarketHistory(double[] returns) {
        this.returns = returns;
        bootstrap = BlockBootstrap.of(ResamplingMethod.STATIONARY, returns.length, BLOCK_LENGTH);
    }

    /**
     * @param source for messages: where the bars are from
     * @throws DataException when there are too few bars to draw from
     */
    public static MarketHistory of(String source, BarSeries bars) {
        if (bars.size() <= FEWEST_DAYS) {
            throw new DataException(
                    source,
                    "has " + Counted.of(bars.size(), "bar") + "; a market to draw from needs more than " + FEWEST_DAYS);
        }
        double[] returns = new double[bars.size() - 1];
        for (int i = 0; i < returns.length; i++) {
            returns[i] = bars.close(i + 1) / bars.close(i) - 1;
        }
        return new MarketHistory(returns);
    }

    /** Days to draw from. */
    public int days() {
        return returns.length;
    }

    /** Mean return a year of 252 days: what holding the market earns in every history that is drawn. */
    public double annualDrift() {
        double sum = 0;
        for (double value : returns) {
            sum += value;
        }
        return sum / returns.length * PlantedReturns.DAYS_A_YEAR;
    }

    /** Another history of so many days. */
    double[] draw(RandomStream random, int days) {
        int[] rows = new int[days];
        bootstrap.indices(random, rows);
        double[] drawn = new double[days];
        for (int day = 0; day < days; day++) {
            drawn[day] = returns[rows[day]];
        }
        return drawn;
    }
}
