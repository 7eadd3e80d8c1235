package io.argus.app.cli;

import io.argus.app.config.ConfigFile;
import io.argus.app.research.PlanReport;
import io.argus.app.research.Ports;
import io.argus.app.research.ResearchPlan;
import io.argus.app.terminal.Terminal;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code argus config check}. */
@Command(
        name = "check",
        description = {
            "Tells everything that is wrong with a configuration file, or that it is sound and what it would do.",
            "Touches nothing."
        },
        footer = {"", "Example:", "  argus config check config/research_loop.example.yaml"})
final class ConfigCheckCommand implements Runnable {

    private final Terminal base;
    private final Ports ports;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "FILE", description = "The configuration.")
    private Path file = Path.of("");

    ConfigCheckCommand(Terminal base, Ports ports) {
        this.base = base;
        this.ports = ports;
    }

    @Override
    public void run() {
        Terminal terminal = options.terminal(base);
        ConfigFile config = ConfigFile.read(file);
        if (config.config().describesNoCycle()) {
            config.checked().evaluation().warnings().forEach(terminal::warn);
            terminal.result(
                    file + " is sound; it names neither symbols nor strategies, so argus research has nothing to do");
            return;
        }
        ResearchPlan plan = ResearchPlan.of(
                config, options.catalog(), path -> ports.cashRates().load(path));
        plan.notes().forEach(terminal::warn);
        terminal.result(file + " is sound\n" + PlanReport.text(plan));
    }
}
