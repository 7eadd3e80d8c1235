package io.argus.connectors.deribit.stream;

import io.argus.research.port.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Time that passes only when the test says so, for everybody: a stream's thread and its timers, which run on the test's
 * own thread, and workers that wait. It goes from one appointment to the next, and everything comes to rest in between.
 */
final class VirtualTime implements InstantSource, LongSupplier, Waiter {

    /** Looks, a millisecond each at the longest, until what does not come to rest has failed. */
    private static final int MOST_LOOKS = 30_000;

    private final Instant start;
    private final BlockingQueue<Runnable> ready = new LinkedBlockingQueue<>();
    private final PriorityQueue<Appointment> appointments =
            new PriorityQueue<>(Comparator.comparingLong(Appointment::nanos).thenComparingLong(Appointment::order));
    private final AtomicInteger busy = new AtomicInteger();
    private BooleanSupplier outsideAtRest = () -> true;
    private long nanos;
    private long orders;

    private record Appointment(long nanos, long order, Runnable work) {}

    VirtualTime(String start) {
        this.start = Instant.parse(start);
    }

    /** Waits for something else, too, before time goes on. */
    void alsoRest(BooleanSupplier atRest) {
        outsideAtRest = atRest;
    }

    void wake() {
        ready.add(() -> {});
    }

    @Override
    public Instant instant() {
        return start.plusNanos(getAsLong());
    }

    @Override
    public synchronized long getAsLong() {
        return nanos;
    }

    /** Lets a worker wait until time has passed. */
    @Override
    public void await(Duration duration) throws InterruptedException {
        CountDownLatch over = new CountDownLatch(1);
        meet(duration.toNanos(), () -> {
            busy.incrementAndGet();
            over.countDown();
        });
        busy.decrementAndGet();
        wake();
        over.await();
    }

    void advance(Duration duration) {
        long until = getAsLong() + duration.toNanos();
        settle();
        for (Optional<Appointment> next = next(until); next.isPresent(); next = next(until)) {
            next.get().work().run();
            settle();
        }
        reach(until);
        settle();
    }

    /** Does what there is to do until nothing is under way any more. */
    void settle() {
        int looks = 0;
        while (looks < MOST_LOOKS) {
            boolean rest = busy.get() == 0 && outsideAtRest.getAsBoolean();
            Optional<Runnable> work = rest ? Optional.ofNullable(ready.poll()) : awaitWork();
            if (work.isPresent()) {
                work.get().run();
            } else if (rest) {
                return;
            }
            looks++;
        }
        throw new AssertionError(
                "does not come to rest: " + busy + " busy, outside at rest: " + outsideAtRest.getAsBoolean());
    }

    /** The thread that the test is. */
    ScheduledExecutorService thread() {
        return new TestThread();
    }

    /** Threads whose work is waited for before time goes on. */
    ExecutorService workers() {
        return new ThreadPoolExecutor(0, 4, 1, TimeUnit.SECONDS, new SynchronousQueue<>()) {
            @Override
            public void execute(Runnable command) {
                busy.incrementAndGet();
                super.execute(() -> {
                    try {
                        command.run();
                    } finally {
                        busy.decrementAndGet();
                        wake();
                    }
                });
            }
        };
    }

    private Optional<Runnable> awaitWork() {
        try {
            return Optional.ofNullable(ready.poll(1, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private synchronized void meet(long delayNanos, Runnable work) {
        orders++;
        appointments.add(new Appointment(nanos + delayNanos, orders, work));
    }

    private synchronized Optional<Appointment> next(long untilNanos) {
        Optional<Appointment> next =
                Optional.ofNullable(appointments.peek()).filter(each -> each.nanos() <= untilNanos);
        next.ifPresent(each -> {
            appointments.remove();
            nanos = Math.max(nanos, each.nanos());
        });
        return next;
    }

    private synchronized void reach(long untilNanos) {
        nanos = untilNanos;
    }

    /** Runs on the test's thread. */
    private final class TestThread extends AbstractExecutorService implements ScheduledExecutorService {

        @Override
        public void execute(Runnable command) {
            ready.add(command);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            Timer timer = new Timer(command, unit.toNanos(delay));
            meet(timer.delayNanos, timer);
            return timer;
        }

        @Override
        public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long first, long period, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long first, long delay, TimeUnit unit) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void shutdown() {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Runnable> shutdownNow() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }

    /** Fails the test when its work fails, as nobody asks for its result. */
    private static final class Timer extends FutureTask<Void> implements ScheduledFuture<Void> {

        private final Runnable work;
        private final long delayNanos;

        private Timer(Runnable work, long delayNanos) {
            super(() -> {}, null);
            this.work = work;
            this.delayNanos = delayNanos;
        }

        @Override
        public void run() {
            if (!isCancelled()) {
                work.run();
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(delayNanos, TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(delayNanos, other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
