package io.argus.app.config;

import io.argus.app.config.bind.Key;
import io.argus.domain.experiment.CashRate;
import io.argus.domain.experiment.ReplaySettings;
import java.nio.file.Path;

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

        @Key(doc = "How orders meet the market.") ExecutionSection execution) {

    /**
     * @param cash the resolved {@link #cashRate}
     */
    public ReplaySettings replay(CashRate cash) {
        return new ReplaySettings(startingCash, cash, execution.settings());
    }
}
