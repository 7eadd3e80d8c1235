package io.argus.research.testing;

import io.argus.domain.DataException;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.PackUnion;
import io.argus.research.port.PackStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Packs for as long as a test runs. */
public final class InMemoryPackStore implements PackStore {

    private final Map<Path, Pack> packs = new ConcurrentHashMap<>();

    @Override
    public Loaded load(Path file, Reading reading) {
        List<Pack> found = Stream.concat(
                        Stream.of(file),
                        packs.keySet().stream()
                                .filter(each -> PackStore.parts(file).equals(each.getParent()))
                                .sorted())
                .map(packs::get)
                .filter(Objects::nonNull)
                .toList();
        if (found.isEmpty()) {
            throw new DataException(file.toString(), "no such pack");
        }
        try {
            return new Loaded(found.size() == 1 ? found.get(0) : PackUnion.of(found), List.of(), List.of());
        } catch (IllegalArgumentException e) {
            throw new DataException(file.toString(), "cannot be joined with " + PackStore.parts(file), e);
        }
    }

    @Override
    public void save(Path file, Pack pack) {
        packs.put(file, pack);
    }
}
