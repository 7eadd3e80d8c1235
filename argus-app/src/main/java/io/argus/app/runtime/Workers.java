package io.argus.app.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that work is handed to. Every task runs on a named thread that is known here, and {@link #stop} ends all of
 * them within its deadline or says which did not end.
 */
public final class Workers implements Executor, Stoppable, Owned, AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final int size;
    private final ExecutorService executor;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /**
     * @param size number of threads, at least 1
     */
    public Workers(int size) {
        if (size < 1) {
            throw new IllegalArgumentException("at least one thread is needed, not " + size);
        }
        this.size = size;
        AtomicInteger number = new AtomicInteger();
        executor = Executors.newFixedThreadPool(size, work -> {
            Thread thread = new Thread(work, "argus-worker-" + number.incrementAndGet());
            thread.setDaemon(true);
            threads.add(thread);
            return thread;
        });
    }

    public int size() {
        return size;
    }

    /** Whether they were told to end, and tasks are interrupted for it. */
    public boolean stopping() {
        return executor.isShutdown();
    }

    /**
     * Runs all tasks and gives their results in the order of the tasks, whatever the order in which they end. The first
     * failure, in that same order, is thrown after the others were cancelled.
     *
     * @throws CancellationException when the caller was interrupted or the workers were stopped
     */
    public <T> List<T> inOrder(List<? extends Callable<T>> tasks) {
        Ending ending = new Ending(tasks.size());
        List<Future<T>> futures = new ArrayList<>(tasks.size());
        try {
            for (Callable<T> task : tasks) {
                Watched<T> watched = new Watched<>(task, ending);
                futures.add(watched);
                executor.execute(watched);
            }
            ending.await();
            List<T> results = new ArrayList<>(tasks.size());
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw stopped(e);
        } catch (RejectedExecutionException e) {
            throw stopped(e);
        } catch (ExecutionException e) {
            if (executor.isShutdown()) {
                // Whatever a task makes of its interruption, the interruption is the reason.
                throw stopped(e);
            }
            throw failure(e.getCause() == null ? e : e.getCause());
        } finally {
            futures.forEach(future -> future.cancel(true));
        }
    }

    /**
     * For work that divides itself. Must not be called from a task on these workers, which would wait for itself.
     *
     * @throws CancellationException when the workers were stopped
     */
    @Override
    public void execute(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            throw stopped(e);
        }
    }

    /** {@inheritDoc} All of it is interrupted. */
    @Override
    public List<String> stop(Duration deadline) {
        cancel();
        try {
            return awaitEnd(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return running();
        }
    }

    @Override
    public void cancel() {
        // Tasks that never began are handed back, and whoever waits for them would wait for ever.
        for (Runnable waiting : executor.shutdownNow()) {
            if (waiting instanceof Future<?> future) {
                future.cancel(false);
            }
        }
    }

    @Override
    public List<String> awaitEnd(Duration patience) throws InterruptedException {
        if (executor.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
            // The work has ended, and the threads are about to.
            for (Thread thread : threads) {
                TimeUnit.NANOSECONDS.timedJoin(thread, patience.toNanos());
            }
        }
        return running();
    }

    @Override
    public List<String> running() {
        return threads.stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        stop(CLOSING);
    }

    private static CancellationException stopped(Exception cause) {
        CancellationException cancelled = new CancellationException("stopped before the work was done");
        cancelled.initCause(cause);
        return cancelled;
    }

    /** What a task threw, as its caller is to throw it. */
    static RuntimeException failure(Throwable cause) {
        if (cause instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }

    /** Wakes whoever waits for tasks once: when all have ended or one has failed. To be woken by each costs the workers. */
    private static final class Ending {

        private final AtomicInteger left;
        private final CountDownLatch reached = new CountDownLatch(1);

        Ending(int tasks) {
            left = new AtomicInteger(tasks);
            if (tasks == 0) {
                reached.countDown();
            }
        }

        void oneEnded() {
            if (left.decrementAndGet() == 0) {
                reached.countDown();
            }
        }

        void oneFailed() {
            reached.countDown();
        }

        void await() throws InterruptedException {
            reached.await();
        }
    }

    /** A task that tells of its end, also when it is cancelled before it begins. */
    private static final class Watched<T> extends FutureTask<T> {

        private final Ending ending;

        Watched(Callable<T> task, Ending ending) {
            super(task);
            this.ending = ending;
        }

        @Override
        protected void done() {
            ending.oneEnded();
        }

        @Override
        protected void setException(Throwable failure) {
            super.setException(failure);
            ending.oneFailed();
        }
    }
}
