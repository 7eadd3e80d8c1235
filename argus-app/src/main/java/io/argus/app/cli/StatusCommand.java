package io.argus.app.cli;

import io.argus.app.config.ConfigFile;
import io.argus.app.runtime.TaskHealth;
import io.argus.app.service.ServiceStatus;
import io.argus.app.service.ServiceStatus.Verdict;
import io.argus.app.service.StatusFile;
import io.argus.app.terminal.Json;
import io.argus.app.terminal.Table;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus status}. */
@Command(
        name = "status",
        description = {
            "Tells how the service that argus run started is.",
            "Ends with 0 when it runs and all is well, with 3 when it runs no more, tells nothing,",
            "or has given up a task, and with 1 where none has ever told anything."
        },
        footer = {"", "Example:", "  argus status --config config/research_loop.example.yaml --format json"})
final class StatusCommand implements Callable<Integer> {

    private final Terminal base;
    private final InstantSource clock;
    private final ServiceStatus.Processes processes;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Option(
            names = "--config",
            paramLabel = "F",
            description = "The configuration that the service was started with (default: the status file is in logs).")
    private Optional<Path> config = Optional.empty();

    @Option(names = "--file", paramLabel = "F", description = "The status file itself.")
    private Optional<Path> file = Optional.empty();

    @Mixin
    private FormatOption format = new FormatOption();

    StatusCommand(Terminal base, InstantSource clock, ServiceStatus.Processes processes) {
        this.base = base;
        this.clock = clock;
        this.processes = processes;
    }

    @Override
    public Integer call() {
        StatusFile source = source();
        ServiceStatus status = source.read();
        Instant now = clock.instant();
        Verdict verdict = status.verdict(now, processes);
        Terminal terminal = options.terminal(base);
        terminal.result(
                format.json() ? json(status, verdict, now) : text(status, verdict, now, source.path(), terminal));
        return verdict == Verdict.RUNNING && status.allWell() ? 0 : Failures.FELL_SHORT;
    }

    private StatusFile source() {
        if (file.isPresent() && config.isPresent()) {
            throw new ConfigException("argus status", "takes --config or --file, not both");
        }
        return file.map(StatusFile::new)
                .orElseGet(() ->
                        StatusFile.in(config.map(path -> ConfigFile.read(path).checked())
                                .orElseGet(ConfigFile::defaults)
                                .evaluation()
                                .rankingsOutputDir()));
    }

    private static String json(ServiceStatus status, Verdict verdict, Instant now) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("state", verdict.name().toLowerCase(Locale.ROOT));
        document.put("age_seconds", status.age(now).toSeconds());
        document.putAll(StatusFile.document(status));
        return Json.text(document);
    }

    private static String text(ServiceStatus status, Verdict verdict, Instant now, Path file, Terminal terminal) {
        Table table = Table.of("task", "state", "for>", "restarts>", "success>", "error>", "last error");
        for (TaskHealth task : status.tasks()) {
            table.row(
                    task.name(),
                    task.state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    age(task.since(), now),
                    String.valueOf(task.restarts()),
                    task.lastSuccess().map(at -> age(at, now)).orElse("none"),
                    task.lastErrorAt().map(at -> age(at, now)).orElse("none"),
                    task.lastError().orElse(""));
        }
        String metrics = status.metrics().entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.joining(", "));
        return headline(status, verdict, now) + "\n" + file + ": told " + age(status.writtenAt(), now) + " ago\n"
                + table.render(terminal.ansi()) + "\n" + metrics;
    }

    private static String headline(ServiceStatus status, Verdict verdict, Instant now) {
        String process = "process " + status.pid();
        String since = status.startedAt().truncatedTo(ChronoUnit.SECONDS).toString();
        return switch (verdict) {
            case RUNNING ->
                (status.allWell() ? "running" : "running, but a task was given up") + " since " + since + ", "
                        + process;
            case STOPPED ->
                "stopped; it ran from " + since + " to " + status.writtenAt().truncatedTo(ChronoUnit.SECONDS);
            case STALE ->
                "stale: " + process + " is there, but has told nothing for " + age(status.writtenAt(), now)
                        + ", and should every " + status.every().toSeconds() + " s";
            case GONE -> "gone: " + process + " ended without a word; what follows is what it told last";
        };
    }

    private static String age(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toDays() > 1) {
            return age.toDays() + " d";
        }
        if (age.toHours() > 1) {
            return age.toHours() + " h";
        }
        return age.toMinutes() > 1 ? age.toMinutes() + " min" : Math.max(0, age.toSeconds()) + " s";
    }
}
