package io.argus.research.experiment;

import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Parameters;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that a run's result depends on. Equal manifests, but for the packs' paths, mean equal results.
 *
 * @param runId identifies the run by its inputs; the same on every machine
 * @param executionConfig the settings as they are written: texts, numbers and booleans by key
 * @param engineVersion of the program that ran it
 */
public record Manifest(
        String runId,
        String strategyClass,
        Parameters parameters,
        SortedMap<String, Object> executionConfig,
        List<PackReference> packs,
        long seed,
        String engineVersion) {

    public Manifest {
        if (runId.isBlank() || strategyClass.isBlank()) {
            throw new IllegalArgumentException("a manifest needs a run id and a strategy class");
        }
        Objects.requireNonNull(parameters, "parameters");
        executionConfig = Collections.unmodifiableSortedMap(new TreeMap<>(executionConfig));
        packs = List.copyOf(packs);
        Objects.requireNonNull(engineVersion, "engineVersion");
    }

    /** Whether the run filled orders from prices that its decisions had already seen. */
    public boolean sameBarFills() {
        return QuoteSource.SAME_BAR.key().equals(executionConfig.get("quote_source"));
    }

    /** Whether any of its packs is labelled synthetic. */
    public boolean synthetic() {
        return packs.stream().anyMatch(pack -> pack.labels().containsKey(Pack.SYNTHETIC));
    }

    /** {@link Trial#key()} of the trial that this is, on these instruments. */
    public String trialKey(List<String> instruments) {
        return Trial.key(strategyClass, parameters.toString(), instruments);
    }

    /** A config map with sorted keys. */
    public static SortedMap<String, Object> config(Map<String, ?> values) {
        return new TreeMap<>(values);
    }
}
