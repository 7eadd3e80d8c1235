package io.argus.research.testing;

import io.argus.research.port.ExperimentStore;
import java.nio.file.Path;

class InMemoryExperimentStoreTest extends ExperimentStoreContract {

    private final ExperimentStore store = new InMemoryExperimentStore();

    @Override
    protected ExperimentStore store() {
        return store;
    }

    @Override
    protected Path folder() {
        return Path.of("artifacts");
    }
}
