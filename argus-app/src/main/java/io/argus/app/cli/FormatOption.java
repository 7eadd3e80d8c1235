package io.argus.app.cli;

import picocli.CommandLine.Option;

/** {@code --format}, for commands that print a result. */
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            converter = OutputFormat.Converter.class,
            description = "How to print the result (default: ${DEFAULT-VALUE}).")
    private OutputFormat format = OutputFormat.TEXT;

    boolean json() {
        return format == OutputFormat.JSON;
    }
}
