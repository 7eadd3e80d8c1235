package io.argus.replay.experiment;

import io.argus.research.experiment.ExecutionSettings;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.Manifest;
import io.argus.research.experiment.ReplaySettings;
import io.argus.research.experiment.StressSettings;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/** A run's settings as manifests carry them and run ids hash them. */
final class SettingsRecord {

    private SettingsRecord() {}

    static SortedMap<String, Object> of(ReplaySettings settings) {
        ExecutionSettings execution = settings.execution();
        Map<String, Object> values = new TreeMap<>();
        values.put("starting_cash", settings.startingCash());
        values.put("cash_rate", settings.cashRate().toString());
        values.put("quote_source", execution.quoteSource().key());
        values.put("spread", execution.spread());
        values.put("slippage", overridden(execution.slippage()));
        values.put("commission", overridden(execution.commission()));
        values.put("cost_multiplier", execution.costMultiplier());
        values.put("max_quote_age_ms", execution.maxQuoteAgeMs());
        values.put("max_spread", execution.maxSpread());
        values.put("moc_cutoff_ms", execution.marketOnCloseCutoffMs());
        values.put("initial_margin", execution.initialMargin());
        values.put("maintenance_margin", execution.maintenanceMargin());
        values.put("allow_naked", execution.allowNaked());
        values.put("borrow_rate_annual", execution.borrowRateAnnual());
        return Manifest.config(values);
    }

    /** What a run id hashes: the settings of the run, and those of its Monte Carlo. */
    static SortedMap<String, Object> hashed(ExperimentSpec spec) {
        SortedMap<String, Object> values = of(spec.settings());
        spec.monteCarlo().ifPresent(settings -> {
            values.put("mc_paths", settings.paths());
            values.put("mc_unit", settings.unit().key());
            values.put("mc_method", settings.method().key());
            values.put(
                    "mc_block_size",
                    settings.blockLength().isPresent() ? settings.blockLength().getAsDouble() : "auto");
            values.put("mc_seed", settings.seed());
            values.put("mc_ruin_level", settings.ruinLevel());
        });
        StressSettings stress = spec.stress();
        if (!stress.equals(StressSettings.none())) {
            values.put("cost_sensitivity", stress.costSensitivity());
            values.put("regime_stress", stress.regimeStress());
            stress.walkForward().ifPresent(windows -> values.put("walk_forward", windows.toString()));
        }
        return values;
    }

    private static Object overridden(OptionalDouble rate) {
        return rate.isPresent() ? rate.getAsDouble() : "instrument";
    }
}
