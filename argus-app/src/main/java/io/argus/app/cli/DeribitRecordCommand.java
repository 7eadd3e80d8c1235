package io.argus.app.cli;

import io.argus.app.recording.ExchangeAccess;
import io.argus.app.recording.Recorder;
import io.argus.app.runtime.FolderLocks;
import io.argus.app.runtime.Interruption;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Terminal;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.ConfigException;
import io.argus.research.port.Meter;
import io.argus.research.port.PackStore;
import io.argus.research.port.Waiter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus deribit record}. */
@Command(
        name = "record",
        description = {
            "Records option chains, bars, trades, funding and settlements into a pack until it is stopped.",
            "A kill loses the unfinished interval at most, and a restart goes on in the same pack."
        },
        footer = {"", "Example:", "  argus deribit record --currency BTC --every 60s --out packs/btc.pack"})
final class DeribitRecordCommand implements Runnable {

    private final Terminal base;
    private final ExchangeAccess.Opener exchanges;
    private final PackStore packs;
    private final InstantSource clock;
    private final Waiter waiter;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private ExchangeOptions exchange = new ExchangeOptions();

    @Option(
            names = "--every",
            paramLabel = "D",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "From the start of one interval to the next (default: ${DEFAULT-VALUE}).")
    private Duration every = Duration.ofMinutes(1);

    @Option(
            names = "--bar-duration",
            paramLabel = "D",
            defaultValue = "60s",
            converter = DurationConverter.class,
            description = "Length of the bars (default: ${DEFAULT-VALUE}).")
    private Duration barDuration = Duration.ofMinutes(1);

    @Option(
            names = "--history",
            paramLabel = "D",
            defaultValue = "1d",
            converter = DurationConverter.class,
            description = "How far back bars and funding of a new pack reach (default: ${DEFAULT-VALUE}).")
    private Duration history = Duration.ofDays(1);

    @Option(names = "--intervals", paramLabel = "N", description = "End after so many intervals (default: no end).")
    private Optional<Integer> intervals = Optional.empty();

    @Option(names = "--out", paramLabel = "P", required = true, description = "The pack; .pack for columns.")
    private Path out = Path.of("");

    DeribitRecordCommand(
            Terminal base, ExchangeAccess.Opener exchanges, PackStore packs, InstantSource clock, Waiter waiter) {
        this.base = base;
        this.exchanges = exchanges;
        this.packs = packs;
        this.clock = clock;
        this.waiter = waiter;
    }

    @Override
    @SuppressWarnings("try") // lock and watch hold for as long as they are open; nobody calls them
    public void run() {
        requirePositive("--every", every);
        requirePositive("--bar-duration", barDuration);
        if (intervals.orElse(1) < 1) {
            throw new ConfigException("--intervals", "at least one interval is needed");
        }
        AtomicFiles.requireWritableFolder(AtomicFiles.folderOf(out));
        Terminal terminal = options.terminal(base);
        Recorder.Plan plan = new Recorder.Plan(exchange.market(), every, barDuration, history, intervals, out);
        AtomicFiles.prepareFolder(plan.workFolder());
        try (FolderLocks locks = FolderLocks.take(List.of(plan.workFolder()));
                ExchangeAccess access = exchanges.open(exchange.address());
                Workers workers = new Workers(1);
                Interruption ignored = Interruption.watch(workers, late -> farewell(terminal, late))) {
            Recorder recorder = new Recorder(access, packs, clock, waiter, plan, new Lines(terminal), Meter.none());
            Callable<Integer> recording = recorder::run;
            int recorded = workers.inOrder(List.of(recording)).get(0);
            terminal.result(Counted.of(recorded, "interval") + " in " + out);
        }
    }

    private void farewell(Terminal terminal, List<String> late) {
        terminal.say(
                late.isEmpty()
                        ? "stopped; the same command goes on in " + out
                        : "stopped before all was merged; the same command merges it and goes on in " + out);
    }

    private static void requirePositive(String option, Duration duration) {
        if (duration.isZero()) {
            throw new ConfigException(option, "must be longer than nothing");
        }
    }

    /** A line for each interval. */
    private record Lines(Terminal terminal) implements Recorder.Listener {

        @Override
        public void recorded(String what) {
            terminal.say(what);
        }

        @Override
        public void missed(String why) {
            terminal.say(why);
        }
    }
}
