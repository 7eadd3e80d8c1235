package io.argus.connectors.file.json;

import io.argus.research.port.AllocationStore;
import io.argus.research.testing.AllocationStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JsonAllocationStoreTest extends AllocationStoreContract {

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected AllocationStore store() {
        return new JsonAllocationStore();
    }

    @Override
    protected Path place(String name) {
        return folder.resolve(name + ".json");
    }
}
