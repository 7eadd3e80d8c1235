package io.argus.app.cli;

import io.argus.app.terminal.Json;
import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.significance.BacktestOverfitting;
import io.argus.evaluation.significance.DataSnooping;
import io.argus.evaluation.significance.TableSignificance;
import io.argus.evaluation.significance.TableSignificance.TrialFigures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What {@code argus significance} prints for programs. Every part always has all of its keys; where something cannot be
 * computed they are null, and {@code reason} says why.
 */
final class SignificanceJson {

    private final TableSignificance found;
    private final OptionalInt periods;

    private SignificanceJson(TableSignificance found, OptionalInt periods) {
        this.found = found;
        this.periods = periods;
    }

    static String text(TableSignificance found, Optional<String> benchmark, OptionalInt periods) {
        SignificanceJson json = new SignificanceJson(found, periods);
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("observations", found.observations());
        document.put("n_trials", found.trialCount());
        document.put("n_effective", json.clusters());
        document.put("sharpe_variance", number(found.sharpeVariance()));
        document.put("sharpe_threshold", found.threshold().value().orElse(null));
        document.put("inference", found.settings().inference().key());
        document.put("best", found.bestTrial().map(TrialFigures::name).orElse(null));
        document.put("trials", found.trials().stream().map(json::trial).toList());
        document.put("pbo", json.overfitting());
        document.put("reality_check", json.realityCheck());
        document.put("spa", json.superiorAbility());
        document.put("stepm", json.stepDown());
        document.put("block_length", json.blockLength());
        document.put("effective_trials", json.effective());
        document.put(
                "left_out",
                json.names(found.snooping().value().map(DataSnooping::leftOut).orElse(List.of())));
        document.put("benchmark", benchmark.orElse(null));
        document.put("bootstrap", found.settings().snooping().draws());
        document.put("seed", found.settings().snooping().seed());
        return Json.text(document);
    }

    private Map<String, @Nullable Object> trial(TrialFigures trial) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", trial.name());
        fields.put("sharpe", number(trial.sharpe()));
        fields.put("skewness", number(trial.skewness()));
        fields.put("kurtosis", number(trial.kurtosis()));
        fields.put("psr", number(trial.probabilistic()));
        fields.put("dsr", number(trial.deflated()));
        fields.put("min_track_record", number(trial.minimumTrackRecord()));
        fields.put("dsr_effective", number(trial.deflatedByEffective()));
        if (periods.isPresent()) {
            OptionalDouble sharpe = trial.sharpe();
            fields.put(
                    "sharpe_annualized",
                    sharpe.isPresent() ? sharpe.getAsDouble() * Math.sqrt(periods.getAsInt()) : null);
        }
        return withReason(fields, trial.problem());
    }

    private Map<String, @Nullable Object> overfitting() {
        Finding<BacktestOverfitting> finding = found.overfitting();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("splits", found.settings().blocks());
        fields.put("combinations", value(finding, BacktestOverfitting::combinations));
        fields.put("pbo", value(finding, BacktestOverfitting::probability));
        fields.put("mean_logit", value(finding, BacktestOverfitting::meanLogit));
        fields.put("slope", value(finding, each -> number(each.slope())));
        fields.put("probability_of_loss", value(finding, BacktestOverfitting::probabilityOfLoss));
        fields.put("rows_dropped", value(finding, BacktestOverfitting::droppedRows));
        return withReason(fields, finding.reason());
    }

    private Map<String, @Nullable Object> realityCheck() {
        Finding<DataSnooping.RealityCheck> finding = found.snooping().map(DataSnooping::realityCheck);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("statistic", value(finding, DataSnooping.RealityCheck::statistic));
        fields.put("p_value", value(finding, DataSnooping.RealityCheck::pValue));
        return withReason(fields, finding.reason());
    }

    private Map<String, @Nullable Object> superiorAbility() {
        Finding<DataSnooping.SuperiorAbility> finding = found.snooping().map(DataSnooping::superiorAbility);
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("statistic", value(finding, DataSnooping.SuperiorAbility::statistic));
        fields.put("p_lower", value(finding, DataSnooping.SuperiorAbility::pLower));
        fields.put("p_consistent", value(finding, DataSnooping.SuperiorAbility::pConsistent));
        fields.put("p_upper", value(finding, DataSnooping.SuperiorAbility::pUpper));
        return withReason(fields, finding.reason());
    }

    private Map<String, @Nullable Object> stepDown() {
        Finding<DataSnooping.StepDown> finding = found.stepDown();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("alpha", found.settings().snooping().alpha());
        fields.put("survivors", value(finding, each -> names(each.selected())));
        return withReason(fields, finding.reason());
    }

    private Map<String, @Nullable Object> blockLength() {
        boolean anyVaries = found.bestTrial().isPresent();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("stationary", anyVaries ? found.automaticLength().stationary() : null);
        fields.put("circular", anyVaries ? found.automaticLength().circular() : null);
        fields.put("used", value(found.snooping(), DataSnooping::blockLength));
        return withReason(fields, anyVaries ? "" : "no trial varies");
    }

    private Map<String, @Nullable Object> effective() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("clusters", clusters());
        fields.put("average_correlation", number(found.effective().byAverageCorrelation()));
        fields.put("effective_rank", number(found.effective().byEffectiveRank()));
        return fields;
    }

    /** None where no trial varies: 0 would read as a number of trials. */
    private @Nullable Integer clusters() {
        int clusters = found.effective().clusters();
        return clusters == 0 ? null : clusters;
    }

    private List<String> names(List<Integer> positions) {
        return new ArrayList<>(
                positions.stream().map(at -> found.trials().get(at).name()).toList());
    }

    private static Map<String, @Nullable Object> withReason(Map<String, @Nullable Object> fields, String reason) {
        if (!reason.isEmpty()) {
            fields.put("reason", reason);
        }
        return fields;
    }

    private static <T> @Nullable Object value(Finding<T> finding, Function<T, @Nullable Object> part) {
        return finding.isPresent() ? part.apply(finding.get()) : null;
    }

    private static @Nullable Double number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
