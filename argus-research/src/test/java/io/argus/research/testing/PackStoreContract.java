package io.argus.research.testing;

import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.PackUnion;
import io.argus.domain.testing.Markets;
import io.argus.domain.testing.Packs;
import io.argus.research.port.PackStore;
import java.nio.file.Path;
import java.util.List;
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

    /** With and without the pack itself, and whatever of it stands in several places. */
    @Test
    void partsAreReadWithTheirPack() {
        Pack first = recording(3, 0);
        Pack second = recording(4, 2);
        Path place = place("parted");
        store().save(PackStore.parts(place).resolve("2.pack"), second);
        assertThat(store().load(place)).isEqualTo(second);
        store().save(PackStore.parts(place).resolve("1.pack"), first);
        assertThat(store().load(place)).isEqualTo(PackUnion.of(List.of(first, second)));
        store().save(place, first);

        Pack whole = store().load(place);

        assertThat(whole.bars().get(0).size()).isEqualTo(6);
        assertThat(whole).isEqualTo(PackUnion.of(List.of(first, second)));
    }

    /** Of outcomes, which follow from all the bars, none could be kept for the whole. */
    @Test
    void partsBesideAPackThatIsNoRecordingAreRefused() {
        Path place = place("built");
        store().save(place, Packs.of(7, 20));
        store().save(PackStore.parts(place).resolve("1.pack"), recording(3, 0));

        assertThatThrownBy(() -> store().load(place))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(place + ": ")
                .hasMessageContaining(PackStore.parts(place).toString());
    }

    /** Some of the days of one market. */
    private static Pack recording(int days, int skipped) {
        BarSeries all = Markets.daily("SPX", 3, 30, 0.01);
        BarSeries.Builder some = BarSeries.builder(all.symbol(), all.durationMs());
        for (int i = skipped; i < skipped + days; i++) {
            some.add(
                    all.openTime(i),
                    all.closeTime(i),
                    all.open(i),
                    all.high(i),
                    all.low(i),
                    all.close(i),
                    all.volume(i));
        }
        return Markets.pack(TradingCalendar.newYorkStockExchange(), some.build());
    }

    @Test
    void nothingThereIsSaidWithItsPlace() {
        Path place = place("nothing");

        assertThatThrownBy(() -> store().load(place))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(place.toString());
    }
}
