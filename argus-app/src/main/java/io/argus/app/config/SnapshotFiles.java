package io.argus.app.config;

import com.google.common.collect.ImmutableMap;
import io.argus.app.config.bind.Entry;
import io.argus.app.config.bind.Reading;
import io.argus.app.config.bind.Scalar;
import io.argus.app.config.bind.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Where the option snapshots of each symbol lie.
 *
 * @param patterns paths for every symbol, in which {@code {symbol}} stands for it; empty where symbols have paths each
 * @param bySymbol paths of each symbol, in which {@code {symbol}} stands for it too
 */
public record SnapshotFiles(List<String> patterns, Map<String, List<String>> bySymbol) {

    private static final String SYMBOL = "{symbol}";

    public SnapshotFiles {
        patterns = List.copyOf(patterns);
        bySymbol = Map.copyOf(bySymbol);
    }

    /**
     * A file for a symbol.
     *
     * @param shared whether the same path is every symbol's, so that it need not hold this one
     */
    public record Named(Path file, boolean shared) {}

    /** The files of a symbol, none for one without. */
    public List<Named> of(String symbol) {
        if (patterns.isEmpty()) {
            return bySymbol.getOrDefault(symbol, List.of()).stream()
                    .map(file -> new Named(Path.of(file.replace(SYMBOL, symbol)), false))
                    .toList();
        }
        return patterns.stream()
                .map(each -> new Named(Path.of(each.replace(SYMBOL, symbol)), !each.contains(SYMBOL)))
                .toList();
    }

    /** A path or several, or symbols with a path or several each. */
    static final class AsWritten implements Shape<SnapshotFiles> {

        private final Shape<List<String>> some = new Some();

        @Override
        public Optional<SnapshotFiles> read(Node node, String path, Reading reading) {
            if (!(node instanceof MappingNode)) {
                return some.read(node, path, reading).map(patterns -> new SnapshotFiles(patterns, Map.of()));
            }
            Map<String, List<String>> files = new LinkedHashMap<>();
            for (Entry entry : Entry.of(node, path, reading)) {
                if (!Reading.isNull(entry.value())) {
                    reading.read(some, entry.value(), entry.path()).ifPresent(each -> files.put(entry.key(), each));
                }
            }
            return Optional.of(new SnapshotFiles(List.of(), files));
        }

        @Override
        public String noun() {
            return "path, in which {symbol} stands for each symbol, or a list of them; or a map of symbols to such";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of(
                    "anyOf",
                    List.of(some.schema(), ImmutableMap.of("type", "object", "additionalProperties", some.schema())));
        }

        @Override
        public Optional<Object> written(SnapshotFiles files) {
            return Optional.of(files.patterns().isEmpty() ? files.bySymbol() : files.patterns());
        }
    }

    /** A path, or a list of them with at least one. */
    private static final class Some implements Shape<List<String>> {

        private final Shape<Path> file = Scalar.path();

        @Override
        public Optional<List<String>> read(Node node, String path, Reading reading) {
            if (!(node instanceof SequenceNode sequence)) {
                return file.read(node, path, reading).map(each -> List.of(each.toString()));
            }
            List<Node> items = sequence.getValue();
            if (items.isEmpty() || items.stream().anyMatch(Reading::isNull)) {
                reading.problem(node, "option_snapshots names no file here; leave it out");
                return Optional.empty();
            }
            List<String> files = new ArrayList<>();
            items.forEach(item -> reading.read(file, item, path).ifPresent(each -> files.add(each.toString())));
            return Optional.of(files);
        }

        @Override
        public String noun() {
            return "path, or a list of paths";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of(
                    "anyOf",
                    List.of(file.schema(), ImmutableMap.of("type", "array", "minItems", 1, "items", file.schema())));
        }

        @Override
        public Optional<Object> written(List<String> files) {
            return Optional.of(files);
        }
    }
}
