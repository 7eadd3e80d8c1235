package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.argus.connectors.file.AtomicFiles;
import io.argus.connectors.file.FileFault;
import io.argus.domain.DataException;
import io.argus.research.experiment.Experiment;
import io.argus.research.port.ExperimentStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Artifacts as files {@code <strategy id>_<tag>_<run id>.json}. */
public final class JsonExperimentStore implements ExperimentStore {

    @Override
    public Path place(Path folder, String strategyId, String tag, String runId) {
        return folder.resolve(strategyId + "_" + tag + "_" + runId + ".json");
    }

    @Override
    public Path save(Path folder, Experiment experiment) {
        Path file = place(
                folder,
                experiment.result().strategyId(),
                experiment.result().tag(),
                experiment.manifest().runId());
        AtomicFiles.write(file, JsonDocuments.text(ExperimentDocument.write(experiment)));
        return file;
    }

    @Override
    public Optional<Stored> find(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Stored stored = load(file);
            String runId = stored.experiment().manifest().runId();
            return file.getFileName().toString().endsWith("_" + runId + ".json")
                    ? Optional.of(stored)
                    : Optional.empty();
        } catch (DataException notIntact) {
            return Optional.empty();
        }
    }

    @Override
    public Found loadAll(Path folder) {
        List<Stored> artifacts = new ArrayList<>();
        List<Path> others = new ArrayList<>();
        for (Path file : documents(folder)) {
            byte[] bytes = JsonDocuments.bytes(file);
            JsonNode document = JsonDocuments.parse(file.toString(), bytes);
            if (ExperimentReader.isArtifact(document)) {
                artifacts.add(stored(file, bytes, document));
            } else {
                others.add(file);
            }
        }
        return new Found(artifacts, others);
    }

    @Override
    public Stored load(Path file) {
        byte[] bytes = JsonDocuments.bytes(file);
        return stored(file, bytes, JsonDocuments.parse(file.toString(), bytes));
    }

    private static List<Path> documents(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> isDocument(file.getFileName().toString()) && !Files.isDirectory(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException(folder.toString(), "cannot be read: " + FileFault.reason(e), e);
        }
    }

    /** Names that begin with a dot are other programs' own. */
    private static boolean isDocument(String name) {
        return name.endsWith(".json") && !name.startsWith(".");
    }

    private static Stored stored(Path file, byte[] bytes, JsonNode document) {
        String hash = JsonDocuments.sha256(bytes);
        String name = file.getFileName().toString();
        return new Stored(file, hash, ExperimentReader.read(file.toString(), name, hash, document));
    }
}
