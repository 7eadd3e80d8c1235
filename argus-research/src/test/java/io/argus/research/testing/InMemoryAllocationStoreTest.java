package io.argus.research.testing;

import io.argus.research.port.AllocationStore;
import java.nio.file.Path;

class InMemoryAllocationStoreTest extends AllocationStoreContract {

    private final AllocationStore store = new InMemoryAllocationStore();

    @Override
    protected AllocationStore store() {
        return store;
    }

    @Override
    protected Path place(String name) {
        return Path.of(name);
    }
}
