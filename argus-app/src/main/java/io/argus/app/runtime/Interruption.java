package io.argus.app.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What happens when the process is asked to end (SIGINT, SIGTERM) while work is under way: it is stopped within a
 * deadline and the user is told how to go on. The exit code is the JVM's own, 130 or 143.
 */
public final class Interruption implements AutoCloseable {

    /** For work that has nothing to put away. */
    private static final Duration DEADLINE = Duration.ofMillis(1_500);

    private final AtomicBoolean finished = new AtomicBoolean();
    private final Stoppable work;
    private final Duration deadline;
    private final StopSignal stop;
    private final Consumer<List<String>> farewell;
    private final Thread hook = new Thread(this::interrupted, "argus-interruption");

    private Interruption(Stoppable work, Duration deadline, StopSignal stop, Consumer<List<String>> farewell) {
        this.work = work;
        this.deadline = deadline;
        this.stop = stop;
        this.farewell = farewell;
    }

    /**
     * Watches over work until closed.
     *
     * @param deadline for all of it to end
     * @param farewell told the names of threads that did not end in time, mostly none
     */
    public static Interruption watch(Stoppable work, Duration deadline, Consumer<List<String>> farewell) {
        return watch(work, deadline, new StopSignal(), farewell);
    }

    /**
     * The same for work whose owner waits for its turn.
     *
     * @param stop ends such a wait
     */
    public static Interruption watch(Stoppable work, StopSignal stop, Consumer<List<String>> farewell) {
        return watch(work, DEADLINE, stop, farewell);
    }

    /** The same for work that has nothing to put away and whose owner waits for nothing else. */
    public static Interruption watch(Stoppable work, Consumer<List<String>> farewell) {
        return watch(work, DEADLINE, farewell);
    }

    private static Interruption watch(
            Stoppable work, Duration deadline, StopSignal stop, Consumer<List<String>> farewell) {
        Interruption interruption = new Interruption(work, deadline, stop, farewell);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    @Override
    public void close() {
        finished.set(true);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyEnding) {
            // The process is ending: the hook has seen the flag, or is saying goodbye already.
            return;
        }
    }

    /** What the end of the process does, unless the work is finished. */
    void interrupted() {
        if (!finished.get()) {
            stop.stop();
            farewell.accept(work.stop(deadline));
        }
    }
}
