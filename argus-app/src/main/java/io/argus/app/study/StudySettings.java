package io.argus.app.study;

import io.argus.app.config.AllocationSection;
import io.argus.app.config.ConfigFile;
import io.argus.app.config.EvaluationSection;
import io.argus.app.config.ResearchConfig;
import io.argus.domain.ConfigException;
import io.argus.evaluation.gate.KillThresholds;
import io.argus.research.experiment.MonteCarloSettings;
import io.argus.research.experiment.MonteCarloUnit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The gates and the allocation under study.
 *
 * @param monteCarlo how each planted history is drawn again; empty where no gate looks at it
 * @param unjudged gates that are set and that planted returns give nothing to judge by; they are open here
 */
public record StudySettings(
        EvaluationSection evaluation,
        AllocationSection sizing,
        Optional<MonteCarloSettings> monteCarlo,
        double startingCash,
        Duration validFor,
        List<String> unjudged) {

    /** What these judge by are windows, market states and dearer runs, which only a replay has. */
    private static final List<String> NEED_A_REPLAY = List.of(
            KillThresholds.WALK_FORWARD_PENALTY,
            KillThresholds.REGIME_DEPENDENCY_PENALTY,
            KillThresholds.SLIPPAGE_SHARPE_MIN);

    private static final String MONTE_CARLO = "mc_";

    public StudySettings {
        Objects.requireNonNull(evaluation, "evaluation");
        Objects.requireNonNull(sizing, "sizing");
        Objects.requireNonNull(monteCarlo, "monteCarlo");
        Objects.requireNonNull(validFor, "validFor");
        unjudged = List.copyOf(unjudged);
    }

    /** The shipped gates and allocation. */
    public static StudySettings shipped() {
        ResearchConfig shipped = ConfigFile.defaults();
        return of(shipped, shipped.evaluation().allocation().orElseGet(ConfigFile::defaultAllocation));
    }

    /**
     * As configured.
     *
     * @throws ConfigException when nothing is allocated, or a gate asks for trades drawn again, which nobody plants
     */
    public static StudySettings of(ResearchConfig config) {
        return of(
                config,
                config.evaluation()
                        .allocation()
                        .orElseThrow(() -> new ConfigException(
                                "evaluation.allocation", "is null, so that nothing is ever funded")));
    }

    private static StudySettings of(ResearchConfig config, AllocationSection sizing) {
        EvaluationSection evaluation = config.evaluation();
        Map<String, Double> gates = new TreeMap<>(evaluation.killThresholds().asMap());
        List<String> unjudged = new ArrayList<>(gates.keySet());
        unjudged.retainAll(NEED_A_REPLAY);
        gates.keySet().removeAll(unjudged);
        boolean drawn = gates.keySet().stream().anyMatch(name -> name.startsWith(MONTE_CARLO));
        Optional<MonteCarloSettings> monteCarlo = drawn ? config.experiment().monteCarlo() : Optional.empty();
        if (monteCarlo.isPresent() && monteCarlo.get().unit() != MonteCarloUnit.DAILY) {
            throw new ConfigException("experiment.mc_unit", "must be daily here: planted strategies have no trades");
        }
        return new StudySettings(
                evaluation.withKillThresholds(KillThresholds.of(gates)),
                sizing,
                monteCarlo,
                config.experiment().startingCash(),
                config.loop().interval(),
                unjudged);
    }
}
