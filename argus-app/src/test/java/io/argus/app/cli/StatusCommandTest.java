package io.argus.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is said of a service, at noon UTC on 2024-03-04. */
class StatusCommandTest {

    @TempDir
    private Path folder;

    private final InProcess argus = new InProcess();

    @Test
    void aServiceThatRunsIsToldWithItsTasks() throws IOException {
        Path file = told("12:00", "running", ProcessHandle.current().pid());

        assertThat(argus.run("status", "--file", file.toString())).isZero();

        assertThat(argus.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(argus.out())
                .startsWith("running since 2024-03-04T09:00:00Z, process "
                        + ProcessHandle.current().pid())
                .contains("told 0 s ago", "recorder", "missed an interval", "requests 12, lag_ms 40");
    }

    @Test
    void jsonHasTheSame() throws IOException {
        Path file = told("11:59:58", "running", ProcessHandle.current().pid());

        assertThat(argus.run("status", "--file", file.toString(), "--format", "json"))
                .isZero();

        assertThat(argus.out())
                .contains("\"state\" : \"running\"", "\"age_seconds\" : 2", "\"last_error\" : \"missed an interval\"")
                .doesNotContain("null");
    }

    @Test
    void whatDoesNotRunFallsShort() throws IOException {
        long me = ProcessHandle.current().pid();
        assertThat(argus.run("status", "--file", told("11:50", "running", me).toString()))
                .isEqualTo(3);
        assertThat(argus.out()).startsWith("stale: process " + me + " is there, but has told nothing for 10 min");
        assertThat(argus.run(
                        "status",
                        "--file",
                        told("12:00", "running", Integer.MAX_VALUE).toString()))
                .isEqualTo(3);
        assertThat(argus.out()).startsWith("gone: process " + Integer.MAX_VALUE + " ended without a word");
        assertThat(argus.run("status", "--file", told("12:00", "gave_up", me).toString()))
                .isEqualTo(3);
        assertThat(argus.out()).startsWith("running, but a task was given up").contains("gave up");
    }

    @Test
    void theConfigurationTellsWhereToLook() throws IOException {
        Path config = folder.resolve("c.yaml");
        Files.writeString(config, "evaluation:\n  rankings_output_dir: " + folder + "\n");

        assertThat(argus.run("status", "--config", config.toString())).isEqualTo(1);
        assertThat(argus.err()).contains("service_status.json: no such file");
        told("12:00", "running", ProcessHandle.current().pid());
        assertThat(argus.run("status", "--config", config.toString())).isZero();
        assertThat(argus.run("status", "--config", config.toString(), "--file", "x"))
                .isEqualTo(2);
    }

    @Test
    void aFileOfAnotherKindIsToldByItsKind() throws IOException {
        Path json = Files.writeString(folder.resolve("plan.json"), "{\"allocations\": []}");
        Path text = Files.writeString(folder.resolve("notes.txt"), "to do\n");
        Path bytes = Files.write(folder.resolve("data.pack"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThat(argus.run("status", "--file", json.toString())).isEqualTo(1);
        assertThat(argus.err()).contains("plan.json: is no status of argus run but JSON of another kind");
        assertThat(argus.run("status", "--file", text.toString())).isEqualTo(1);
        assertThat(argus.err()).contains("notes.txt: is no status of argus run but not JSON;");
        assertThat(argus.run("status", "--file", bytes.toString())).isEqualTo(1);
        assertThat(argus.err()).contains("data.pack: is no status of argus run but not text;");
    }

    /** A process of no number is no process that has ended. */
    @Test
    void whatIsOfAnotherTypeIsNotRead() throws IOException {
        String told = Files.readString(
                told("12:00", "running", ProcessHandle.current().pid()));
        List<String> slips = List.of(
                told.replaceFirst("\"pid\": [0-9]+", "\"pid\": \"x\""),
                told.replaceFirst("\"stopped\": false", "\"stopped\": \"no\""),
                told.replaceFirst("\"restarts\": 2", "\"restarts\": 4294967298"),
                told.replaceFirst("\"requests\": 12", "\"requests\": 1.5"),
                told.replaceFirst("\"metrics\": .*", "\"metrics\": []}"),
                told.replaceFirst("\"every_seconds\": 5", "\"every_seconds\": 5, \"every_seconds\": 900"),
                told + "{}");
        for (String slip : slips) {
            assertThat(slip).isNotEqualTo(told);
            Path file = Files.writeString(folder.resolve("service_status.json"), slip);
            assertThat(argus.run("status", "--file", file.toString())).as(slip).isEqualTo(1);
            assertThat(argus.err()).contains("service_status.json: is no status of argus run but ");
        }
    }

    @Test
    void aFileOfALaterProgramIsRefused() throws IOException {
        Path file = told("12:00", "running", ProcessHandle.current().pid());
        Files.writeString(file, Files.readString(file).replace("\"schema_version\": 1", "\"schema_version\": 99"));

        assertThat(argus.run("status", "--file", file.toString())).isEqualTo(1);
        assertThat(argus.err()).contains("service_status.json: is of schema version 99; this program reads version 1");
    }

    private Path told(String at, String state, long pid) throws IOException {
        String text = """
                {"schema_version": 1, "stopped": false, "pid": %d, "started_at": "2024-03-04T09:00:00Z",
                 "written_at": "2024-03-04T%sZ", "every_seconds": 5,
                 "tasks": [{"name": "recorder", "state": "%s", "since": "2024-03-04T09:00:00Z", "restarts": 2,
                   "last_error": "missed an interval", "last_error_at": "2024-03-04T10:00:00Z"}],
                 "metrics": {"requests": 12, "lag_ms": 40}}
                """.formatted(pid, at.length() == 5 ? at + ":00" : at, state);
        return Files.writeString(folder.resolve("service_status.json"), text);
    }
}
