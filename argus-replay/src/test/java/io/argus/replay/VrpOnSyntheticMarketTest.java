package io.argus.replay;

import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Strategy;
import io.argus.replay.result.ReplayResult;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.replay.synthetic.HestonModel;
import io.argus.replay.synthetic.SyntheticMarket;
import io.argus.replay.synthetic.SyntheticSettings;
import io.argus.research.experiment.ExecutionSettings;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the strategy earns where everything is known. Costs are taken out (no spread, no fees, no slippage), so that
 * without a premium every price is fair and only luck is left. Half a year a seed keeps 200 seeds short.
 */
class VrpOnSyntheticMarketTest {

    private static final StrategyCatalog CATALOG =
            StrategyCatalog.load(VrpOnSyntheticMarketTest.class.getClassLoader());
    private static final int SEEDS = 200;
    private static final int DAYS = 126;

    /** The 0.995 quantile of Student's t with 199 degrees of freedom. */
    private static final double T_99 = 2.6008;

    private static Sample fair = Sample.of(0);
    private static Sample dear = Sample.of(0);

    @BeforeAll
    static void replaySeeds() {
        fair = Sample.of(SEEDS);
        dear = Sample.of(SEEDS);
        for (int seed = 1; seed <= SEEDS; seed++) {
            SyntheticSettings market =
                    SyntheticSettings.daily(seed).withDays(DAYS).withSpread(0);
            fair.add(seed, run(market, Map.of()));
            dear.add(seed, run(market.withPremium(0.05), Map.of()));
        }
    }

    /**
     * Realised volatility of 252 returns strays by 0.2/√504, about 0.009, so that a gap of 0.05 is no noise of the
     * estimate: over the default 21 returns it strays by 0.03, and the test would be of that.
     */
    @Test
    void whereVolatilityIsConstantAndFairlyPricedItDoesNotTrade() {
        Map<String, Object> patient = Map.of("min_vrp", 0.05, "rv_days", 252);
        for (int seed = 1; seed <= 10; seed++) {
            SyntheticSettings market = SyntheticSettings.daily(seed)
                    .withDays(378)
                    .withModel(HestonModel.constant(0.2))
                    .withCalendar(TradingCalendar.roundTheClock(), LocalDate.of(2015, 1, 1));
            assertThat(run(market, patient).fills()).as("seed " + seed).isEmpty();
            if (seed == 1) {
                assertThat(run(market.withPremium(0.1), patient).fills()).isNotEmpty();
            }
        }
    }

    @Test
    void withoutAPremiumItEarnsNothing() {
        assertThat(fair.trades()).isPositive();
        assertThat(Math.abs(fair.mean())).as(fair.toString()).isLessThan(T_99 * fair.standardError());
    }

    @Test
    void aPremiumIsEarnedAndTradedMoreOften() {
        assertThat(dear.mean() / dear.standardError()).as(dear.toString()).isGreaterThan(3);
        assertThat(dear.trades()).isGreaterThan(fair.trades());
    }

    private static ReplayResult run(SyntheticSettings settings, Map<String, Object> parameters) {
        Strategy strategy = CATALOG.create(
                "VrpCreditSpread",
                CATALOG.complete(CATALOG.find("VrpCreditSpread").orElseThrow(), parameters));
        return ReplayHarness.on(withoutFees(SyntheticMarket.generate(settings)))
                .run(strategy, HandMadeMarket.settings(ExecutionSettings.defaults()));
    }

    private static Pack withoutFees(Pack pack) {
        Pack.Builder free = Pack.builder()
                .bars(pack.bars())
                .chains(pack.chains())
                .events(pack.events())
                .labels(pack.labels());
        for (Instrument spot : pack.instruments()) {
            Instrument terms = pack.findOptionTerms(spot.symbol()).orElseThrow();
            free.instrument(spot)
                    .instrument(new Instrument(terms.symbol(), terms.spec(), terms.calendar(), FeeSchedule.NONE));
        }
        return free.build();
    }

    /** Profits of one run a seed, in dollars. */
    private static final class Sample {

        private final double[] profits;
        private long trades;

        private Sample(int seeds) {
            profits = new double[seeds];
        }

        static Sample of(int seeds) {
            return new Sample(seeds);
        }

        void add(int seed, ReplayResult result) {
            profits[seed - 1] = result.finalEquity() - 10_000;
            trades += result.trades().size();
        }

        long trades() {
            return trades;
        }

        double mean() {
            double sum = 0;
            for (double profit : profits) {
                sum += profit;
            }
            return sum / profits.length;
        }

        double standardError() {
            double mean = mean();
            double squares = 0;
            for (double profit : profits) {
                squares += (profit - mean) * (profit - mean);
            }
            return Math.sqrt(squares / (profits.length - 1) / profits.length);
        }

        @Override
        public String toString() {
            return "mean " + mean() + ", standard error " + standardError() + ", closed legs " + trades;
        }
    }
}
