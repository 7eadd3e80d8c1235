package io.argus.research.testing;

import io.argus.research.port.PackStore;
import java.nio.file.Path;

class InMemoryPackStoreTest extends PackStoreContract {

    private final PackStore store = new InMemoryPackStore();

    @Override
    protected PackStore store() {
        return store;
    }

    @Override
    protected Path place(String name) {
        return Path.of(name);
    }
}
