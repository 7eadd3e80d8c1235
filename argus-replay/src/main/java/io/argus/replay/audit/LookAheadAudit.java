package io.argus.replay.audit;

import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Strategy;
import io.argus.replay.ReplayHarness;
import io.argus.research.experiment.ReplaySettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;

/**
 * Finds out whether a strategy, or the data it is given, sees the future. The strategy is replayed over the whole pack;
 * then, for a number of instants, over the pack cut there and over the pack with everything after it altered. Up to the
 * instant all three must decide, fill and be worth the same, byte for byte. Outcomes and regimes are built anew from
 * altered bars, and no bar may count as known before its interval ends.
 *
 * <p>A leak that never makes a difference to any decision is not found, nor is one beyond all instants tried. Cost: two
 * replays for each instant. Stateless.
 */
public final class LookAheadAudit {

    private final int cuts;
    private final long seed;

    /**
     * @param cuts how many instants to try; all there are, when the pack has fewer
     * @param seed of the instants and of what later data are altered to
     */
    public LookAheadAudit(int cuts, long seed) {
        if (cuts < 1) {
            throw new IllegalArgumentException("an audit needs at least one cut, not " + cuts);
        }
        this.cuts = cuts;
        this.seed = seed;
    }

    /**
     * @param strategy what reports call it
     * @param maker a new instance for the replay of a pack
     * @throws CancellationException when the thread is interrupted
     */
    public AuditReport audit(String strategy, Function<Pack, Strategy> maker, Pack pack, ReplaySettings settings) {
        Journal whole = new Journal();
        ReplayHarness.on(pack).run(maker.apply(pack), settings, whole);
        List<Leak> leaks = new ArrayList<>(EarlyBars.in(pack));
        DerivedRows derived = new DerivedRows(pack);
        List<Long> times = cutTimes(pack);
        Optional<Leak> unsteady = compare(
                Leak.Kind.NOT_REPRODUCIBLE,
                whole,
                replay(maker, pack, settings),
                OptionalLong.empty(),
                Long.MAX_VALUE,
                "none");
        if (unsteady.isPresent()) {
            // What differs between equal runs would differ again at every cut and say nothing about the future.
            leaks.add(unsteady.get());
        } else {
            for (int i = 0; i < times.size(); i++) {
                leaks.addAll(cut(new Cut(pack, times.get(i), i), whole, maker, settings, derived));
            }
        }
        return new AuditReport(
                strategy,
                times,
                whole.decisions(),
                whole.fills(),
                whole.marks(),
                derived.verified(),
                leaks,
                derived.unverified());
    }

    private record Cut(Pack pack, long timeMs, int index) {}

    private List<Leak> cut(
            Cut at, Journal whole, Function<Pack, Strategy> maker, ReplaySettings settings, DerivedRows derived) {
        Aftermath aftermath = new Aftermath(at.pack(), at.timeMs());
        OptionalLong time = OptionalLong.of(at.timeMs());
        String datum = aftermath.firstDatum();
        List<Leak> leaks = new ArrayList<>();
        // Between its last datum and the cut the shorter pack has no run any more that could differ.
        compare(
                        Leak.Kind.CUT,
                        whole,
                        replay(maker, aftermath.removed(), settings),
                        time,
                        aftermath.lastDatumMs(),
                        datum)
                .ifPresent(leaks::add);
        Pack altered = aftermath.altered(new RandomStreams(seed).stream(at.index() + 1L));
        compare(Leak.Kind.ALTERED, whole, replay(maker, altered, settings), time, at.timeMs(), datum)
                .ifPresent(leaks::add);
        leaks.addAll(derived.leaks(altered, at.timeMs(), datum));
        return leaks;
    }

    private static Journal replay(Function<Pack, Strategy> maker, Pack pack, ReplaySettings settings) {
        Journal journal = new Journal();
        try {
            ReplayHarness.on(pack).run(maker.apply(pack), settings, journal);
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            // A strategy may fail on data that no market would show. What it did until then is compared; had it failed
            // before the cut, the rest would be missing.
            return journal;
        }
        return journal;
    }

    private static Optional<Leak> compare(
            Leak.Kind kind, Journal whole, Journal other, OptionalLong cut, long untilMs, String datum) {
        return whole.findDifference(other, untilMs)
                .map(difference ->
                        new Leak(kind, cut, difference.timeMs(), difference.here(), difference.there(), datum));
    }

    /** When the data of one series became known. */
    private record Arrivals(int count, IntToLongFunction timeMs) {}

    /** The last instants before a bar closes or a snapshot is received, so that whoever looks ahead to either is found. */
    private List<Long> cutTimes(Pack pack) {
        List<Arrivals> series = arrivals(pack);
        long first = series.stream()
                .mapToLong(each -> each.timeMs().applyAsLong(0))
                .min()
                .orElseThrow();
        RandomStream random = new RandomStreams(seed).stream(0);
        TreeSet<Long> times = new TreeSet<>();
        for (int draw = 0; draw < 4 * cuts && times.size() < cuts; draw++) {
            Arrivals drawn = series.get(random.nextInt(series.size()));
            long time = drawn.timeMs().applyAsLong(random.nextInt(drawn.count())) - 1;
            if (time >= first) {
                times.add(time);
            }
        }
        return List.copyOf(times);
    }

    private static List<Arrivals> arrivals(Pack pack) {
        Stream<Arrivals> bars = pack.bars().stream().map(series -> new Arrivals(series.size(), series::closeTime));
        Stream<Arrivals> chains = pack.chains().stream().map(series -> new Arrivals(series.size(), series::received));
        return Stream.concat(bars, chains).filter(series -> series.count() > 0).toList();
    }
}
