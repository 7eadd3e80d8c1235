package io.argus.research.testing;

import io.argus.domain.DataException;
import io.argus.research.port.RankingStore;
import io.argus.research.ranking.Ranking;
import io.argus.research.ranking.TrialCount;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every {@link RankingStore} promises. An adapter's test extends it. */
public abstract class RankingStoreContract {

    private static final Instant NOW = Instant.parse("2024-03-04T12:00:00Z");

    protected abstract RankingStore store();

    /** A place of this name for the store under test, where nothing stands yet. */
    protected abstract Path place(String name);

    @Test
    void whatIsSavedIsLoadedWithItsSignificance() {
        Path place = place("whole");
        store().save(place, Documents.ranking(), NOW);

        assertThat(store().load(place)).isEqualTo(new RankingStore.Stored(Documents.ranking(), Optional.of(NOW)));
    }

    @Test
    void aRankingOfNothingIsLoaded() {
        Ranking nothing = new Ranking(
                List.of(),
                Map.of(),
                new TreeMap<>(),
                new TrialCount(0, 0, Optional.empty(), OptionalDouble.empty()),
                Optional.empty(),
                "",
                List.of(),
                List.of());
        Path place = place("nothing in it");
        store().save(place, nothing, NOW);

        assertThat(store().load(place).ranking()).isEqualTo(nothing);
    }

    @Test
    void savingReplacesWhatStoodThere() {
        Path place = place("replaced");
        store().save(place, Documents.ranking(), Instant.EPOCH);
        store().save(place, Documents.ranking(), NOW);

        assertThat(store().load(place).generatedAt()).hasValue(NOW);
    }

    @Test
    void theTextTellsTheRuns() {
        assertThat(store().text(Documents.ranking(), NOW))
                .contains("trend", "luck")
                .isEqualTo(store().text(Documents.ranking(), NOW));
    }

    @Test
    void nothingThereIsSaidWithItsPlace() {
        Path place = place("nothing");

        assertThatThrownBy(() -> store().load(place))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(place.toString());
    }
}
