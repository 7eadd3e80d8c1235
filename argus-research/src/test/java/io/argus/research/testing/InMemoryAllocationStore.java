package io.argus.research.testing;

import io.argus.domain.DataException;
import io.argus.domain.allocation.PublishedPlan;
import io.argus.research.port.AllocationStore;
import io.argus.research.registry.Admission;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Plans for as long as a test runs. */
public final class InMemoryAllocationStore implements AllocationStore {

    private final Map<Path, PublishedPlan> plans = new ConcurrentHashMap<>();
    private final Map<Path, Admission> admissions = new ConcurrentHashMap<>();

    @Override
    public void save(Path file, PublishedPlan plan, Instant generatedAt) {
        plans.put(file, plan);
    }

    @Override
    public String text(PublishedPlan plan, Instant generatedAt) {
        return generatedAt + " " + plan;
    }

    @Override
    public PublishedPlan load(Path file) {
        return Optional.ofNullable(plans.get(file))
                .orElseThrow(() -> new DataException(file.toString(), "no such plan"));
    }

    @Override
    public void saveCandidates(Path file, Admission admission, Instant generatedAt) {
        admissions.put(file, admission);
    }

    /** What {@link #saveCandidates} keeps there. */
    public Optional<Admission> findAdmission(Path file) {
        return Optional.ofNullable(admissions.get(file));
    }
}
