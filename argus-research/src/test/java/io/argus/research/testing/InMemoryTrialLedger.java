package io.argus.research.testing;

import io.argus.research.experiment.Trial;
import io.argus.research.port.TrialLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Trials for as long as a test runs. */
public final class InMemoryTrialLedger implements TrialLedger {

    private final Map<Path, List<Trial>> ledgers = new ConcurrentHashMap<>();

    @Override
    public List<Trial> load(Path file) {
        return ledgers.getOrDefault(file, List.of());
    }

    @Override
    public void append(Path file, List<Trial> trials) {
        ledgers.merge(
                file,
                List.copyOf(trials),
                (before, more) -> Stream.concat(before.stream(), more.stream()).toList());
    }
}
