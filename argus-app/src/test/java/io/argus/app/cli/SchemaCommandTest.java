package io.argus.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaCommandTest {

    private final CapturedStreams streams = new CapturedStreams();

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
        JsonNode schema = new ObjectMapper().readTree(streams.out());
        assertThat(schema.path("$schema").asText()).contains("json-schema.org");
        assertThat(schema.path("properties")).isNotEmpty();
        assertThat(streams.err()).isEmpty();
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        assertThat(run("ranking")).isEqualTo(2);
        assertThat(streams.err().lines()).hasSize(1);
        assertThat(streams.err()).contains("did you mean rankings?");
    }

    private int run(String name) {
        return streams.run(new SchemaCommand(streams.terminal()), name);
    }
}
