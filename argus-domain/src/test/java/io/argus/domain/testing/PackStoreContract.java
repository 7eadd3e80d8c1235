package io.argus.domain.testing;

import io.argus.domain.DataException;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.port.PackStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every {@link PackStore} promises. An adapter's test extends it. */
public abstract class PackStoreContract {

    protected abstract PackStore store();

    /** A place of this name for the store under test, where nothing stands yet. */
    protected abstract Path place(String name);

    @Test
    void whatIsSavedIsLoaded() {
        Pack pack = Packs.of(7, 20);
        Path place = place("whole");
        store().save(place, pack);

        Pack loaded = store().load(place);

        assertThat(loaded).isEqualTo(pack);
        assertThat(loaded.hash()).isEqualTo(pack.hash());
        assertThat(loaded.instruments()).isEqualTo(pack.instruments());
        assertThat(loaded.optionTerms()).isEqualTo(pack.optionTerms());
        assertThat(loaded.bars()).isEqualTo(pack.bars());
        assertThat(loaded.outcomes()).isEqualTo(pack.outcomes());
        assertThat(loaded.regimes()).isEqualTo(pack.regimes());
        assertThat(loaded.chains()).isEqualTo(pack.chains());
        assertThat(loaded.events()).isEqualTo(pack.events());
        assertThat(loaded.labels()).isEqualTo(pack.labels());
    }

    @Test
    void aPackOfBarsAloneIsLoaded() {
        Pack pack = Markets.pack(TradingCalendar.newYorkStockExchange(), Markets.daily("SPX", 3, 30, 0.01));
        Path place = place("bars");
        store().save(place, pack);

        assertThat(store().load(place)).isEqualTo(pack);
    }

    @Test
    void savingReplacesWhatStoodThere() {
        Path place = place("replaced");
        store().save(place, Packs.of(1, 5));
        store().save(place, Packs.of(2, 5));

        assertThat(store().load(place)).isEqualTo(Packs.of(2, 5));
    }

    @Test
    void nothingThereIsSaidWithItsPlace() {
        Path place = place("nothing");

        assertThatThrownBy(() -> store().load(place))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(place.toString());
    }
}
