package io.argus.app.config;

import io.argus.app.config.bind.Key;
import io.argus.evaluation.EvaluationSettings;
import io.argus.evaluation.gate.KillThresholds;
import io.argus.evaluation.significance.Benchmark;
import io.argus.evaluation.significance.SharpeInference;
import io.argus.research.ranking.ScoreComponent;
import io.argus.research.registry.AdmissionRule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** How runs are judged, and what becomes of the survivors. */
public record EvaluationSection(
        @Key(
                doc = "Folder of artifacts. A cycle judges its own runs alone and reports how many others it found"
                        + " here and left out. When missing: experiment.output_dir.")
        Optional<Path> inputDir,

        @Key(
                range = "[-100, 100]",
                doc = "Weights of the composite score's components that differ from the shipped ones.")
        Map<ScoreComponent, Double> weights,

        @Key(doc = "What kills a run. Thresholds that are not named keep their shipped values.")
        KillThresholds killThresholds,

        @Key(fallback = "beta_adjusted", doc = "What significance subtracts from returns before it calls them skill.")
        Benchmark benchmark,

        @Key(
                fallback = "conservative",
                doc = "Number of trials that the gating deflated Sharpe ratio is deflated for: all, or the"
                        + " effective number, in which runs that move together count once.")
        DsrTrials dsrTrials,

        @Key(
                fallback = "classic_2012",
                doc = "The variance of a Sharpe ratio: at the estimate, or under the null and corrected for"
                        + " autocorrelation.")
        SharpeInference sharpeInference,

        @Key(doc = "Remembers every trial ever made. When missing: trials.jsonl in rankings_output_dir.")
        Optional<Path> trialLedgerPath,

        @Key(doc = "Where to draw the cycle as an HTML page, as argus report does; nowhere when missing.")
        Optional<Path> reportOutputPath,

        @Key(fallback = "logs", doc = "Folder of strategy_rankings_<date>.json.")
        Path rankingsOutputDir,

        @Key(doc = "Where to write the killed runs with their reasons; nowhere when missing.")
        Optional<Path> killedOutputPath,

        @Key(doc = "Where to write who was admitted and who was not; nowhere when missing.")
        Optional<Path> candidateSetOutputPath,

        @Key(doc = "How survivors are sized. null: nothing is allocated.")
        Optional<AllocationSection> allocation,

        @Key(doc = "Where to write the plan. null: nothing is allocated.")
        Optional<Path> allocationsOutputPath,

        @Key(fallback = "10000", range = "(0, inf)", doc = "What weights are fractions of, in the account currency.")
        double equity,

        @Key(
                fallback = "0.95",
                range = "[0, inf)",
                doc = "Least deflated Sharpe ratio that is admitted. Above 1 nothing is.")
        double minDsr,

        @Key(fallback = "0", doc = "Least composite score that is admitted.")
        double minCompositeScore,

        @Key(
                fallback = "best_per_strategy",
                doc = "Whether a sweep may fund its best run of each strategy and instrument, or all admitted.")
        AdmissionRule.Selection candidates) {

    public EvaluationSection {
        weights = Map.copyOf(weights);
    }

    /** The same under other gates. */
    public EvaluationSection withKillThresholds(KillThresholds gates) {
        return new EvaluationSection(
                inputDir,
                weights,
                gates,
                benchmark,
                dsrTrials,
                sharpeInference,
                trialLedgerPath,
                reportOutputPath,
                rankingsOutputDir,
                killedOutputPath,
                candidateSetOutputPath,
                allocation,
                allocationsOutputPath,
                equity,
                minDsr,
                minCompositeScore,
                candidates);
    }

    public EvaluationSettings settings() {
        return new EvaluationSettings(
                weights,
                killThresholds,
                benchmark,
                dsrTrials == DsrTrials.EFFECTIVE,
                sharpeInference,
                OptionalInt.empty(),
                OptionalInt.empty());
    }

    public AdmissionRule admission() {
        return new AdmissionRule(minDsr, minCompositeScore, candidates);
    }

    /** What lets nothing at all through, and what is set and has no effect. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (minDsr > 1) {
            warnings.add("evaluation.min_dsr " + minDsr + " admits nothing: a deflated Sharpe ratio is at most 1");
        }
        allocation.ifPresent(sizing -> sizing.keysWithoutEffect()
                .forEach(key -> warnings.add("evaluation.allocation." + key + " has no effect under method "
                        + sizing.method().key())));
        return warnings;
    }

    public Path ledger() {
        return trialLedgerPath.orElseGet(() -> rankingsOutputDir.resolve("trials.jsonl"));
    }

    /** Whether anything that is admitted here would be refused under the shipped gates. */
    public boolean laxerThanShipped() {
        return !killThresholds.laxerThanShipped().isEmpty()
                || minDsr < AdmissionRule.DEFAULT_MIN_DSR
                || minCompositeScore < 0;
    }
}
