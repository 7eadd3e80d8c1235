package io.argus.domain.testing;

import io.argus.domain.DataException;
import io.argus.domain.pack.Pack;
import io.argus.domain.port.PackStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Packs for as long as a test runs. */
public final class InMemoryPackStore implements PackStore {

    private final Map<Path, Pack> packs = new ConcurrentHashMap<>();

    @Override
    public Loaded load(Path file, Reading reading) {
        Pack pack = Optional.ofNullable(packs.get(file))
                .orElseThrow(() -> new DataException(file.toString(), "no such pack"));
        return new Loaded(pack, List.of(), List.of());
    }

    @Override
    public void save(Path file, Pack pack) {
        packs.put(file, pack);
    }
}
