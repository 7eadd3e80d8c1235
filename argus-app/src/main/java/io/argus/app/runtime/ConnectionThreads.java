package io.argus.app.runtime;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of one connection that stays open: one that its state belongs to, and as many as read it and ask meanwhile.
 * None is made before there is work. They belong to whoever opened the connection, who ends them when it is closed.
 */
public final class ConnectionThreads implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(1);

    private final ScheduledThreadPoolExecutor serial;
    private final ExecutorService blocking;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    /**
     * @param name of the connection, after which the threads are called
     */
    public ConnectionThreads(String name) {
        serial = new ScheduledThreadPoolExecutor(1, named("argus-" + name));
        // What was cancelled would be kept until its time, which for a day of heartbeats is a lot.
        serial.setRemoveOnCancelPolicy(true);
        blocking = Executors.newCachedThreadPool(named("argus-" + name + "-io"));
    }

    /** A single thread. */
    public ScheduledExecutorService serial() {
        return serial;
    }

    /** For what takes its time. */
    public ExecutorService blocking() {
        return blocking;
    }

    /** Lets the last work be done, but not for long, and the threads end. The connection must be closed before. */
    @Override
    public void close() {
        serial.shutdown();
        blocking.shutdown();
        try {
            long nanos = CLOSING.toNanos();
            boolean done = serial.awaitTermination(nanos, TimeUnit.NANOSECONDS)
                    && blocking.awaitTermination(nanos, TimeUnit.NANOSECONDS);
            if (!done) {
                abandon();
            }
            for (Thread thread : threads) {
                TimeUnit.NANOSECONDS.timedJoin(thread, nanos);
            }
        } catch (InterruptedException e) {
            abandon();
            Thread.currentThread().interrupt();
        }
    }

    private void abandon() {
        serial.shutdownNow();
        blocking.shutdownNow();
    }

    private ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            threads.removeIf(each -> each.getState() == Thread.State.TERMINATED);
            threads.add(thread);
            return thread;
        };
    }
}
