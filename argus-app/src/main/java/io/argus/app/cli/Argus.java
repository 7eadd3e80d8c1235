package io.argus.app.cli;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Stage;
import io.argus.app.terminal.Terminal;
import io.argus.app.wiring.AdapterModule;
import io.argus.app.wiring.ExchangeModule;
import io.argus.app.wiring.TerminalModule;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IFactory;

/** The program. */
public final class Argus {

    private Argus() {}

    public static void main(String[] args) {
        TerminalModule.keepOutputForResults();
        // Before anything logs: the logging configuration reads it once.
        System.setProperty("argus.log.level", logLevel(List.of(args)));
        Injector injector = Guice.createInjector(
                Stage.PRODUCTION, new AdapterModule(), new ExchangeModule(), new TerminalModule(), new CommandModule());
        System.exit(commandLine(injector, args).execute(args));
    }

    /** A service is read by its log; other commands say what they have to say. */
    private static String logLevel(List<String> args) {
        if (args.contains("--verbose")) {
            return "debug";
        }
        return !args.isEmpty() && args.get(0).equals("run") ? "info" : "warn";
    }

    /** The command line with the commands that the arguments need; all, when there are none. */
    static CommandLine commandLine(Injector injector, String... args) {
        Terminal terminal = injector.getInstance(Terminal.class);
        Failures failures = new Failures(terminal);
        CommandLine root = new CommandLine(new ArgusCommand(), factory(injector));
        ArgusCommand.commands(args).forEach(root::addSubcommand);
        return root.setUsageHelpWidth(Terminal.WIDTH)
                .setUsageHelpAutoWidth(false)
                .setOut(terminal.results())
                .setCaseInsensitiveEnumValuesAllowed(false)
                .registerConverter(Path.class, new PathConverter())
                .setExecutionStrategy(parsed -> failures.unlessLost(new CommandLine.RunLast().execute(parsed)))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.AUTO));
    }

    /** Commands come from the injector, what belongs to picocli from picocli. */
    private static IFactory factory(Injector injector) {
        return new IFactory() {
            @Override
            public <K> K create(Class<K> type) throws Exception {
                return injector.getExistingBinding(Key.get(type)) == null
                        ? CommandLine.defaultFactory().create(type)
                        : injector.getInstance(type);
            }
        };
    }
}
