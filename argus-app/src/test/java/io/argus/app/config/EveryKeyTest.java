package io.argus.app.config;

import io.argus.app.config.bind.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Every key has an example that binds to something else than its default, or this fails. */
class EveryKeyTest {

    private static final Path FIXTURE = Path.of("src/test/resources/config/every-key.yaml");

    @Test
    void everyKeyBindsToAValueOfItsOwn() {
        ConfigFile file = ConfigFile.read(FIXTURE);
        assertThat(file.problems().list()).isEmpty();
        List<String> untested = new ArrayList<>();
        compare(ConfigFile.shape(), file.config(), "", untested);
        assertThat(untested)
                .as("keys that %s leaves at their defaults", FIXTURE)
                .isEmpty();
    }

    private static void compare(Section<?> shape, Object section, String path, List<String> untested) {
        for (Section.Field<?> field : shape.fields()) {
            Object value = unwrapped(field.value(section));
            Optional<Section<?>> inner = field.shape().section();
            if (inner.isPresent() && !(value instanceof Record)) {
                untested.add(path + field.key());
            } else if (inner.isPresent()) {
                compare(inner.get(), value, path + field.key() + ".", untested);
            } else if (!onlyChoice(field) && field.written(section).equals(field.writtenFallback())) {
                untested.add(path + field.key());
            }
        }
    }

    /** The first of a list of sections, or the section that an Optional holds. */
    private static Object unwrapped(Object value) {
        if (value instanceof List<?> list && !list.isEmpty()) {
            return list.get(0);
        }
        return value instanceof Optional<?> maybe && maybe.isPresent() ? maybe.get() : value;
    }

    private static boolean onlyChoice(Section.Field<?> field) {
        return field.shape().schema().get("enum") instanceof List<?> names && names.size() == 1;
    }

    @Test
    void scalarsAreReadByTheTypeThatIsWanted() {
        ResearchConfig config = ConfigFile.read(FIXTURE).checked();
        assertThat(config.pack().symbols()).containsExactly("NO", "ON");
        assertThat(config.pack().bars().orElseThrow().find("ON")).contains(Path.of("bars/on.csv.gz"));
        assertThat(config.strategies().get(0).params().grid().axes().get("symbol"))
                .satisfies(axis -> assertThat(axis.values()).containsExactly("NO"));
        assertThat(config.evaluation()
                        .allocation()
                        .orElseThrow()
                        .maxLossPerContract()
                        .find("crossing"))
                .hasValue(250);
        assertThat(config.evaluation().killThresholds().asMap())
                .isEqualTo(Map.of("dsr_min", 0.5, "min_observations", 250.0, "spa_p_max", 0.05));
    }
}
