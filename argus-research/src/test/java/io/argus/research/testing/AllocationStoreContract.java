package io.argus.research.testing;

import io.argus.domain.DataException;
import io.argus.research.port.AllocationStore;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every {@link AllocationStore} promises. An adapter's test extends it. */
public abstract class AllocationStoreContract {

    private static final Instant NOW = Instant.parse("2024-03-04T12:00:00Z");

    protected abstract AllocationStore store();

    /** A place of this name for the store under test, where nothing stands yet. */
    protected abstract Path place(String name);

    @Test
    void whatIsSavedIsLoaded() {
        Path place = place("whole");
        store().save(place, Documents.plan(), NOW);

        assertThat(store().load(place)).isEqualTo(Documents.plan());
    }

    @Test
    void anEmptyPlanTakesThePlaceOfYesterdays() {
        Path place = place("emptied");
        store().save(place, Documents.plan(), Instant.EPOCH);
        store().save(place, Documents.emptyPlan(), NOW);

        assertThat(store().load(place)).isEqualTo(Documents.emptyPlan());
    }

    @Test
    void theTextTellsThePositions() {
        assertThat(store().text(Documents.plan(), NOW))
                .contains("trend", "SPX")
                .isEqualTo(store().text(Documents.plan(), NOW));
    }

    @Test
    void nothingThereIsSaidWithItsPlace() {
        Path place = place("nothing");

        assertThatThrownBy(() -> store().load(place))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(place.toString());
    }
}
