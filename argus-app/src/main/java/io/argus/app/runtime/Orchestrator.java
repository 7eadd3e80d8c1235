package io.argus.app.runtime;

import io.argus.research.port.Waiter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongSupplier;

/**
 * The one owner of long-running work. Safe for any number of threads.
 *
 * <p><b>The invariant.</b> Every thread of the program's own is made in this package, and work that goes on until it is told
 * to end runs here, under a name of its own, on a thread of its own, with a supervisor that begins it again by its policy.
 * {@link #stop} cancels all of it, what was started last first, waits for each, and names what had not ended at the
 * deadline; nothing can be started from then on. So nothing runs that nobody knows of, and nothing is forgotten at the end.
 * The house rules let no other package make threads, executors or timers, or work in the JVM's common pool, and the tests
 * count the threads that are left.
 */
public final class Orchestrator implements Stoppable, AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final InstantSource clock;
    private final LongSupplier nanoClock;
    private final Waiter waiter;

    /** In the order in which they were started. */
    private final List<Owned> owned = new ArrayList<>();

    private final List<SupervisedTask> tasks = new ArrayList<>();
    private boolean stopping;

    /**
     * @param clock when something happened
     * @param nanoClock how much time has passed, from any origin; measures deadlines
     * @param waiter waits for the next try of a task that failed
     */
    public Orchestrator(InstantSource clock, LongSupplier nanoClock, Waiter waiter) {
        this.clock = clock;
        this.nanoClock = nanoClock;
        this.waiter = waiter;
    }

    /**
     * Starts a task.
     *
     * @param name unlike those of all others; its thread is called after it
     * @throws IllegalArgumentException when there is a task of this name
     * @throws CancellationException when everything was told to end
     */
    public synchronized SupervisedTask start(String name, RestartPolicy policy, Task task) {
        requireGoing(name);
        if (tasks.stream().anyMatch(other -> other.name().equals(name))) {
            throw new IllegalArgumentException("there is a task " + name + " already");
        }
        SupervisedTask supervised = new SupervisedTask(name, policy, task, clock, waiter);
        supervised.start();
        tasks.add(supervised);
        owned.add(supervised);
        return supervised;
    }

    /**
     * Threads for tasks to hand work to, which end with everything else.
     *
     * @param size number of threads, at least 1
     * @throws CancellationException when everything was told to end
     */
    public synchronized Workers workers(int size) {
        requireGoing("workers");
        Workers workers = new Workers(size);
        owned.add(workers);
        return workers;
    }

    /** How all tasks are, in the order of their start. */
    public List<TaskHealth> health() {
        List<SupervisedTask> now;
        synchronized (this) {
            now = List.copyOf(tasks);
        }
        return now.stream().map(SupervisedTask::health).toList();
    }

    /**
     * {@inheritDoc} The last started is cancelled first, and the next when it has ended. One that does not end takes no more
     * than its share of the time from the others: all are cancelled before the deadline, whatever they make of it. May be
     * called again, and by many at once.
     */
    @Override
    public List<String> stop(Duration deadline) {
        long begunNanos = nanoClock.getAsLong();
        List<Owned> last = lastFirst();
        try {
            for (int i = 0; i < last.size(); i++) {
                last.get(i).cancel();
                last.get(i).awaitEnd(left(deadline, begunNanos).dividedBy(last.size() - i));
            }
            for (Owned each : last) {
                each.awaitEnd(left(deadline, begunNanos));
            }
        } catch (InterruptedException e) {
            // Whoever stops is in a hurry: nothing is waited for, but everything is told.
            last.forEach(Owned::cancel);
            Thread.currentThread().interrupt();
        }
        return last.stream().map(Owned::running).flatMap(List::stream).sorted().toList();
    }

    @Override
    public void close() {
        stop(CLOSING);
    }

    private synchronized List<Owned> lastFirst() {
        stopping = true;
        List<Owned> last = new ArrayList<>(owned);
        Collections.reverse(last);
        return last;
    }

    private Duration left(Duration deadline, long begunNanos) {
        Duration left = deadline.minusNanos(nanoClock.getAsLong() - begunNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private void requireGoing(String name) {
        if (stopping) {
            throw new CancellationException(name + " cannot be started: everything was told to end");
        }
    }
}
