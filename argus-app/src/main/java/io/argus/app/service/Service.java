package io.argus.app.service;

import io.argus.app.runtime.Orchestrator;
import io.argus.app.runtime.RestartPolicy;
import io.argus.app.runtime.Stoppable;
import io.argus.app.runtime.SupervisedTask;
import io.argus.app.runtime.Task;
import io.argus.app.runtime.TaskHealth;
import io.argus.research.port.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tasks that run together until they are stopped, watched by two more that tell how they are. For one thread, but that any
 * other may stop it.
 */
public final class Service implements Stoppable {

    private static final Logger LOG = LoggerFactory.getLogger(Service.class);

    private static final Duration TELL = Duration.ofSeconds(5);
    private static final Duration LOG_METRICS = Duration.ofMinutes(1);

    /** Telling goes on trying: a disk that is full now need not be full for ever. */
    private static final RestartPolicy TELLING =
            new RestartPolicy(Integer.MAX_VALUE, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(1));

    private final Orchestrator orchestrator;
    private final StatusFile file;
    private final Metrics metrics;
    private final InstantSource clock;
    private final Waiter waiter;
    private final Instant startedAt;
    private final List<SupervisedTask> work = new ArrayList<>();

    public Service(Orchestrator orchestrator, StatusFile file, Metrics metrics, InstantSource clock, Waiter waiter) {
        this.orchestrator = orchestrator;
        this.file = file;
        this.metrics = metrics;
        this.clock = clock;
        this.waiter = waiter;
        startedAt = clock.instant();
    }

    /**
     * Adds a task, which begins at once.
     *
     * @throws java.util.concurrent.CancellationException when the service was stopped
     */
    public void start(String name, RestartPolicy policy, Task task) {
        work.add(orchestrator.start(name, policy, task));
    }

    /**
     * Tells how the tasks are until none of them goes on.
     *
     * @return whether none was given up
     * @throws InterruptedException when the caller is to wait no longer
     */
    public boolean serve() throws InterruptedException {
        orchestrator.start("metrics", TELLING, heartbeat -> {
            while (true) {
                waiter.await(LOG_METRICS);
                LOG.info("event=metrics {}", metrics.line());
                heartbeat.succeeded();
            }
        });
        orchestrator.start("status", TELLING, heartbeat -> {
            while (true) {
                file.write(status(false));
                heartbeat.succeeded();
                waiter.await(TELL);
            }
        });
        for (SupervisedTask task : work) {
            task.awaitEnd();
        }
        return status(false).allWell();
    }

    /** {@inheritDoc} The status file tells of it. */
    @Override
    public List<String> stop(Duration deadline) {
        List<String> late = orchestrator.stop(deadline);
        LOG.info("event=stopped late={} {}", late.size(), metrics.line());
        file.write(status(true));
        return late;
    }

    private ServiceStatus status(boolean stopped) {
        ProcessHandle process = ProcessHandle.current();
        List<TaskHealth> tasks = orchestrator.health();
        return new ServiceStatus(
                stopped,
                process.pid(),
                process.info().startInstant(),
                startedAt,
                clock.instant(),
                TELL,
                tasks,
                metrics.now());
    }
}
