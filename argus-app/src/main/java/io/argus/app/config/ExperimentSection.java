package io.argus.app.config;

import io.argus.app.config.bind.Key;
import io.argus.research.experiment.CashRate;
import io.argus.research.experiment.MonteCarloSettings;
import io.argus.research.experiment.MonteCarloUnit;
import io.argus.research.experiment.ReplaySettings;
import io.argus.research.experiment.ResamplingMethod;
import io.argus.research.experiment.StressSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/** The account that every run trades. */
public record ExperimentSection(
        @Key(fallback = "experiments", doc = "Folder of the artifacts, one file a run.")
        Path outputDir,

        @Key(fallback = "10000", range = "(0, inf)", doc = "What a run starts with, in the account currency.")
        double startingCash,

        @Key(fallback = "0", doc = "What idle cash earns a year, as a decimal: 0.03 is 3 %.")
        CashRateSetting cashRate,

        @Key(
                fallback = "EQUITIES",
                doc = "EQUITIES trades in the sessions of the New York Stock Exchange, CRYPTO round the clock in"
                        + " UTC.")
        Market market,

        @Key(
                fallback = "10000",
                range = "[1, 1000000]",
                doc = "A cycle with more runs than this is refused before it starts.")
        int maxRuns,

        @Key(doc = "How orders meet the market.") ExecutionSection execution,

        @Key(
                fallback = "true",
                doc = "Whether every run's history is drawn again and compounded afterwards, to see how it might have"
                        + " gone.")
        boolean mcBootstrap,

        @Key(fallback = "1000", range = "[1, 1000000]", doc = "How many times it is drawn again.")
        int mcPaths,

        @Key(
                fallback = "daily",
                doc = "What is drawn: daily returns, or closed trades as fractions of the equity at their entry.")
        MonteCarloUnit mcUnit,

        @Key(
                fallback = "stationary",
                doc = "How it is drawn: in blocks of random or of fixed length, or each unit on its own.")
        ResamplingMethod mcMethod,

        @Key(
                range = "[1, inf)",
                doc = "Length of the blocks, in units; iid has none. When missing: chosen from the returns.")
        Optional<Double> mcBlockSize,

        @Key(fallback = "42", doc = "The same seed draws the same paths.")
        long mcSeed,

        @Key(
                fallback = "0.2",
                range = "[0, 1)",
                doc = "Share of the starting cash at which a path is ruined and stays there.")
        double mcRuinLevel,

        @Key(
                fallback = "false",
                doc = "Whether every run is made again at 1.25 and 1.5 times its costs. kill_thresholds"
                        + " slippage_sharpe_min_at_1_5x needs it.")
        boolean costSensitivity,

        @Key(
                fallback = "false",
                doc = "Whether every run is made again within each state of volatility and of trend alone.")
        boolean regimeStress,

        @Key(
                doc =
                        "Training windows of days, each followed by a test window, which the run of a class that was best in"
                                + " training trades. That walk-forward is one run more for each class, and the only one of it"
                                + " that can be funded; null for none.")
        Optional<WalkForwardSection> walkForward) {

    /** How the runs' histories are drawn again; empty for not at all. */
    public Optional<MonteCarloSettings> monteCarlo() {
        return mcBootstrap
                ? Optional.of(new MonteCarloSettings(
                        mcPaths,
                        mcUnit,
                        mcMethod,
                        mcBlockSize.isPresent() ? OptionalDouble.of(mcBlockSize.get()) : OptionalDouble.empty(),
                        mcSeed,
                        mcRuinLevel))
                : Optional.empty();
    }

    /** What every run is put through beside itself. */
    public StressSettings stress() {
        return new StressSettings(costSensitivity, regimeStress, walkForward.map(WalkForwardSection::windows));
    }

    /**
     * @param cash the resolved {@link #cashRate}
     */
    public ReplaySettings replay(CashRate cash) {
        return new ReplaySettings(startingCash, cash, execution.settings());
    }
}
