package io.argus.app.recording;

import com.google.inject.Guice;
import io.argus.app.wiring.AdapterModule;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

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
            assertThat(journal.position()).hasValue(i + EACH - 1);
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
