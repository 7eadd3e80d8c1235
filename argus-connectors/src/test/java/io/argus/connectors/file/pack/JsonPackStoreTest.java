package io.argus.connectors.file.pack;

import io.argus.research.port.PackStore;
import io.argus.research.testing.PackStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JsonPackStoreTest extends PackStoreContract {

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected PackStore store() {
        return new FilePackStore();
    }

    @Override
    protected Path place(String name) {
        return folder.resolve(name + ".json");
    }
}
