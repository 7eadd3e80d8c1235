package io.argus.evaluation.resampling;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Divides work by index over an executor of the caller's. Whoever writes its result by index gets the same result from
 * any number of parts.
 *
 * @param parts how many work at the same time, best the number of threads behind the executor
 */
public record WorkSplit(Executor executor, int parts) {

    /** Who is done early takes more: of eight ranges each, the last to end keeps the others waiting for an eighth at most. */
    private static final int RANGES_A_PART = 8;

    private static final WorkSplit CALLER = new WorkSplit(Runnable::run, 1);

    public WorkSplit {
        Objects.requireNonNull(executor, "executor");
        if (parts < 1) {
            throw new IllegalArgumentException("work is done in at least one part: " + parts);
        }
    }

    /** Everything on the calling thread. */
    public static WorkSplit onCaller() {
        return CALLER;
    }

    /** Work on the indices from the first up to, not including, the second. */
    @FunctionalInterface
    public interface Range {
        void over(int from, int to);
    }

    /**
     * Does the work for all indices below the count and returns when it is done. The caller takes a part itself, and all of
     * it where the executor is busy: it may be a thread of that executor's, or be one of many callers.
     *
     * @throws CancellationException when interrupted
     */
    public void run(int count, Range work) {
        int ranges = (int) Math.min((long) parts * RANGES_A_PART, count);
        if (parts == 1 || ranges <= 1) {
            if (count > 0) {
                work.over(0, count);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> {
            try {
                for (int i = next.getAndIncrement(); i < ranges; i = next.getAndIncrement()) {
                    work.over(bound(i, count, ranges), bound(i + 1, count, ranges));
                }
            } finally {
                // Where one fails, nobody begins another range.
                next.set(ranges);
            }
        };
        List<FutureTask<Boolean>> others = new ArrayList<>();
        try {
            for (int i = 1; i < Math.min(parts, ranges); i++) {
                FutureTask<Boolean> task = new FutureTask<>(share, true);
                others.add(task);
                executor.execute(task);
            }
            share.run();
            for (FutureTask<Boolean> task : others) {
                // What nobody began would find no range left, and is not waited for: the executor may wait for this
                // caller.
                task.run();
                task.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(e);
        } catch (ExecutionException e) {
            throw failure(e.getCause() == null ? e : e.getCause());
        } finally {
            others.forEach(task -> task.cancel(true));
        }
    }

    private static int bound(int part, int count, int ranges) {
        return (int) ((long) count * part / ranges);
    }

    private static CancellationException stopped(InterruptedException cause) {
        CancellationException cancelled = new CancellationException("interrupted before the work was done");
        cancelled.initCause(cause);
        return cancelled;
    }

    private static RuntimeException failure(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }
}
