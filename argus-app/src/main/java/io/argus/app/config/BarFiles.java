package io.argus.app.config;

import com.google.common.collect.ImmutableMap;
import io.argus.app.config.bind.Entry;
import io.argus.app.config.bind.Reading;
import io.argus.app.config.bind.Scalar;
import io.argus.app.config.bind.Shape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Where the bars of each symbol lie.
 *
 * @param pattern path for every symbol without an entry of its own, in which {@code {symbol}} stands for it
 */
public record BarFiles(Optional<String> pattern, Map<String, String> bySymbol) {

    public BarFiles {
        bySymbol = Map.copyOf(bySymbol);
    }

    public Optional<Path> find(String symbol) {
        return Optional.ofNullable(bySymbol.get(symbol))
                .or(() -> pattern.map(path -> path.replace("{symbol}", symbol)))
                .map(Path::of);
    }

    /** A path, or symbols with a path each. */
    static final class AsWritten implements Shape<BarFiles> {

        private final Shape<Path> file = Scalar.path();

        @Override
        public Optional<BarFiles> read(Node node, String path, Reading reading) {
            if (!(node instanceof MappingNode)) {
                return file.read(node, path, reading)
                        .map(pattern -> new BarFiles(Optional.of(pattern.toString()), Map.of()));
            }
            Map<String, String> files = new LinkedHashMap<>();
            for (Entry entry : Entry.of(node, path, reading)) {
                reading.read(file, entry.value(), entry.path())
                        .ifPresent(place -> files.put(entry.key(), place.toString()));
            }
            return Optional.of(new BarFiles(Optional.empty(), files));
        }

        @Override
        public String noun() {
            return "path, in which {symbol} stands for each symbol; or a map of symbols to paths";
        }

        @Override
        public Map<String, Object> schema() {
            return Map.of(
                    "anyOf",
                    List.of(file.schema(), ImmutableMap.of("type", "object", "additionalProperties", file.schema())));
        }

        @Override
        public Optional<Object> written(BarFiles files) {
            return files.pattern().isPresent() ? Optional.of(files.pattern().get()) : Optional.of(files.bySymbol());
        }
    }
}
