package io.argus.replay;

import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.strategy.Strategy;
import io.argus.replay.engine.Confinement;
import io.argus.replay.engine.HandOvers;
import io.argus.replay.engine.PreparedPack;
import io.argus.replay.engine.ReplayRun;
import io.argus.replay.result.ReplayObserver;
import io.argus.replay.result.ReplayResult;
import io.argus.research.experiment.ReplaySettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Replays strategies over one pack, any number of times and on any number of threads. All state of a run, its execution
 * model included, is made at its start and belongs to it alone, so that no run can leave anything behind for the next.
 * Cost O(bars × instruments) a run; without orders a bar allocates nothing.
 */
public final class ReplayHarness {

    private final PreparedPack prepared;

    private ReplayHarness(PreparedPack prepared) {
        this.prepared = prepared;
    }

    /**
     * Works out what every run needs of the pack. O(size of the pack).
     *
     * @throws IllegalArgumentException when the pack has neither bars nor option chains
     */
    public static ReplayHarness on(Pack pack) {
        return new ReplayHarness(new PreparedPack(pack));
    }

    public Pack pack() {
        return prepared.pack();
    }

    /** How many days the daily returns have. */
    public int days() {
        return prepared.days().size();
    }

    /** Those days. */
    public List<LocalDate> dates() {
        return prepared.days().dates();
    }

    /**
     * The returns of the days on which there are data of these instruments, of sessions where all of them have some.
     *
     * @param lastMoved the last day on which a run that trades them earned anything, which may come later
     */
    public DailyReturns within(DailyReturns returns, Set<String> symbols, Optional<LocalDate> lastMoved) {
        return prepared.within(returns, symbols, lastMoved);
    }

    /** When a day's data are all known, at its session's close at the earliest. Those of the last one never are. */
    public long handOver(int day) {
        return prepared.days().handOver(day);
    }

    /** The calendar whose days the returns of a run count that trades these instruments. */
    public TradingCalendar calendar(Set<String> symbols) {
        return prepared.calendar(symbols);
    }

    /**
     * @param strategy a new instance, of which the run takes possession
     */
    public ReplayResult run(Strategy strategy, ReplaySettings settings) {
        return run(strategy, settings, ReplayObserver.none());
    }

    /**
     * @throws java.util.concurrent.CancellationException when the thread is interrupted
     */
    public ReplayResult run(Strategy strategy, ReplaySettings settings, ReplayObserver observer) {
        return run(strategy, settings, observer, HandOvers.none(), Confinement.none());
    }

    /** The same with strategies that take turns, or that trade in some market states alone. */
    public ReplayResult run(
            Strategy strategy,
            ReplaySettings settings,
            ReplayObserver observer,
            HandOvers handOvers,
            Confinement confinement) {
        return new ReplayRun(prepared, strategy, settings, observer, handOvers, confinement).run();
    }
}
