package io.argus.research.testing;

import io.argus.domain.DataException;
import io.argus.research.experiment.Experiment;
import io.argus.research.port.ExperimentStore;
import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Artifacts for as long as a test runs. A folder is there once something was saved in it. */
public final class InMemoryExperimentStore implements ExperimentStore {

    private final NavigableMap<Path, Stored> artifacts = new ConcurrentSkipListMap<>();

    @Override
    public Path save(Path folder, Experiment experiment) {
        Path file = place(
                folder,
                experiment.result().strategyId(),
                experiment.result().tag(),
                experiment.manifest().runId());
        artifacts.put(file, new Stored(file, Integer.toHexString(experiment.hashCode()), experiment));
        return file;
    }

    @Override
    public Path place(Path folder, String strategyId, String tag, String runId) {
        return folder.resolve(strategyId + "_" + tag + "_" + runId);
    }

    @Override
    public Optional<Stored> find(Path file) {
        return Optional.ofNullable(artifacts.get(file));
    }

    @Override
    public Stored load(Path file) {
        return find(file).orElseThrow(() -> new DataException(file.toString(), "no such artifact"));
    }

    @Override
    public Found loadAll(Path folder) {
        List<Stored> found = artifacts.values().stream()
                .filter(stored -> folder.equals(stored.file().getParent()))
                .toList();
        if (found.isEmpty()) {
            throw new DataException(folder.toString(), "no such folder");
        }
        return new Found(found, List.of());
    }
}
