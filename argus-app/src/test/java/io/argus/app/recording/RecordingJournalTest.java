package io.argus.app.recording;

import com.google.inject.Guice;
import io.argus.app.wiring.AdapterModule;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.research.port.PackStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A pack grows at a cost that does not. */
class RecordingJournalTest {

    private static final long LARGE = 3_000;
    private static final int EACH = 10;

    @TempDir
    private Path folder;

    private final PackStore packs = Guice.createInjector(new AdapterModule()).getInstance(PackStore.class);

    @Test
    void noWriteGrowsWithWhatWasRecordedBefore() {
        Path pack = folder.resolve("x.pack");
        long largest = 0;
        int intervals = 200;
        for (int i = 0; i < intervals; i += EACH) {
            // A new one each time, as after a restart.
            RecordingJournal journal = new RecordingJournal(packs, pack, LARGE);
            for (int k = i; k < i + EACH; k++) {
                journal.append(minute(k), k);
            }
            assertThat(journal.unmerged()).isEqualTo(EACH);
            journal.merge();
            largest = Math.max(largest, largestFile());
            assertThat(journal.position(intervals)).isEqualTo(i + EACH - 1);
        }

        assertThat(largest).isLessThan(2 * LARGE);
        assertThat(packs.load(pack).bars().get(0).size()).isEqualTo(intervals);
        Pack again = new RecordingJournal(packs, pack, LARGE).open().orElseThrow();
        assertThat(again).isEqualTo(packs.load(pack));
        // The pack and its segments; intervals are gone.
        assertThat(parts()).hasSizeBetween(2, 60).allMatch(name -> name.contains("segment") || name.equals("position"));
    }

    @Test
    void intervalsAreThereBeforeTheyAreMerged() {
        Path pack = folder.resolve("x.pack");
        RecordingJournal journal = new RecordingJournal(packs, pack, LARGE);
        journal.append(minute(0), 0);
        journal.append(minute(1), 1);

        assertThat(pack).doesNotExist();
        assertThat(packs.load(pack).bars().get(0).size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "8, tells the trade 8",
        "-1, tells the trade -1",
        "9223372036854775807, tells the trade 9223372036854775807",
        "99999999999999999999, is no number",
        "'', is no number"
    })
    void aPositionThatTheExchangeHasNotReachedIsRefused(String told, String message) throws IOException {
        RecordingJournal journal = new RecordingJournal(packs, folder.resolve("x.pack"), LARGE);
        assertThat(journal.position(7)).isEqualTo(7);
        Path position = PackStore.parts(folder.resolve("x.pack")).resolve("position");
        Files.createDirectories(position.getParent());
        Files.writeString(position, "7\n");
        assertThat(journal.position(7)).isEqualTo(7);

        Files.writeString(position, told);

        assertThatThrownBy(() -> journal.position(7))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(position + ": " + message)
                .hasMessageContaining("remove it to go on from now");
    }

    @Test
    void anIntervalWhoseNameTellsNoTradeIsNamedAndNothingIsMerged() throws IOException {
        Path pack = folder.resolve("x.pack");
        RecordingJournal journal = new RecordingJournal(packs, pack, LARGE);
        journal.append(minute(0), 0);
        Path renamed = PackStore.parts(pack).resolve("1-interval-last.pack");
        Files.move(files().get(0), renamed);

        assertThatThrownBy(journal::open)
                .isInstanceOf(DataException.class)
                .hasMessageContaining(renamed + ": does not tell its last trade");
        assertThat(pack).doesNotExist();
    }

    @Test
    void partsAreNamedInTheSameDigitsInEveryCountry() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG"));
        try {
            new RecordingJournal(packs, folder.resolve("x.pack"), LARGE).append(minute(0), 7);
        } finally {
            Locale.setDefault(before);
        }

        assertThat(parts()).containsExactly("1-interval-000000000-7.pack");
    }

    @Test
    void aPositionThatCannotBeReadIsNotSaidToBeWrong() throws IOException {
        Path pack = folder.resolve("x.pack");
        Path position = PackStore.parts(pack).resolve("position");
        Files.createDirectories(position);

        assertThatThrownBy(() -> new RecordingJournal(packs, pack, LARGE).position(7))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(position + ": cannot be read");
    }

    private static Pack minute(int i) {
        long at = 60_000L * i;
        return Pack.builder()
                .instruments(List.of(Instrument.spot("X", TradingCalendar.roundTheClock())))
                .bars(List.of(BarSeries.builder("X", 60_000)
                        .add(at, at + 60_000, 100, 101, 99, 100, 1)
                        .build()))
                .build();
    }

    private long largestFile() {
        return files().stream().mapToLong(RecordingJournalTest::size).max().orElse(0);
    }

    private List<String> parts() {
        return files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.equals("x.pack"))
                .toList();
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
