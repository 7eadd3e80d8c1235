package io.argus.app.settings;

import io.argus.allocation.AllocationSettings;
import io.argus.domain.experiment.ReplaySettings;
import io.argus.domain.forecast.ForecastSettings;
import io.argus.domain.registry.AdmissionRule;
import io.argus.evaluation.EvaluationSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A research cycle as configured. */
public record ResearchConfig(
        List<String> symbols,
        Map<String, Path> bars,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        List<Entry> strategies,
        ReplaySettings replay,
        Path experiments,
        int maxRuns,
        EvaluationSettings evaluation,
        Path rankings,
        Path ledger,
        Optional<Sizing> sizing,
        Optional<Path> allocations,
        double equity,
        AdmissionRule admission,
        Duration validFor) {

    /**
     * A strategy to run.
     *
     * @param position where it stands in the file
     */
    public record Entry(Optional<String> id, String strategyClass, Map<String, List<Object>> grid, String position) {}

    /** How survivors are sized, and the settings as they are written. */
    public record Sizing(AllocationSettings engine, ForecastSettings forecasts, SortedMap<String, Object> written) {}
}
