package io.argus.app.runtime;

import io.argus.domain.StrategyException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Runs work that calls strategies on a thread of its own, and gives it up when one call does not come back. Java cannot end
 * a thread that does not want to: it is interrupted, and if that is in vain it goes on beside the others until the process
 * ends. Safe for any number of threads.
 */
public final class StrategyWatch {

    /** So many looks must find one call: the time in which the whole process stood still counts as a single one. */
    private static final int LOOKS = 30;

    private final Duration patience;
    private final Runnable looked;

    /**
     * @param patience how long one call of a strategy may take
     */
    public StrategyWatch(Duration patience) {
        this(patience, () -> {});
    }

    /**
     * @param looked called after every look
     */
    StrategyWatch(Duration patience, Runnable looked) {
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be positive: " + patience);
        }
        this.patience = patience;
        this.looked = looked;
    }

    /**
     * @throws StrategyException when a call did not come back
     * @throws CancellationException when the caller was interrupted; the work is interrupted then
     */
    public <T> T run(Supplier<T> work) {
        FutureTask<T> task = new FutureTask<>(work::get);
        StrategyThread thread = new StrategyThread(task, Thread.currentThread().getName() + "-strategy");
        thread.start();
        try {
            return await(task, thread.calls());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("stopped before the work was done");
            cancelled.initCause(e);
            throw cancelled;
        } catch (ExecutionException e) {
            throw Workers.failure(e.getCause() == null ? e : e.getCause());
        } finally {
            task.cancel(true);
        }
    }

    private <T> T await(FutureTask<T> task, StrategyCalls calls) throws InterruptedException, ExecutionException {
        long seen = StrategyCalls.NONE;
        for (int looks = 0; looks < LOOKS; ) {
            try {
                return task.get(patience.toNanos() / LOOKS, TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                long underWay = calls.underWay();
                looks = underWay != StrategyCalls.NONE && underWay == seen ? looks + 1 : 0;
                seen = underWay;
                looked.run();
            }
        }
        calls.giveUp();
        throw new StrategyException(
                StrategyException.Kind.LOOPED,
                "the strategy did not come back from a call for " + seconds(patience)
                        + " s and was given up; if it needs so long, --plugin-timeout gives it more");
    }

    private static String seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
