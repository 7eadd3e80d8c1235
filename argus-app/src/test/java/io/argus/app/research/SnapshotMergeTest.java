package io.argus.app.research;

import io.argus.app.research.OptionSnapshots.Source;
import io.argus.domain.DataException;
import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Which snapshots belong to the bars of a market that never closes. */
class SnapshotMergeTest {

    private static final TradingCalendar CALENDAR = TradingCalendar.roundTheClock();
    private static final Instrument BTC = Instrument.spot("BTC", CALENDAR);
    private static final long DAY_MS = 86_400_000;
    private static final long OPEN_MS = Instant.parse("2024-03-01T00:00:00Z").toEpochMilli();
    private static final long CLOSE_MS = OPEN_MS + DAY_MS;

    @Test
    void aSnapshotOfTheLastCloseBelongsToItsDay() {
        String told = merge(received("hand", CLOSE_MS - 1000, CLOSE_MS + 250, CLOSE_MS + 3_600_001));

        assertThat(told)
                .startsWith("2 option snapshots of BTC from ")
                .endsWith("; 1 received outside the days of its bars left out");
    }

    @Test
    void theSpanOfAllProvidersIsToldWhereNoneOfThemFits() {
        assertThatThrownBy(() -> merge(
                        received("a", CLOSE_MS + 3 * DAY_MS, CLOSE_MS + 4 * DAY_MS),
                        received("b", OPEN_MS - DAY_MS, CLOSE_MS + 2 * DAY_MS)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("none of its 4 option snapshots of BTC was received on the days of the bars,"
                        + " 2024-03-01 to 2024-03-01; it has those of 2024-02-29 to 2024-03-06");
    }

    private static ChainSeries received(String provider, long... times) {
        ChainSeries.Builder chains = ChainSeries.builder("BTC", provider);
        for (long time : times) {
            chains.snapshot(time, time, 100, 0.5);
        }
        return chains.build();
    }

    private static String merge(ChainSeries... chains) {
        BarSeries bars = BarSeries.builder("BTC", DAY_MS)
                .add(OPEN_MS, CLOSE_MS, 100, 100, 100, 100, 1)
                .build();
        Pack pack = Pack.builder().instrument(BTC).bars(List.of(bars)).build();
        Pack from = Pack.builder().instrument(BTC).chains(List.of(chains)).build();
        return new SnapshotMerge(pack, CALENDAR)
                .add(from, new Source("BTC", Path.of("btc.pack"), false, "c.yaml:4:3"), bars);
    }
}
