package io.argus.app.cli;

import io.argus.app.config.ConfigReference;
import io.argus.app.config.bind.Suggestion;
import io.argus.app.terminal.Json;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code argus schema}. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a document.",
        footer = {"", "Example:", "  argus schema research-config"})
final class SchemaCommand implements Runnable {

    private static final String CONFIG = "research-config";

    private final Terminal base;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "NAME", description = "research-config: what argus research reads.")
    private String name = "";

    SchemaCommand(Terminal base) {
        this.base = base;
    }

    @Override
    public void run() {
        if (!name.equals(CONFIG)) {
            throw new ConfigException(
                    "argus schema",
                    "no schema " + name + Suggestion.question(name, List.of(CONFIG)) + "; there is " + CONFIG);
        }
        options.terminal(base).result(Json.text(ConfigReference.schema()));
    }
}
