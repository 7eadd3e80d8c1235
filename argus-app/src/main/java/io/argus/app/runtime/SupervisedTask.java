package io.argus.app.runtime;

import io.argus.app.runtime.TaskHealth.State;
import io.argus.domain.ArgusException;
import io.argus.research.port.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A task with its thread and its supervisor, which begins it again when it fails. Safe for any number of threads. */
public final class SupervisedTask implements Owned {

    private static final Logger LOG = LoggerFactory.getLogger(SupervisedTask.class);

    private final String name;
    private final RestartPolicy policy;
    private final Task task;
    private final InstantSource clock;
    private final Waiter waiter;
    private final Thread thread;

    private TaskHealth health;
    private boolean cancelled;

    SupervisedTask(String name, RestartPolicy policy, Task task, InstantSource clock, Waiter waiter) {
        this.name = name;
        this.policy = policy;
        this.task = task;
        this.clock = clock;
        this.waiter = waiter;
        health = TaskHealth.started(name, clock.instant());
        thread = new Thread(this::supervise, "argus-" + name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    String name() {
        return name;
    }

    /** How it is now. */
    public synchronized TaskHealth health() {
        return health;
    }

    /**
     * Waits until it is done, given up or stopped.
     *
     * @throws InterruptedException when the caller is to wait no longer
     */
    public void awaitEnd() throws InterruptedException {
        thread.join();
    }

    @Override
    public void cancel() {
        synchronized (this) {
            if (cancelled) {
                // Asked to end it may be putting things away, and a second interrupt would disturb that.
                return;
            }
            cancelled = true;
            if (health.state() == State.RUNNING || health.state() == State.WAITING) {
                health = health.in(State.STOPPING, clock.instant());
            }
        }
        // A task that stops everything knows of it, and has yet to wait for the others.
        if (thread != Thread.currentThread()) {
            thread.interrupt();
        }
    }

    @Override
    public List<String> awaitEnd(Duration patience) throws InterruptedException {
        // A task that stops everything waits for the others, not for itself.
        if (thread != Thread.currentThread()) {
            TimeUnit.NANOSECONDS.timedJoin(thread, patience.toNanos());
        }
        return running();
    }

    @Override
    public List<String> running() {
        return thread.isAlive() ? List.of(thread.getName()) : List.of();
    }

    private void supervise() {
        int failures = 0;
        while (!isCancelled()) {
            Instant begun = clock.instant();
            Optional<Throwable> failure = attempt();
            if (isCancelled()) {
                break;
            }
            if (failure.isEmpty()) {
                end(State.DONE);
                return;
            }
            boolean wasWell = Duration.between(begun, clock.instant()).compareTo(policy.healthyAfter()) >= 0;
            failures = wasWell ? 1 : failures + 1;
            if (!again(failure.get(), failures)) {
                return;
            }
        }
        end(State.STOPPED);
    }

    /** Whatever a task throws ends here, or its thread would end without a word. */
    private Optional<Throwable> attempt() {
        try {
            task.run(new Told());
            return Optional.empty();
        } catch (Throwable failure) {
            return Optional.of(failure);
        }
    }

    /** Waits for the next try; false when there is none. */
    private boolean again(Throwable failure, int failures) {
        Optional<String> reason = policy.reasonToGiveUp(failure, failures);
        if (reason.isPresent()) {
            LOG.error("event=task_given_up task={} reason=\"{}\"", name, reason.get());
            trace(failure);
            change(now -> now.failed(State.GAVE_UP, reason.get(), clock.instant()));
            return false;
        }
        String error = RestartPolicy.describe(failure);
        Duration wait = policy.waitAfter(failures);
        LOG.warn(
                "event=task_failed task={} failures={} wait_ms={} reason=\"{}\"",
                name,
                failures,
                wait.toMillis(),
                error);
        trace(failure);
        change(now -> now.failed(State.WAITING, error, clock.instant()));
        // The failure may have left the flag behind. A cancellation comes with the flag after the mark, so none is
        // lost.
        Thread.interrupted();
        try {
            if (!isCancelled()) {
                waiter.await(wait);
            }
        } catch (InterruptedException e) {
            LOG.debug("event=task_wait_ended task={}", name);
        }
        if (!isCancelled()) {
            change(now -> now.restarted(clock.instant()));
        }
        return true;
    }

    /** What a user can meet is told in its line; where anything else came from, its finder needs to see. */
    private void trace(Throwable failure) {
        if (failure instanceof ArgusException) {
            LOG.debug("event=task_failure task={}", name, failure);
        } else {
            LOG.error("event=task_failure task={}", name, failure);
        }
    }

    private synchronized boolean isCancelled() {
        return cancelled;
    }

    /** What a task that was told to end says of its state is late. */
    private synchronized void change(UnaryOperator<TaskHealth> by) {
        TaskHealth changed = by.apply(health);
        health = cancelled ? changed.in(health.state(), health.since()) : changed;
    }

    private synchronized void end(State state) {
        health = health.in(cancelled ? State.STOPPED : state, clock.instant());
    }

    /** What the task says of itself. */
    private final class Told implements Heartbeat {

        @Override
        public void succeeded() {
            change(now -> now.succeeded(clock.instant()));
        }

        @Override
        public void failed(String reason) {
            change(now -> now.failedOnce(reason, clock.instant()));
        }
    }
}
