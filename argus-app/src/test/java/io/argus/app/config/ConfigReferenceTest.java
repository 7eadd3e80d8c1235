package io.argus.app.config;

import io.argus.app.config.bind.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told about the keys is what the records say. */
class ConfigReferenceTest {

    private static final Path PAGE = Path.of("../docs/configuration.md");
    private static final List<Path> EXAMPLES =
            List.of(Path.of("../config/research_loop.example.yaml"), Path.of("../config/strict.example.yaml"));

    @Test
    void thePageIsUpToDate() throws IOException {
        if (Boolean.getBoolean("argus.rewrite")) {
            Files.writeString(PAGE, ConfigReference.markdown());
        }
        assertThat(Files.readString(PAGE))
                .as("rewrite it with -Dargus.rewrite=true")
                .isEqualTo(ConfigReference.markdown());
    }

    @Test
    void everyKeyStandsInTheExamples() throws IOException {
        for (Path example : EXAMPLES) {
            String text = Files.readString(example);
            List<String> missing = new ArrayList<>();
            for (String key : keys(ConfigFile.shape())) {
                if (!text.matches("(?s).*(?<![a-z_])" + key + ":.*")) {
                    missing.add(key);
                }
            }
            assertThat(missing).as(example.toString()).isEmpty();
        }
    }

    @Test
    void theExamplesAreSound() {
        for (Path example : EXAMPLES) {
            assertThat(ConfigFile.read(example).problems().list()).isEmpty();
        }
    }

    @Test
    void theSchemaNamesEveryKey() {
        String schema = ConfigReference.schema().toString();
        assertThat(keys(ConfigFile.shape()))
                .allSatisfy(key -> assertThat(schema).contains(key + "={"));
    }

    private static List<String> keys(Section<?> section) {
        List<String> keys = new ArrayList<>();
        for (Section.Field<?> field : section.fields()) {
            keys.add(field.key());
            field.shape().section().ifPresent(inner -> keys.addAll(keys(inner)));
        }
        return keys;
    }
}
