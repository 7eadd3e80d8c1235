package io.argus.app.cli;

import io.argus.app.recording.SimulatedExchange;
import io.argus.app.recording.SimulatedExchange.Playback;
import io.argus.app.recording.SimulatedExchange.PlayedPack;
import io.argus.app.runtime.Interruption;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.research.port.PackStore;
import io.argus.research.port.Waiter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus deribit simulate}. */
@Command(
        name = "simulate",
        description = {
            "Runs an exchange on this machine that speaks as Deribit does.",
            "Its market is its own, or that of a pack as it was recorded, whole days later. It runs until it is",
            "stopped. The address is printed; give it to the other commands as --base-url."
        },
        footer = {"", "Example:", "  argus deribit simulate --port 8090 --pack packs/btc.pack"})
final class DeribitSimulateCommand implements Runnable {

    private static final Duration TICK = Duration.ofMillis(100);

    private final Terminal base;
    private final SimulatedExchange.Starter simulators;
    private final PackStore packs;
    private final InstantSource clock;
    private final Waiter waiter;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "0",
            description = "The port to listen on (default: any that is free).")
    private int port;

    @Option(names = "--pack", paramLabel = "P", description = "A recording of Deribit to play.")
    private Optional<Path> pack = Optional.empty();

    @Option(
            names = "--start",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "The day of the pack to play today, at the time of day it is (default: the first).")
    private Optional<LocalDate> start = Optional.empty();

    @Mixin
    private PackReadingOptions assumptions = new PackReadingOptions();

    DeribitSimulateCommand(
            Terminal base, SimulatedExchange.Starter simulators, PackStore packs, InstantSource clock, Waiter waiter) {
        this.base = base;
        this.simulators = simulators;
        this.packs = packs;
        this.clock = clock;
        this.waiter = waiter;
    }

    @Override
    @SuppressWarnings("try") // the interruption is watched for by being there
    public void run() {
        if (port < 0 || port > 65_535) {
            throw new ConfigException("--port", "is between 0 and 65535, not " + port);
        }
        if (start.isPresent() && pack.isEmpty()) {
            throw new ConfigException("--start", "is a day of a pack: add --pack");
        }
        Terminal terminal = options.terminal(base);
        try (SimulatedExchange exchange = simulators.start(port, pack.map(file -> played(file, terminal)));
                Workers workers = new Workers(1);
                Interruption ignored = Interruption.watch(workers, late -> terminal.say("stopped"))) {
            terminal.result(exchange.address());
            exchange.playback().ifPresent(playback -> announce(playback, terminal));
            Callable<Integer> ticking = () -> tick(exchange, terminal);
            workers.inOrder(List.of(ticking));
        }
    }

    private PlayedPack played(Path file, Terminal terminal) {
        PackStore.Loaded loaded = packs.load(file, assumptions.reading());
        loaded.warnings().forEach(terminal::warn);
        return new PlayedPack(loaded.pack(), file, start);
    }

    /** Of a pack that has ended already its end is told instead. */
    private void announce(Playback playback, Terminal terminal) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (now.isBefore(playback.end())) {
            terminal.say("plays the pack from " + now.minus(Duration.ofDays(playback.daysLater())) + " on, "
                    + Counted.of(playback.daysLater(), "day") + " later; it ends at " + playback.end());
        }
    }

    private int tick(SimulatedExchange exchange, Terminal terminal) throws InterruptedException {
        Optional<Instant> end = exchange.playback().map(Playback::end);
        while (true) {
            if (end.isPresent() && end.get().isBefore(clock.instant())) {
                terminal.say("the pack ended at " + end.get() + ": prices stand still, and options expire");
                end = Optional.empty();
            }
            exchange.tick();
            waiter.await(TICK);
        }
    }
}
