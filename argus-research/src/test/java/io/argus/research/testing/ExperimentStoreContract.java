package io.argus.research.testing;

import io.argus.domain.DataException;
import io.argus.research.experiment.Experiment;
import io.argus.research.port.ExperimentStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every {@link ExperimentStore} promises. An adapter's test extends it. */
public abstract class ExperimentStoreContract {

    protected abstract ExperimentStore store();

    /** A folder for the store under test, where nothing stands yet. */
    protected abstract Path folder();

    @Test
    void whatIsSavedIsLoaded() {
        Experiment experiment = Documents.experiment("trend", "r1");
        Path place = store().save(folder(), experiment);

        assertThat(place).isEqualTo(store().place(folder(), "trend", "base", "r1"));
        assertThat(store().load(place).experiment()).isEqualTo(experiment);
        assertThat(store().load(place).file()).isEqualTo(place);
        assertThat(store().find(place)).contains(store().load(place));
    }

    @Test
    void anArtifactHasTheHashOfWhatItSays() {
        Path place = store().save(folder(), Documents.experiment("trend", "r1"));
        String hash = store().load(place).hash();
        store().save(folder(), Documents.experiment("trend", "r1"));

        assertThat(store().load(place).hash()).isEqualTo(hash);
        Path other = store().save(folder(), Documents.experiment("trend", "r2"));
        assertThat(store().load(other).hash()).isNotEqualTo(hash);
    }

    @Test
    void allOfAFolderAreLoadedInTheOrderOfTheirNames() {
        store().save(folder(), Documents.experiment("trend", "r2"));
        store().save(folder(), Documents.experiment("trend", "r1"));
        store().save(folder(), Documents.experiment("carry", "r3"));

        ExperimentStore.Found found = store().loadAll(folder());

        assertThat(found.others()).isEmpty();
        assertThat(found.artifacts())
                .extracting(stored -> stored.experiment().manifest().runId())
                .containsExactly("r3", "r1", "r2");
    }

    @Test
    void whatIsNotThereIsNotFoundAndSaidWithItsPlace() {
        Path place = store().place(folder(), "trend", "base", "nothing");

        assertThat(store().find(place)).isEmpty();
        assertThatThrownBy(() -> store().load(place))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(place.toString());
        Path nowhere = folder().resolve("nowhere");
        assertThatThrownBy(() -> store().loadAll(nowhere))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(nowhere.toString());
    }
}
