package io.argus.app.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.argus.app.runtime.TaskHealth;
import io.argus.app.terminal.Json;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.DataException;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** A service's status as a file that is always whole. Safe for any number of threads. */
public final class StatusFile {

    private static final int SCHEMA_VERSION = 1;
    private static final String NAME = "service_status.json";
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path file;

    public StatusFile(Path file) {
        this.file = file;
    }

    /** That of the service whose rankings go into a folder. */
    public static StatusFile in(Path rankingsOutputDir) {
        return new StatusFile(rankingsOutputDir.resolve(NAME));
    }

    public Path path() {
        return file;
    }

    /**
     * @throws io.argus.domain.StorageException when it cannot be written; what stood there stays
     */
    void write(ServiceStatus status) {
        AtomicFiles.write(file, Json.text(document(status)) + "\n");
    }

    /**
     * @throws DataException when there is none, or it is no such file
     */
    public ServiceStatus read() {
        try {
            JsonNode document = MAPPER.readTree(Files.readString(file));
            requireVersion(document);
            return status(document);
        } catch (NoSuchFileException e) {
            throw new DataException(file.toString(), "no such file: argus run has never run there, or elsewhere", e);
        } catch (JsonProcessingException e) {
            throw foreign("not JSON", e);
        } catch (MalformedInputException e) {
            throw foreign("not text", e);
        } catch (IOException e) {
            throw new DataException(file.toString(), "cannot be read: " + AtomicFiles.reason(e), e);
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw foreign("JSON of another kind", e);
        }
    }

    private void requireVersion(JsonNode document) {
        int version = document.path("schema_version").asInt(SCHEMA_VERSION);
        if (version != SCHEMA_VERSION) {
            throw new DataException(
                    file.toString(),
                    "is of schema version " + version + "; this program reads version " + SCHEMA_VERSION);
        }
    }

    private DataException foreign(String what, Exception cause) {
        return new DataException(
                file.toString(), "is no status of argus run but " + what + "; give the right one with --file", cause);
    }

    /** A status as it is written, keys in order; what is absent has none. */
    public static Map<String, Object> document(ServiceStatus status) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("schema_version", SCHEMA_VERSION);
        document.put("stopped", status.stopped());
        document.put("pid", status.pid());
        status.processStarted().ifPresent(at -> document.put("process_started_at", at.toString()));
        document.put("started_at", status.startedAt().toString());
        document.put("written_at", status.writtenAt().toString());
        document.put("every_seconds", status.every().toSeconds());
        document.put("tasks", status.tasks().stream().map(StatusFile::task).toList());
        document.put("metrics", status.metrics());
        return document;
    }

    private static Map<String, Object> task(TaskHealth task) {
        Map<String, Object> written = new LinkedHashMap<>();
        written.put("name", task.name());
        written.put("state", task.state().name().toLowerCase(Locale.ROOT));
        written.put("since", task.since().toString());
        written.put("restarts", task.restarts());
        task.lastError().ifPresent(error -> written.put("last_error", error));
        task.lastErrorAt().ifPresent(at -> written.put("last_error_at", at.toString()));
        task.lastSuccess().ifPresent(at -> written.put("last_success", at.toString()));
        return written;
    }

    private static ServiceStatus status(JsonNode document) {
        List<TaskHealth> tasks = new ArrayList<>();
        sound(document.required("tasks"), JsonNode::isArray, "tasks").forEach(task -> tasks.add(health(task)));
        JsonNode told = sound(document.required("metrics"), JsonNode::isObject, "metrics");
        Map<String, Long> metrics = new LinkedHashMap<>();
        told.properties().forEach(each -> metrics.put(each.getKey(), whole(told, each.getKey())));
        return new ServiceStatus(
                flag(document, "stopped"),
                whole(document, "pid"),
                findTime(document, "process_started_at"),
                time(document, "started_at"),
                time(document, "written_at"),
                Duration.ofSeconds(whole(document, "every_seconds")),
                tasks,
                metrics);
    }

    private static TaskHealth health(JsonNode task) {
        return new TaskHealth(
                text(task, "name"),
                TaskHealth.State.valueOf(text(task, "state").toUpperCase(Locale.ROOT)),
                time(task, "since"),
                Math.toIntExact(whole(task, "restarts")),
                find(task, "last_error"),
                findTime(task, "last_error_at"),
                findTime(task, "last_success"));
    }

    private static Instant time(JsonNode from, String key) {
        return Instant.parse(text(from, key));
    }

    private static Optional<Instant> findTime(JsonNode from, String key) {
        return find(from, key).map(Instant::parse);
    }

    private static Optional<String> find(JsonNode from, String key) {
        return from.has(key) ? Optional.of(text(from, key)) : Optional.empty();
    }

    private static String text(JsonNode from, String key) {
        return sound(from.required(key), JsonNode::isTextual, key).textValue();
    }

    private static boolean flag(JsonNode from, String key) {
        return sound(from.required(key), JsonNode::isBoolean, key).booleanValue();
    }

    private static long whole(JsonNode from, String key) {
        return sound(from.required(key), value -> value.isIntegralNumber() && value.canConvertToLong(), key)
                .longValue();
    }

    private static JsonNode sound(JsonNode value, Predicate<JsonNode> sound, String key) {
        if (!sound.test(value)) {
            throw new IllegalArgumentException(key + " is of another type: " + value);
        }
        return value;
    }
}
