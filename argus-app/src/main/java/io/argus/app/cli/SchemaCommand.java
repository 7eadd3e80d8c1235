package io.argus.app.cli;

import io.argus.app.config.ConfigReference;
import io.argus.app.config.bind.Suggestion;
import io.argus.app.terminal.Json;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code argus schema}. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a document.",
        footer = {"", "Example:", "  argus schema allocations"})
final class SchemaCommand implements Runnable {

    private static final String CONFIG = "research-config";

    private static final String STATUS = "status";

    private static final List<String> NAMES =
            List.of(CONFIG, "pack", "experiment", "rankings", "killed", "candidates", "allocations", "trial", STATUS);

    private final Terminal base;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Parameters(
            paramLabel = "NAME",
            description =
                    "research-config, pack, experiment, rankings, killed, candidates, allocations, trial (a line of the"
                            + " ledger) or status.")
    private String name = "";

    SchemaCommand(Terminal base) {
        this.base = base;
    }

    @Override
    public void run() {
        if (!NAMES.contains(name)) {
            throw new ConfigException(
                    "argus schema",
                    "no schema " + name + Suggestion.question(name, NAMES) + "; there are " + String.join(", ", NAMES));
        }
        options.terminal(base)
                .result(
                        name.equals(CONFIG)
                                ? Json.text(ConfigReference.schema())
                                : document(name).stripTrailing());
    }

    private static String document(String name) {
        // They stand beside the code that writes the documents.
        String folder = name.equals(STATUS) ? "/io/argus/app/service/schema/" : "/io/argus/connectors/file/schema/";
        try (InputStream in = SchemaCommand.class.getResourceAsStream(folder + name + ".json")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
