package io.argus.evaluation;

import io.argus.evaluation.gate.KillThresholds;
import io.argus.evaluation.scoring.CompositeScore;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.MonteCarloResult;
import io.argus.research.experiment.MonteCarloSummary;
import io.argus.research.experiment.StressResult;
import io.argus.research.ranking.DeflatedSharpe;
import io.argus.research.ranking.Kill;
import io.argus.research.ranking.KillReason;
import io.argus.research.ranking.ScoreComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import static io.argus.evaluation.gate.KillThresholds.COMPOSITE_SCORE_MIN;
import static io.argus.evaluation.gate.KillThresholds.DSR_MIN;
import static io.argus.evaluation.gate.KillThresholds.MC_FRACTION_POSITIVE_MIN;
import static io.argus.evaluation.gate.KillThresholds.MC_MEDIAN_RETURN_MIN;
import static io.argus.evaluation.gate.KillThresholds.MC_P95_DRAWDOWN_MAX;
import static io.argus.evaluation.gate.KillThresholds.MC_RUIN_PROB_MAX;
import static io.argus.evaluation.gate.KillThresholds.MIN_OBSERVATIONS;
import static io.argus.evaluation.gate.KillThresholds.MIN_TRADES;
import static io.argus.evaluation.gate.KillThresholds.PBO_MAX;
import static io.argus.evaluation.gate.KillThresholds.REGIME_DEPENDENCY_PENALTY;
import static io.argus.evaluation.gate.KillThresholds.ROBUSTNESS_PENALTY;
import static io.argus.evaluation.gate.KillThresholds.SLIPPAGE_SHARPE_MIN;
import static io.argus.evaluation.gate.KillThresholds.SPA_P_MAX;
import static io.argus.evaluation.gate.KillThresholds.STEPM_ALPHA;
import static io.argus.evaluation.gate.KillThresholds.WALK_FORWARD_PENALTY;

/** Collects every reason for which a run is killed. */
final class Gates {

    /** Reasons that carry the names of their thresholds. */
    private static final List<KillReason> MONTE_CARLO = List.of(
            KillReason.MC_MEDIAN_RETURN_MIN,
            KillReason.MC_P95_DRAWDOWN_MAX,
            KillReason.MC_RUIN_PROB_MAX,
            KillReason.MC_FRACTION_POSITIVE_MIN);

    /** The multiple of its costs at which a run must still stand. */
    private static final double DEARER = 1.5;

    private final KillThresholds thresholds;
    private final List<Kill> kills = new ArrayList<>();

    private Gates(KillThresholds thresholds) {
        this.thresholds = thresholds;
    }

    static List<Kill> judge(
            KillThresholds thresholds,
            Experiment run,
            CompositeScore score,
            JudgedSeries judged,
            DeflatedSharpe deflated,
            SetTests set,
            int place) {
        Gates gates = new Gates(thresholds);
        gates.penalty(KillReason.ROBUSTNESS_PENALTY, ROBUSTNESS_PENALTY, score, ScoreComponent.ROBUSTNESS_PENALTY);
        gates.penalty(
                KillReason.WALK_FORWARD_PENALTY, WALK_FORWARD_PENALTY, score, ScoreComponent.WALK_FORWARD_PENALTY);
        gates.penalty(
                KillReason.REGIME_DEPENDENCY_PENALTY,
                REGIME_DEPENDENCY_PENALTY,
                score,
                ScoreComponent.REGIME_DEPENDENCY_PENALTY);
        gates.below(KillReason.COMPOSITE_SCORE_MIN, COMPOSITE_SCORE_MIN, score.value());
        gates.monteCarlo(run.monteCarlo());
        gates.dearer(run.stress());
        gates.deflatedSharpe(deflated);
        gates.set(set, place);
        gates.observations(judged.observations());
        gates.below(
                KillReason.INSUFFICIENT_TRADES,
                MIN_TRADES,
                run.result().portfolio().totalTrades());
        if (judged.unjudgeable()) {
            gates.kills.add(Kill.because(KillReason.NOT_COMPUTABLE, judged.problem()));
        } else if (judged.sharpe().isPresent() && deflated.value().isEmpty()) {
            gates.kills.add(Kill.because(KillReason.NOT_COMPUTABLE, deflated.note()));
        }
        if (run.manifest().sameBarFills()) {
            gates.kills.add(Kill.because(KillReason.NOT_ELIGIBLE, "filled from the bars that its decisions had seen"));
        }
        if (run.manifest().synthetic()) {
            gates.kills.add(Kill.because(KillReason.NOT_ELIGIBLE, "its prices are synthetic: nobody traded them"));
        }
        set.partial(place).ifPresent(detail -> gates.kills.add(Kill.because(KillReason.NOT_ELIGIBLE, detail)));
        set.walkedForward(place).ifPresent(detail -> gates.kills.add(Kill.because(KillReason.NOT_ELIGIBLE, detail)));
        if (run.result().ruined()) {
            gates.kills.add(Kill.because(KillReason.RUINED, "equity reached zero"));
        }
        return gates.kills;
    }

    private void penalty(KillReason reason, String name, CompositeScore score, ScoreComponent component) {
        Double value = score.components().get(component);
        OptionalDouble threshold = thresholds.find(name);
        if (value != null && threshold.isPresent() && value >= threshold.getAsDouble()) {
            kills.add(Kill.of(reason, value, threshold.getAsDouble()));
        }
    }

    private void below(KillReason reason, String name, double value) {
        OptionalDouble threshold = thresholds.find(name);
        if (threshold.isPresent() && value < threshold.getAsDouble()) {
            kills.add(Kill.of(reason, value, threshold.getAsDouble()));
        }
    }

    private void above(KillReason reason, String name, double value) {
        OptionalDouble threshold = thresholds.find(name);
        if (threshold.isPresent() && value > threshold.getAsDouble()) {
            kills.add(Kill.of(reason, value, threshold.getAsDouble()));
        }
    }

    /** No observation at all means that their number is not known. */
    private void observations(int count) {
        OptionalDouble threshold = thresholds.find(MIN_OBSERVATIONS);
        if (count > 0) {
            below(KillReason.INSUFFICIENT_OBSERVATIONS, MIN_OBSERVATIONS, count);
        } else if (threshold.orElse(0) > 0) {
            kills.add(new Kill(
                    KillReason.INSUFFICIENT_OBSERVATIONS,
                    OptionalDouble.empty(),
                    threshold,
                    "the artifact does not say how many daily returns it has"));
        }
    }

    /** A gate that is asked for does not let through what it cannot judge. */
    private void monteCarlo(Optional<MonteCarloResult> result) {
        Optional<MonteCarloSummary> summary = result.flatMap(MonteCarloResult::summary);
        if (summary.isPresent()) {
            below(
                    KillReason.MC_MEDIAN_RETURN_MIN,
                    MC_MEDIAN_RETURN_MIN,
                    summary.get().medianReturn());
            above(
                    KillReason.MC_P95_DRAWDOWN_MAX,
                    MC_P95_DRAWDOWN_MAX,
                    summary.get().p95Drawdown());
            above(KillReason.MC_RUIN_PROB_MAX, MC_RUIN_PROB_MAX, summary.get().ruinProbability());
            below(
                    KillReason.MC_FRACTION_POSITIVE_MIN,
                    MC_FRACTION_POSITIVE_MIN,
                    summary.get().fractionPositive());
            return;
        }
        String why = result.map(MonteCarloResult::reason).orElse("the artifact has no mc_bootstrap");
        for (KillReason reason : MONTE_CARLO) {
            OptionalDouble threshold = thresholds.find(reason.key());
            if (threshold.isPresent()) {
                kills.add(new Kill(reason, OptionalDouble.empty(), threshold, why));
            }
        }
    }

    /** As annualised, at half as much cost again. */
    private void dearer(StressResult stress) {
        OptionalDouble threshold = thresholds.find(SLIPPAGE_SHARPE_MIN);
        if (threshold.isEmpty()) {
            return;
        }
        Optional<StressResult.CostLevel> level = stress.findCosts(DEARER);
        OptionalDouble sharpe =
                level.map(StressResult.CostLevel::sharpeAnnualized).orElseGet(OptionalDouble::empty);
        if (!(sharpe.orElse(Double.NEGATIVE_INFINITY) >= threshold.getAsDouble())) {
            String why = level.isEmpty()
                    ? "the artifact has no slippage_sensitivity at 1.5 times its costs"
                    : "its returns at 1.5 times its costs do not vary";
            kills.add(new Kill(KillReason.SLIPPAGE_SENSITIVITY, sharpe, threshold, sharpe.isPresent() ? "" : why));
        }
    }

    private void set(SetTests set, int place) {
        OptionalDouble overfitting = set.decidingOverfitting(place);
        if (overfitting.isPresent()) {
            above(KillReason.PBO_ABOVE_THRESHOLD, PBO_MAX, overfitting.getAsDouble());
        }
        OptionalDouble superior = set.superiorAbility();
        if (superior.isPresent()) {
            above(KillReason.REALITY_CHECK_FAILED, SPA_P_MAX, superior.getAsDouble());
        }
        OptionalDouble alpha = thresholds.find(STEPM_ALPHA);
        if (alpha.isPresent() && !set.selected(place)) {
            kills.add(new Kill(KillReason.STEPM_NOT_SELECTED, OptionalDouble.empty(), alpha, ""));
        }
    }

    private void deflatedSharpe(DeflatedSharpe deflated) {
        OptionalDouble threshold = thresholds.find(DSR_MIN);
        if (threshold.isPresent() && !(deflated.value().orElse(0) >= threshold.getAsDouble())) {
            kills.add(new Kill(
                    KillReason.DSR_BELOW_THRESHOLD,
                    deflated.value(),
                    threshold,
                    deflated.value().isPresent() ? "" : deflated.note()));
        }
    }
}
