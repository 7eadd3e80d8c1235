package io.argus.app.config;

import io.argus.app.config.bind.Place;
import io.argus.app.config.bind.Problems;
import io.argus.app.config.bind.Section;
import io.argus.app.config.bind.Shapes;
import io.argus.app.config.bind.Yaml;
import io.argus.domain.ConfigException;
import io.argus.domain.forecast.MaxLossPerContract;
import io.argus.evaluation.gate.KillThresholds;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import static io.argus.app.config.bind.Scalar.choice;

/**
 * A configuration file as read: what it says, where each path of it stands, and what is wrong with it so far. Where
 * something is wrong the default stands in its place, so that later checks find their problems too and all can be told at
 * once. For one thread.
 */
public final class ConfigFile {

    private static final Shapes SHAPES = Shapes.standard()
            .with(Market.class, choice(markets()))
            .with(BarFiles.class, new BarFiles.AsWritten())
            .with(SnapshotFiles.class, new SnapshotFiles.AsWritten())
            .with(CashRateSetting.class, new CashRateSetting.AsWritten())
            .with(Params.class, new Params.AsWritten())
            .with(Grid.class, new GridShape(true))
            .with(KillThresholds.class, new KillThresholdsShape())
            .with(MaxLossPerContract.class, new MaxLossShape());

    private static final Section<ResearchConfig> SHAPE = SHAPES.section(ResearchConfig.class);

    private final Path file;
    private final ResearchConfig config;
    private final Yaml.Bound<ResearchConfig> bound;
    private final Problems problems;

    private ConfigFile(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
        bound = Yaml.read(SHAPE, file, problems);
        config = bound.value().orElseGet(ConfigFile::defaults);
    }

    /** Reads a file and never fails: see {@link #problems} and {@link #checked}. */
    public static ConfigFile read(Path file) {
        return new ConfigFile(file, new Problems());
    }

    /** All the keys there are. */
    public static Section<ResearchConfig> shape() {
        return SHAPE;
    }

    /** What an empty file would say. */
    public static ResearchConfig defaults() {
        return SHAPE.missing().orElseThrow();
    }

    /** Sizing as an empty section would have it. */
    public static AllocationSection defaultAllocation() {
        return SHAPES.section(AllocationSection.class).missing().orElseThrow();
    }

    /** A section as it would be written, defaults included. */
    public static Map<String, Object> written(AllocationSection section) {
        Map<String, Object> written = new LinkedHashMap<>();
        Section<AllocationSection> shape = SHAPES.section(AllocationSection.class);
        shape.fields().forEach(field -> field.written(section).ifPresent(value -> written.put(field.key(), value)));
        return written;
    }

    public Path file() {
        return file;
    }

    /** What the file says, as far as it is sound. */
    public ResearchConfig config() {
        return config;
    }

    /** Whether nothing could be read, so that looking for more that is wrong would only find what is missing. */
    public boolean unreadable() {
        return bound.value().isEmpty() && !problems.isEmpty();
    }

    /** What is wrong, to which later checks add. */
    public Problems problems() {
        return problems;
    }

    /**
     * What the file says.
     *
     * @throws ConfigException with all problems, when there are any
     */
    public ResearchConfig checked() {
        problems.refuse();
        return config;
    }

    /**
     * Where a path such as {@code strategies[0].strategy_class} stands, else what it belongs to, else the file.
     */
    public Place place(String path) {
        return bound.place(path);
    }

    private static Map<String, Market> markets() {
        Map<String, Market> names = new LinkedHashMap<>();
        for (Market market : Market.values()) {
            names.put(market.name(), market);
        }
        return names;
    }
}
