package io.argus.research.testing;

import io.argus.research.port.RankingStore;
import java.nio.file.Path;

class InMemoryRankingStoreTest extends RankingStoreContract {

    private final RankingStore store = new InMemoryRankingStore();

    @Override
    protected RankingStore store() {
        return store;
    }

    @Override
    protected Path place(String name) {
        return Path.of(name);
    }
}
