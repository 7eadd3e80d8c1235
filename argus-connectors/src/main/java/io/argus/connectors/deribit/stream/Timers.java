package io.argus.connectors.deribit.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Work for later that is forgotten when its owner ends. For use by the thread that does the work. */
final class Timers {

    private final ScheduledExecutorService thread;
    private final Consumer<Runnable> guard;
    private final Map<Object, Future<?>> pending = new HashMap<>();

    /**
     * @param guard runs the work
     */
    Timers(ScheduledExecutorService thread, Consumer<Runnable> guard) {
        this.thread = thread;
        this.guard = guard;
    }

    void after(Duration delay, Runnable work) {
        Object key = new Object();
        Runnable once = () -> {
            if (pending.remove(key) != null) {
                guard.accept(work);
            }
        };
        pending.put(key, thread.schedule(once, delay.toNanos(), TimeUnit.NANOSECONDS));
    }

    void cancel() {
        pending.values().forEach(each -> each.cancel(false));
        pending.clear();
    }
}
