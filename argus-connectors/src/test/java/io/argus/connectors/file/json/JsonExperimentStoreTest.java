package io.argus.connectors.file.json;

import io.argus.research.port.ExperimentStore;
import io.argus.research.testing.ExperimentStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JsonExperimentStoreTest extends ExperimentStoreContract {

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected ExperimentStore store() {
        return new JsonExperimentStore();
    }

    @Override
    protected Path folder() {
        return folder.resolve("artifacts");
    }
}
