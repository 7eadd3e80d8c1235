package io.argus.app.runtime;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * What happens when the process is asked to end (SIGINT, SIGTERM) while work is under way: the workers are stopped
 * within a deadline and the user is told how to go on. The exit code is the JVM's own, 130 or 143.
 */
public final class Interruption implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofMillis(1_500);

    private final AtomicBoolean finished = new AtomicBoolean();
    private final Workers workers;
    private final StopSignal stop;
    private final Consumer<List<String>> farewell;
    private final Thread hook = new Thread(this::interrupted, "argus-interruption");

    private Interruption(Workers workers, StopSignal stop, Consumer<List<String>> farewell) {
        this.workers = workers;
        this.stop = stop;
        this.farewell = farewell;
    }

    /**
     * Watches over the workers until closed.
     *
     * @param stop ends the waits of those who wait for their turn
     * @param farewell told the names of threads that did not end in time, mostly none
     */
    public static Interruption watch(Workers workers, StopSignal stop, Consumer<List<String>> farewell) {
        Interruption interruption = new Interruption(workers, stop, farewell);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** The same for workers whose owner waits for nothing else. */
    public static Interruption watch(Workers workers, Consumer<List<String>> farewell) {
        return watch(workers, new StopSignal(), farewell);
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
            farewell.accept(workers.stop(DEADLINE));
        }
    }
}
