package io.argus.app.recording;

import io.argus.domain.ConfigException;
import io.argus.domain.ExchangeException;
import io.argus.domain.ExchangeException.Retry;
import io.argus.domain.StorageException;
import io.argus.domain.market.Instrument;
import io.argus.domain.pack.Pack;
import io.argus.research.port.InstrumentSource.Listing;
import io.argus.research.port.Meter;
import io.argus.research.port.PackStore;
import io.argus.research.port.Waiter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records one underlying: at each interval the option chain as it is quoted then, and the bars, trades, funding and
 * settlements since the interval before. A restart goes on where the last one ended: trades by their sequence, bars by
 * their time. For use by one thread.
 */
public final class Recorder {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    /** Intervals that are kept apart before they are merged. */
    private static final int MOST_UNMERGED = 60;

    private final ExchangeAccess exchange;
    private final InstantSource clock;
    private final Waiter waiter;
    private final Plan plan;
    private final RecordingJournal journal;
    private final Listener listener;
    private final Meter meter;
    private final String underlying;

    private List<Instrument> instruments = List.of();

    /** Told of each interval. */
    public interface Listener {

        /**
         * @param what a line for people
         */
        void recorded(String what);

        /** The interval is left out and the recording goes on. */
        void missed(String why);
    }

    /**
     * What to record.
     *
     * @param every from the start of one interval to the start of the next
     * @param history how far back bars, funding and settlements of a new pack reach
     * @param intervals how many, empty for no end
     */
    public record Plan(
            TradedMarket market,
            Duration every,
            Duration barDuration,
            Duration history,
            Optional<Integer> intervals,
            Path pack) {

        public Plan {
            Objects.requireNonNull(pack, "pack");
            if (every.isNegative() || every.isZero() || history.isNegative() || barDuration.isZero()) {
                throw new IllegalArgumentException("record every " + every + " with a history of " + history);
            }
        }

        /** Where the recording keeps what it needs beside the pack; whoever records has it locked. */
        public Path workFolder() {
            return PackStore.parts(pack);
        }
    }

    /**
     * @param meter told of snapshots that are missing, and of how late the others are
     */
    public Recorder(
            ExchangeAccess exchange,
            PackStore packs,
            InstantSource clock,
            Waiter waiter,
            Plan plan,
            Listener listener,
            Meter meter) {
        this.exchange = exchange;
        this.clock = clock;
        this.waiter = waiter;
        this.plan = plan;
        this.listener = listener;
        this.meter = meter;
        underlying = plan.market().underlying();
        journal = new RecordingJournal(packs, plan.pack());
    }

    /**
     * Records until all intervals are done or the thread is interrupted; the pack is whole then. An interval that fails
     * by what passes is left out and said; the next makes up for everything but its snapshot.
     *
     * @return how many intervals were recorded
     * @throws io.argus.domain.ArgusException when the first interval fails, or a later one by what does not pass
     */
    public int run() {
        RecordingProgress progress = begin();
        int recorded = 0;
        try {
            long dueMs = clock.millis();
            for (int i = 0; plan.intervals().isEmpty() || i < plan.intervals().get(); i++) {
                waitUntil(dueMs);
                if (interval(progress, i == 0)) {
                    recorded++;
                    meter.lag(Duration.ofMillis(clock.millis() - dueMs));
                }
                dueMs = next(dueMs);
            }
        } catch (InterruptedException | CancellationException e) {
            LOG.debug("event=recording_ended intervals={}", recorded);
        } catch (StorageException e) {
            // An interrupt closes the file that is being written; what was finished before is merged all the same.
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
        } finally {
            // Asked to end: that must not disturb the merge.
            Thread.interrupted();
            journal.merge();
        }
        return recorded;
    }

    private RecordingProgress begin() {
        long nowMs = clock.millis();
        Listing listing = exchange.instruments().list(plan.market().currency());
        listing.skipped().forEach(skipped -> LOG.debug("event=skipped {}", skipped));
        instruments = plan.market().instruments(listing);
        Optional<Pack> before = journal.open();
        before.ifPresent(this::requireRecording);
        before.ifPresent(this::requireSameBars);
        return RecordingProgress.after(
                before,
                underlying,
                nowMs - plan.history().toMillis(),
                plan.barDuration().toMillis(),
                journal.position(exchange.trades().latest(underlying).lastSequence()));
    }

    private void requireRecording(Pack before) {
        if (!before.outcomes().isEmpty() || !before.regimes().isEmpty()) {
            throw new ConfigException(
                    "--out",
                    plan.pack() + " is no recording: it has outcomes or regimes of its bars; record into another pack");
        }
    }

    private void requireSameBars(Pack before) {
        before.findBars(underlying)
                .filter(bars -> bars.durationMs() != plan.barDuration().toMillis())
                .ifPresent(bars -> {
                    throw new ConfigException(
                            "--bar-duration",
                            plan.pack() + " has bars of "
                                    + Duration.ofMillis(bars.durationMs()).toSeconds()
                                    + " s; record the same, or into another pack");
                });
    }

    private boolean interval(RecordingProgress progress, boolean first) {
        try {
            record(progress);
            return true;
        } catch (ExchangeException e) {
            if (first || e.retry() == Retry.NEVER) {
                throw e;
            }
            LOG.warn("event=interval_missed reason=\"{}\"", e.getMessage());
            meter.count(Meter.Event.GAP);
            listener.missed("missed an interval: " + e.getMessage());
            return false;
        }
    }

    private void record(RecordingProgress progress) {
        Interval interval = Interval.ask(exchange, underlying, plan.barDuration(), progress);
        journal.append(
                interval.pack(instruments, exchange.real()), interval.trades().lastSequence());
        progress.advance(interval);
        listener.recorded(interval.counted());
        if (journal.unmerged() >= MOST_UNMERGED) {
            journal.merge();
        }
    }

    private void waitUntil(long dueMs) throws InterruptedException {
        long missing = dueMs - clock.millis();
        if (missing > 0) {
            waiter.await(Duration.ofMillis(missing));
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /** The next start on the grid of the first: an interval that took too long drops those that it covered. */
    private long next(long dueMs) {
        long everyMs = plan.every().toMillis();
        long steps = Math.max(1, -Math.floorDiv(-(clock.millis() - dueMs), everyMs));
        for (long dropped = 1; dropped < steps; dropped++) {
            meter.count(Meter.Event.GAP);
        }
        return dueMs + steps * everyMs;
    }
}
