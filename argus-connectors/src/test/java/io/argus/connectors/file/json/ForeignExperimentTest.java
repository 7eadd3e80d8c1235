package io.argus.connectors.file.json;

import io.argus.domain.DataException;
import io.argus.research.experiment.PortfolioSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Artifacts that other programs wrote, with much missing. */
class ForeignExperimentTest {

    private final JsonExperimentStore store = new JsonExperimentStore();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aVersionThatIsNotKnownIsRefused() throws IOException {
        for (String version : new String[] {"2", "1.5", "\"next\""}) {
            assertThatThrownBy(() -> portfolio("{\"schema_version\": " + version + ", \"result\": {}}"))
                    .isInstanceOf(DataException.class)
                    .hasMessageContaining(
                            "schema version " + version.replace("\"", "") + "; this program reads version 1");
        }
        assertThat(portfolio("{\"schema_version\": 1, \"result\": {}}").startingCash())
                .isEqualTo(10_000);
    }

    private PortfolioSummary portfolio(String text) throws IOException {
        return store.load(Files.writeString(folder.resolve("a_base_1.json"), text))
                .experiment()
                .result()
                .portfolio();
    }
}
