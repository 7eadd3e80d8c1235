package io.argus.app.cli;

import io.argus.app.recording.SimulatedExchange;
import io.argus.app.runtime.Interruption;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.research.port.Waiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus deribit simulate}. */
@Command(
        name = "simulate",
        description = {
            "Runs an exchange on this machine that speaks as Deribit does.",
            "Its market is its own, and it runs until it is stopped. The address is printed; give it to the",
            "other commands as --base-url."
        },
        footer = {"", "Example:", "  argus deribit simulate --port 8090"})
final class DeribitSimulateCommand implements Runnable {

    private static final Duration TICK = Duration.ofMillis(100);

    private final Terminal base;
    private final SimulatedExchange.Starter simulators;
    private final Waiter waiter;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port to listen on (default: any that is free).")
    private int port;

    DeribitSimulateCommand(Terminal base, SimulatedExchange.Starter simulators, Waiter waiter) {
        this.base = base;
        this.simulators = simulators;
        this.waiter = waiter;
    }

    @Override
    @SuppressWarnings("try") // the interruption is watched for by being there
    public void run() {
        if (port < 0 || port > 65_535) {
            throw new ConfigException("--port", "is between 0 and 65535, not " + port);
        }
        Terminal terminal = options.terminal(base);
        try (SimulatedExchange exchange = simulators.start(port);
                Workers workers = new Workers(1);
                Interruption ignored = Interruption.watch(workers, late -> terminal.say("stopped"))) {
            terminal.result(exchange.address());
            Callable<Integer> ticking = () -> tick(exchange);
            workers.inOrder(List.of(ticking));
        }
    }

    private int tick(SimulatedExchange exchange) throws InterruptedException {
        while (true) {
            exchange.tick();
            waiter.await(TICK);
        }
    }
}
