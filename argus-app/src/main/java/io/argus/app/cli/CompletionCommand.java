package io.argus.app.cli;

import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code argus completion}. */
@Command(
        name = "completion",
        description = "Prints a script that lets a shell complete commands and options.",
        footer = {"", "Examples:", "  source <(argus completion bash)", "  argus completion zsh >> ~/.zshrc"})
final class CompletionCommand implements Runnable {

    private static final List<String> SHELLS = List.of("bash", "zsh");

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "bash|zsh", description = "The shell. Both take the same script, which asks which it is.")
    private String shell = "";

    CompletionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        if (!SHELLS.contains(shell)) {
            throw new ConfigException("completion", "is there for bash and zsh, not for '" + shell + "'");
        }
        terminal.result(AutoComplete.bash("argus", spec.root().commandLine()).stripTrailing());
    }
}
