package io.argus.app.config;

import com.google.common.collect.ImmutableMap;
import io.argus.app.config.bind.Entry;
import io.argus.app.config.bind.Problems;
import io.argus.app.config.bind.Reading;
import io.argus.app.config.bind.Scalar;
import io.argus.app.config.bind.Shape;
import io.argus.app.config.bind.Suggestion;
import io.argus.app.config.bind.Yaml;
import io.argus.domain.ConfigException;
import io.argus.evaluation.gate.KillThresholds;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Kill thresholds as they are written: a map over the shipped ones, in which null opens a gate; or a file with it. */
public final class KillThresholdsShape implements Shape<KillThresholds> {

    /** Whether a text is the path of a file; within such a file it is none. */
    private final boolean mayNameFile;

    /** Of a configuration, where the path of a file may stand. */
    public KillThresholdsShape() {
        this(true);
    }

    private KillThresholdsShape(boolean mayNameFile) {
        this.mayNameFile = mayNameFile;
    }

    /**
     * The thresholds that a file of its own gives.
     *
     * @throws ConfigException with all that is wrong
     */
    public static KillThresholds read(Path file) {
        Problems problems = new Problems();
        Optional<KillThresholds> gates =
                Yaml.read(new KillThresholdsShape(false), file, problems).value();
        problems.refuse();
        return gates.orElseGet(KillThresholds::defaults);
    }

    @Override
    public Optional<KillThresholds> read(Node node, String path, Reading reading) {
        return mayNameFile && node instanceof ScalarNode
                ? reading.follow(node, path, (root, there) -> inline(root, path, there))
                : inline(node, path, reading);
    }

    private static Optional<KillThresholds> inline(Node node, String path, Reading reading) {
        Map<String, Double> gates = new TreeMap<>(KillThresholds.defaults().asMap());
        for (Entry entry : Entry.of(node, path, reading)) {
            if (!KillThresholds.known().contains(entry.key())) {
                reading.problem(
                        entry.keyNode(),
                        "unknown kill threshold " + entry.key()
                                + Suggestion.orAll(entry.key(), KillThresholds.known()));
            } else if (Reading.isNull(entry.value())) {
                gates.remove(entry.key());
            } else {
                reading.read(Scalar.number(), entry.value(), entry.path())
                        .ifPresent(value -> gates.put(entry.key(), value));
            }
        }
        return sound(node, gates, reading);
    }

    /** Single values may be out of the range that their threshold has. */
    private static Optional<KillThresholds> sound(Node node, Map<String, Double> gates, Reading reading) {
        try {
            return Optional.of(KillThresholds.of(gates));
        } catch (IllegalArgumentException e) {
            reading.problem(node, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    @Override
    public String noun() {
        return "map of thresholds to numbers, null to open a gate; or the path of a file with such a map. Thresholds: "
                + String.join(", ", KillThresholds.known());
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        KillThresholds.known().forEach(name -> {
            Map<String, Object> gate = new LinkedHashMap<>();
            gate.put("type", List.of("number", "null"));
            if (name.equals(KillThresholds.STEPM_ALPHA)) {
                gate.put("exclusiveMinimum", 0);
                gate.put("maximum", 0.5);
            } else if (KillThresholds.isShare(name)) {
                gate.put("minimum", 0);
                gate.put("maximum", 1);
            }
            properties.put(name, gate);
        });
        Map<String, Object> inline = new LinkedHashMap<>();
        inline.put("type", "object");
        inline.put("properties", properties);
        inline.put("additionalProperties", false);
        return Map.of("anyOf", List.of(ImmutableMap.of("type", "string", "minLength", 1), inline));
    }

    @Override
    public Optional<Object> written(KillThresholds thresholds) {
        return Optional.of(thresholds.asMap());
    }

    @Override
    public Optional<KillThresholds> missing() {
        return Optional.of(KillThresholds.defaults());
    }
}
