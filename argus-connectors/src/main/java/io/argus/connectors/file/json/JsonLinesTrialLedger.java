package io.argus.connectors.file.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.argus.connectors.file.AtomicFiles;
import io.argus.connectors.file.FileFault;
import io.argus.domain.DataException;
import io.argus.domain.StorageException;
import io.argus.research.experiment.Trial;
import io.argus.research.port.TrialLedger;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A line of JSON a trial. A last line that a kill cut short is dropped, and mended at the next append. */
public final class JsonLinesTrialLedger implements TrialLedger {

    @Override
    public List<Trial> load(Path file) {
        List<Trial> trials = new ArrayList<>();
        String text = text(file);
        int number = 0;
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            number++;
            trials.add(trial(file + ":" + number, line));
        }
        return trials;
    }

    private static Trial trial(String origin, String line) {
        JsonNode node = parsed(origin, line);
        JsonDocuments.requireVersion(origin, node);
        try {
            return trial(node);
        } catch (DataException | IllegalArgumentException | DateTimeException e) {
            throw noTrial(origin, e);
        }
    }

    private static JsonNode parsed(String origin, String line) {
        try {
            return JsonDocuments.parse(origin, line.getBytes(StandardCharsets.UTF_8));
        } catch (DataException e) {
            throw noTrial(origin, e);
        }
    }

    private static DataException noTrial(String origin, RuntimeException cause) {
        return new DataException(origin, "is no trial; repair or remove the line", cause);
    }

    @Override
    public synchronized void append(Path file, List<Trial> trials) {
        StringBuilder lines = new StringBuilder();
        String before = text(file);
        boolean cut = !before.isEmpty() && !before.endsWith("\n");
        trials.forEach(
                trial -> lines.append(JsonDocuments.line(document(trial))).append('\n'));
        if (cut) {
            AtomicFiles.write(file, before.substring(0, before.lastIndexOf('\n') + 1) + lines);
            return;
        }
        try {
            Files.createDirectories(AtomicFiles.folderOf(file));
            Files.writeString(
                    file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.DSYNC);
        } catch (IOException e) {
            throw new StorageException(file.toString(), "cannot be appended to: " + FileFault.reason(e), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (CharacterCodingException e) {
            throw new DataException(file.toString(), "is not UTF-8 text; repair it, or begin another ledger", e);
        } catch (IOException e) {
            throw new DataException(file.toString(), "cannot be read: " + FileFault.reason(e), e);
        }
    }

    private static ObjectNode document(Trial trial) {
        ObjectNode node = JsonDocuments.versioned()
                .put("run_id", trial.runId())
                .put("strategy_class", trial.strategyClass())
                .put("parameters", trial.parameters());
        trial.instruments().forEach(node.putArray("instruments")::add);
        node.put("from", trial.from().toString())
                .put("to", trial.to().toString())
                .put("observations", trial.observations());
        JsonDocuments.put(node, "sharpe_per_period", trial.sharpePerPeriod());
        return node;
    }

    private static Trial trial(JsonNode node) {
        List<String> instruments = new ArrayList<>();
        for (JsonNode each : JsonFields.list(node, "instruments")) {
            if (!each.isTextual()) {
                throw new IllegalArgumentException("an instrument is a text, not " + each);
            }
            instruments.add(each.textValue());
        }
        return new Trial(
                JsonFields.words(node, "run_id"),
                JsonFields.words(node, "strategy_class"),
                JsonFields.text(node, "parameters", ""),
                instruments,
                LocalDate.parse(JsonFields.text(node, "from", "")),
                LocalDate.parse(JsonFields.text(node, "to", "")),
                JsonFields.whole(node, "observations", 0).orElse(0),
                JsonFields.number(node, "sharpe_per_period"));
    }
}
