package io.argus.domain.testing;

import io.argus.domain.port.RankingStore;
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
