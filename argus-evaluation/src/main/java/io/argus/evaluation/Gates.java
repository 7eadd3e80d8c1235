package io.argus.evaluation;

import io.argus.domain.experiment.Experiment;
import io.argus.domain.ranking.DeflatedSharpe;
import io.argus.domain.ranking.Kill;
import io.argus.domain.ranking.KillReason;
import io.argus.domain.ranking.ScoreComponent;
import io.argus.evaluation.gate.KillThresholds;
import io.argus.evaluation.scoring.CompositeScore;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import static io.argus.evaluation.gate.KillThresholds.COMPOSITE_SCORE_MIN;
import static io.argus.evaluation.gate.KillThresholds.DSR_MIN;
import static io.argus.evaluation.gate.KillThresholds.MIN_OBSERVATIONS;
import static io.argus.evaluation.gate.KillThresholds.MIN_TRADES;
import static io.argus.evaluation.gate.KillThresholds.REGIME_DEPENDENCY_PENALTY;
import static io.argus.evaluation.gate.KillThresholds.ROBUSTNESS_PENALTY;
import static io.argus.evaluation.gate.KillThresholds.WALK_FORWARD_PENALTY;

/** Collects every reason for which a run is killed. */
final class Gates {

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
            DeflatedSharpe deflated) {
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
        gates.deflatedSharpe(deflated);
        gates.below(KillReason.INSUFFICIENT_OBSERVATIONS, MIN_OBSERVATIONS, judged.observations());
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
