package io.argus.app.cli;

import com.sun.management.ThreadMXBean;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.replay.volatility.IvTruthMap;
import java.lang.management.ManagementFactory;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The JSON of a map of many snapshots. */
class IvMapJsonTest {

    private static final int SNAPSHOTS = 20_000;

    @Test
    void readingsAreWorkedOutOneByOne() {
        Iterable<?> readings = readings();
        Iterator<?> iterator = readings.iterator();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        Object first = iterator.next();
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(first).asInstanceOf(InstanceOfAssertFactories.MAP).containsEntry("recv_ts_ms", 1000L);
        // Every reading at once would take a hundred bytes and more each.
        assertThat(allocated).isLessThan(100L * SNAPSHOTS);
        assertThat(readings).hasSize(SNAPSHOTS);
    }

    private static Iterable<?> readings() {
        ChainSeries.Builder chains = ChainSeries.builder("SPX", "hand");
        for (int i = 1; i <= SNAPSHOTS; i++) {
            chains.snapshot(1000L * i, 1000L * i, 100, 0.2);
        }
        Pack pack = Pack.builder()
                .instrument(Instrument.spot("SPX", TradingCalendar.newYorkStockExchange()))
                .chains(List.of(chains.build()))
                .build();
        IvTruthMap.Settings settings = IvTruthMap.Settings.usual();
        Map<String, Object> document =
                new IvMapJson(pack, settings, SNAPSHOTS).of(IvTruthMap.of(pack, settings), Optional.empty());
        List<?> sources = (List<?>) Objects.requireNonNull(document.get("sources"));
        return (Iterable<?>) Objects.requireNonNull(((Map<?, ?>) sources.get(0)).get("readings"));
    }
}
