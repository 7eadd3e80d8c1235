package io.argus.app.service;

import io.argus.app.runtime.TaskHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a service was when it last told.
 *
 * @param stopped whether this is the last that it had to tell
 * @param processStarted which of all processes that ever had this number; empty where the system does not tell
 * @param startedAt when the service began
 * @param every it tells this often
 * @param metrics by name, in the order in which they are shown
 */
public record ServiceStatus(
        boolean stopped,
        long pid,
        Optional<Instant> processStarted,
        Instant startedAt,
        Instant writtenAt,
        Duration every,
        List<TaskHealth> tasks,
        Map<String, Long> metrics) {

    /** A service that has missed so many of its times to tell tells no more. */
    private static final int MISSED = 3;

    public ServiceStatus {
        tasks = List.copyOf(tasks);
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** What can be said of a service from what it told last. */
    public enum Verdict {
        RUNNING,
        /** It ended, and said so. */
        STOPPED,
        /** Its process is there and tells nothing. */
        STALE,
        /** Its process ended without a word. */
        GONE
    }

    /** Knows which processes there are. */
    @FunctionalInterface
    public interface Processes {

        /**
         * @param started when the process began that is meant; another of the same number is not it
         */
        boolean alive(long pid, Optional<Instant> started);

        /** Those of this machine that this process can see. */
        static Processes ofThisMachine() {
            return (pid, started) -> ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> started.isEmpty()
                            || process.info()
                                    .startInstant()
                                    .map(started.get()::equals)
                                    .orElse(true))
                    .isPresent();
        }
    }

    /** What is to be said of the service at a time. */
    public Verdict verdict(Instant now, Processes processes) {
        if (stopped) {
            return Verdict.STOPPED;
        }
        if (!processes.alive(pid, processStarted)) {
            return Verdict.GONE;
        }
        return age(now).compareTo(every.multipliedBy(MISSED)) > 0 ? Verdict.STALE : Verdict.RUNNING;
    }

    /** How long ago it told this; never negative, whatever the clocks say. */
    public Duration age(Instant now) {
        Duration age = Duration.between(writtenAt, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** Whether no task was given up. */
    public boolean allWell() {
        return tasks.stream().noneMatch(task -> task.state() == TaskHealth.State.GAVE_UP);
    }
}
