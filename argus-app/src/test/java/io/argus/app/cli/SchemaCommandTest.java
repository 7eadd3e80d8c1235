package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.argus.app.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "research-config",
                "pack",
                "experiment",
                "rankings",
                "killed",
                "candidates",
                "allocations",
                "trial",
                "status"
            })
    void everySchemaIsPrinted(String name) throws IOException {
        assertThat(run(name)).isZero();
        JsonNode schema = new ObjectMapper().readTree(out.toByteArray());
        assertThat(schema.path("$schema").asText()).contains("json-schema.org");
        assertThat(schema.path("properties")).isNotEmpty();
        assertThat(text(err)).isEmpty();
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        assertThat(run("ranking")).isEqualTo(2);
        assertThat(text(err).lines()).hasSize(1);
        assertThat(text(err)).contains("did you mean rankings?");
    }

    private int run(String name) {
        PrintStream results = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(results, messages, InstantSource.system(), false, Ansi.OFF);
        Failures failures = new Failures(terminal);
        return new CommandLine(new SchemaCommand(terminal))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(name);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
