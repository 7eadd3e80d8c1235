package io.argus.app.recording;

import com.google.inject.Guice;
import io.argus.app.service.Metrics;
import io.argus.app.wiring.AdapterModule;
import io.argus.domain.ConfigException;
import io.argus.domain.ExchangeException;
import io.argus.domain.ExchangeException.Retry;
import io.argus.domain.market.BarSeries;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.MarketTrade;
import io.argus.domain.pack.Pack;
import io.argus.research.port.PackStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RecorderTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final PackStore packs = Guice.createInjector(new AdapterModule()).getInstance(PackStore.class);
    private final ClockworkExchange exchange = new ClockworkExchange();
    private final List<String> told = new ArrayList<>();
    private final Metrics meter = new Metrics();
    private final Recorder.Listener listener = new Recorder.Listener() {
        @Override
        public void recorded(String what) {
            told.add(what);
        }

        @Override
        public void missed(String why) {
            told.add(why);
        }
    };

    @ParameterizedTest
    @ValueSource(strings = {"btc.pack", "btc.json"})
    void whatWasShownIsInThePack(String name) {
        long startMs = exchange.millis();

        assertThat(recorder(packs, name, 5).run()).isEqualTo(5);

        Pack pack = packs.load(folder.resolve(name));
        ChainSeries chains = pack.chains().get(0);
        assertThat(chains.size()).isEqualTo(5);
        for (int i = 0; i < 5; i++) {
            assertThat(chains.received(i)).isEqualTo(startMs + i * MINUTE.toMillis());
        }
        assertThat(pack.findInstrument("BTC-PERPETUAL")).isPresent();
        assertThat(pack.findOptionTerms("BTC-PERPETUAL")).isPresent();
        assertThat(pack.labels()).containsKey(Pack.SYNTHETIC);
        assertThat(pack.events().funding()).hasSize(3);
        assertThat(pack.events().settlements()).hasSize(1);
        assertBarsAndTradesAreWhole(pack, startMs - Duration.ofHours(2).toMillis());
        assertThat(told).hasSize(5);
    }

    @Test
    void aRestartGoesOnWhereItEnded() {
        long startMs = exchange.millis();
        recorder(packs, "btc.pack", 3).run();
        exchange.pass(Duration.ofMinutes(30));
        recorder(packs, "btc.pack", 3).run();

        Pack pack = packs.load(folder.resolve("btc.pack"));
        assertThat(pack.chains().get(0).size()).isEqualTo(6);
        assertBarsAndTradesAreWhole(pack, startMs - Duration.ofHours(2).toMillis());
    }

    /** Killed before or after any write, of intervals and of merges: at most the unfinished interval is missing. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void aKillLosesTheUnfinishedIntervalAtMost(int writes) {
        long startMs = exchange.millis();
        for (boolean done : new boolean[] {false, true}) {
            String name = "killed-" + done + ".pack";
            KilledStore dying = new KilledStore(packs, writes, done);
            assertThatThrownBy(() -> recorder(dying, name, 5).run()).isInstanceOf(Killed.class);
            int finished = Math.min(5, done ? writes + 1 : writes);
            exchange.pass(Duration.ofSeconds(5));

            recorder(packs, name, 2).run();

            Pack pack = packs.load(folder.resolve(name));
            assertThat(pack.chains().get(0).size()).isEqualTo(finished + 2);
            long from = pack.bars().get(0).openTime(0);
            assertThat(from)
                    .isGreaterThanOrEqualTo(startMs - Duration.ofHours(2).toMillis());
            assertBarsAndTradesAreWhole(pack, from);
        }
    }

    @Test
    void anIntervalThatFailsByWhatPassesIsMadeUpFor() {
        long startMs = exchange.millis();
        exchange.failAt(OptionalInt.of(2), Retry.BACK_OFF);

        assertThat(recorder(packs, "btc.pack", 4).run()).isEqualTo(3);

        Pack pack = packs.load(folder.resolve("btc.pack"));
        assertThat(pack.chains().get(0).size()).isEqualTo(3);
        assertBarsAndTradesAreWhole(pack, startMs - Duration.ofHours(2).toMillis());
        assertThat(told).anySatisfy(line -> assertThat(line).startsWith("missed an interval"));
        assertThat(meter.now()).containsEntry("gaps", 1L).containsEntry("lag_ms", 0L);
    }

    @Test
    void whatDoesNotPassEndsTheRecordingAndKeepsWhatThereIs() {
        exchange.failAt(OptionalInt.of(2), Retry.NEVER);

        assertThatThrownBy(() -> recorder(packs, "btc.pack", 4).run()).isInstanceOf(ExchangeException.class);
        assertThat(packs.load(folder.resolve("btc.pack")).chains().get(0).size())
                .isEqualTo(2);
    }

    @Test
    void anInterruptEndsItWithThePackWhole() {
        exchange.interruptAfter(2);

        assertThat(recorder(packs, "btc.pack", 100).run()).isEqualTo(2);
        assertThat(packs.load(folder.resolve("btc.pack")).chains().get(0).size())
                .isEqualTo(2);
    }

    @Test
    void anIntervalThatTakesTooLongDoesNotShiftTheNext() {
        long startMs = exchange.millis();
        exchange.slow(Duration.ofSeconds(90));

        recorder(packs, "btc.pack", 3).run();

        ChainSeries chains = packs.load(folder.resolve("btc.pack")).chains().get(0);
        assertThat(chains.received(2) - startMs).isEqualTo(4 * MINUTE.toMillis() + 90_000);
        assertThat(meter.now()).containsEntry("gaps", 3L).containsEntry("lag_ms", 90_000L);
    }

    @Test
    void barsOfAnotherLengthAreNotMixed() {
        recorder(packs, "btc.pack", 1).run();
        Recorder.Plan plan = new Recorder.Plan(
                new TradedMarket("BTC"),
                MINUTE,
                Duration.ofHours(1),
                Duration.ZERO,
                Optional.of(1),
                folder.resolve("btc.pack"));

        assertThatThrownBy(
                        () -> new Recorder(exchange.access(), packs, exchange, exchange, plan, listener, meter).run())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("60 s");
    }

    private Recorder recorder(PackStore store, String name, int intervals) {
        Recorder.Plan plan = new Recorder.Plan(
                new TradedMarket("BTC"),
                MINUTE,
                MINUTE,
                Duration.ofHours(2),
                Optional.of(intervals),
                folder.resolve(name));
        return new Recorder(exchange.access(), store, exchange, exchange, plan, listener, meter);
    }

    private static void assertBarsAndTradesAreWhole(Pack pack, long fromMs) {
        BarSeries bars = pack.bars().get(0);
        for (int i = 0; i < bars.size(); i++) {
            assertThat(bars.openTime(i)).isEqualTo(fromMs + i * MINUTE.toMillis());
        }
        ChainSeries chains = pack.chains().get(0);
        long lastMs = chains.received(chains.size() - 1);
        assertThat(bars.closeTime(bars.size() - 1)).isGreaterThan(lastMs - MINUTE.toMillis());
        List<Long> sequences = pack.events().trades().stream()
                .map(MarketTrade::id)
                .map(Long::valueOf)
                .toList();
        if (!sequences.isEmpty()) {
            assertThat(sequences)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(sequences.get(0), ClockworkExchange.newest(lastMs))
                                    .boxed()
                                    .toList());
        }
    }

    /** A store whose process is killed before or after one of its writes, and is dead from then on. */
    private static final class KilledStore implements PackStore {

        private final PackStore store;
        private final boolean done;
        private int left;

        private KilledStore(PackStore store, int writes, boolean done) {
            this.store = store;
            this.done = done;
            left = writes;
        }

        @Override
        public Loaded load(Path file, Reading reading) {
            return store.load(file, reading);
        }

        @Override
        public void save(Path file, Pack pack) {
            left--;
            if (left >= 0) {
                store.save(file, pack);
                return;
            }
            if (left == -1 && done) {
                store.save(file, pack);
            }
            throw new Killed();
        }
    }

    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }
}
