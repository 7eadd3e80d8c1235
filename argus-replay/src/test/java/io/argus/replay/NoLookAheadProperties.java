package io.argus.replay;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.Instrument;
import io.argus.domain.pack.Pack;
import io.argus.domain.testing.Markets;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.ReplaySettings;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

import static org.assertj.core.api.Assertions.assertThat;

/** Data after an instant changes nothing before it, and a replay is a pure function of its inputs. */
class NoLookAheadProperties {

    private record Mark(long timeMs, double cash, double equity) {}

    @Property(tries = 200)
    void whatComesAfterChangesNothingBefore(
            @ForAll("packs") Pack pack, @ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 0.95) double share) {
        BarSeries longest = pack.bars().get(0);
        long cut = longest.closeTime((int) (share * (longest.size() - 1)));
        List<Mark> whole = marks(pack, seed);
        List<Mark> altered = marks(changedAfter(pack, cut), seed);
        assertThat(upTo(altered, cut)).isEqualTo(upTo(whole, cut)).isNotEmpty();
    }

    @Property(tries = 100)
    void aCutReplayIsAPrefixOfTheWhole(
            @ForAll("packs") Pack pack, @ForAll long seed, @ForAll @DoubleRange(min = 0.05, max = 0.95) double share) {
        BarSeries longest = pack.bars().get(0);
        long cut = longest.closeTime((int) (share * (longest.size() - 1)));
        List<BarSeries> known = pack.bars().stream()
                .map(bars -> bars.slice(0, bars.knownAt(cut)))
                .toList();
        assertThat(marks(Pack.ofBars(pack.instruments(), known), seed)).isEqualTo(upTo(marks(pack, seed), cut));
    }

    @Property(tries = 100)
    void consecutiveRunsOfOneHarnessAreEqual(@ForAll("packs") Pack pack, @ForAll long seed) {
        ReplayHarness harness = ReplayHarness.on(pack);
        ReplayResult first = harness.run(new RandomTrader(seed), ReplaySettings.defaults());
        harness.run(new RandomTrader(seed + 1), ReplaySettings.defaults());
        assertThat(harness.run(new RandomTrader(seed), ReplaySettings.defaults()))
                .isEqualTo(first);
    }

    @Property(tries = 50)
    void otherDecisionsHaveAnotherFingerprint(@ForAll("packs") Pack pack, @ForAll long seed) {
        ReplayHarness harness = ReplayHarness.on(pack);
        ReplayResult one = harness.run(new RandomTrader(seed), ReplaySettings.defaults());
        ReplayResult other = harness.run(new RandomTrader(seed + 1), ReplaySettings.defaults());
        assertThat(one.fingerprint().equals(other.fingerprint()))
                .isEqualTo(one.fills().equals(other.fills()) && one.rejections().equals(other.rejections()));
    }

    @Provide
    Arbitrary<Pack> packs() {
        return Arbitraries.oneOf(Markets.dailyPacks(60, 200), Markets.mixedPacks(300));
    }

    private static List<Mark> marks(Pack pack, long seed) {
        List<Mark> marks = new ArrayList<>();
        ReplayHarness.on(pack)
                .run(
                        new RandomTrader(seed),
                        ReplaySettings.defaults(),
                        (timeMs, cash, equity, bySources) -> marks.add(new Mark(timeMs, cash, equity)));
        return marks;
    }

    private static List<Mark> upTo(List<Mark> marks, long cut) {
        return marks.stream().filter(mark -> mark.timeMs() <= cut).toList();
    }

    /** The same bars, but every one that closes after the cut shows other prices. */
    private static Pack changedAfter(Pack pack, long cut) {
        List<BarSeries> changed = new ArrayList<>();
        for (BarSeries bars : pack.bars()) {
            BarSeries.Builder copy = BarSeries.builder(bars.symbol(), bars.durationMs());
            for (int i = 0; i < bars.size(); i++) {
                double factor = bars.closeTime(i) > cut ? 1.5 + 0.25 * (i % 3) : 1;
                copy.add(
                        bars.openTime(i),
                        bars.closeTime(i),
                        bars.open(i) * factor,
                        bars.high(i) * factor,
                        bars.low(i) * factor,
                        bars.close(i) * factor,
                        bars.volume(i));
            }
            changed.add(copy.build());
        }
        List<Instrument> instruments = pack.instruments();
        return Pack.ofBars(instruments, changed);
    }
}
