package io.argus.app.service;

import io.argus.domain.allocation.PublishedPlan;
import io.argus.research.testing.Documents;
import io.argus.research.testing.InMemoryAllocationStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What others trade by was never made under lax gates. */
class TradablePlansTest {

    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Path FILE = Path.of("allocations.json");

    private final InMemoryAllocationStore store = new InMemoryAllocationStore();
    private final List<String> told = new ArrayList<>();
    private final TradablePlans tradable = new TradablePlans(store, told::add);

    @Test
    void aPlanUnderLaxGatesLeavesAnEmptyOneWithTheReason() {
        PublishedPlan plan = gated(true);

        tradable.save(FILE, plan, NOW);

        PublishedPlan kept = store.load(FILE);
        assertThat(plan.allocations()).isNotEmpty();
        assertThat(kept.allocations()).isEmpty();
        assertThat(kept.relaxedGates()).isTrue();
        assertThat(kept.emptyReason()).hasValueSatisfying(why -> assertThat(why).contains("NOT FOR TRADING"));
        assertThat(told).singleElement().asString().contains("allocations.json", "laxer");
    }

    @Test
    void otherPlansAreKeptAsTheyAre() {
        tradable.save(FILE, gated(false), NOW);
        assertThat(store.load(FILE)).isEqualTo(gated(false));

        tradable.save(FILE, Documents.emptyPlan(), NOW);
        assertThat(store.load(FILE)).isEqualTo(Documents.emptyPlan());
        assertThat(told).isEmpty();
    }

    private static PublishedPlan gated(boolean relaxed) {
        PublishedPlan plan = Documents.plan();
        return new PublishedPlan(
                plan.asOf(), plan.validUntil(), plan.plan(), plan.config(), plan.gates(), relaxed, plan.emptyReason());
    }
}
