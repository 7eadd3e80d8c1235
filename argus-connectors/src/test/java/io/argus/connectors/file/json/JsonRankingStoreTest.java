package io.argus.connectors.file.json;

import io.argus.research.port.RankingStore;
import io.argus.research.testing.RankingStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class JsonRankingStoreTest extends RankingStoreContract {

    @TempDir
    private Path folder = Path.of("");

    @Override
    protected RankingStore store() {
        return new JsonRankingStore();
    }

    @Override
    protected Path place(String name) {
        return folder.resolve(name + ".json");
    }
}
