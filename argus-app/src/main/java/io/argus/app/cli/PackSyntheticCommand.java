package io.argus.app.cli;

import io.argus.app.config.Market;
import io.argus.app.terminal.Json;
import io.argus.app.terminal.Terminal;
import io.argus.connectors.file.AtomicFiles;
import io.argus.domain.ConfigException;
import io.argus.domain.pack.Pack;
import io.argus.replay.synthetic.HestonModel;
import io.argus.replay.synthetic.SyntheticMarket;
import io.argus.replay.synthetic.SyntheticSettings;
import io.argus.research.port.PackStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code argus pack synthetic}. */
@Command(
        name = "synthetic",
        description = {
            "Makes a pack of a market that nobody traded and of which everything is known.",
            "It holds bars of a Heston model and option chains priced from its expected variance plus a premium",
            "that sellers of options can earn. It is labelled synthetic, and the same options make the same pack."
        },
        footer = {
            "",
            "Example:",
            "  argus pack synthetic --out packs/synthetic.pack --days 504 --seed 42 --premium 0.05 --nulls 3"
        })
final class PackSyntheticCommand implements Runnable {

    private final Terminal base;
    private final PackStore packs;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--out",
            required = true,
            paramLabel = "P.json|P.pack",
            description = "Where to write the pack: columns where the name ends in .pack, else JSON.")
    private Path out = Path.of("");

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "504",
            description = "Sessions (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42", description = "Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--premium",
            paramLabel = "X",
            defaultValue = "0",
            description = "By how much implied volatility lies above the expected, 0.05 for five points (default:"
                    + " ${DEFAULT-VALUE}).")
    private double premium;

    @Option(
            names = "--volatility",
            paramLabel = "X",
            defaultValue = "0.2",
            description = "What volatility starts at and returns to, per year (default: ${DEFAULT-VALUE}).")
    private double volatility;

    @Option(names = "--constant", description = "Volatility that never moves, instead of Heston's.")
    private boolean constant;

    @Option(
            names = "--drift",
            paramLabel = "X",
            defaultValue = "0",
            description = "Growth of the expected price per year (default: ${DEFAULT-VALUE}).")
    private double drift;

    @Option(
            names = "--nulls",
            paramLabel = "N",
            defaultValue = "0",
            description = "Further underlyings without premium and drift, to see what luck finds (default:"
                    + " ${DEFAULT-VALUE}).")
    private int nulls;

    @Option(
            names = "--spread",
            paramLabel = "X",
            defaultValue = "0.02",
            description = "Between bid and ask, as a fraction of an option's price (default: ${DEFAULT-VALUE}).")
    private double spread;

    @Option(
            names = "--bar-duration",
            paramLabel = "1d|5m",
            defaultValue = "1d",
            converter = DurationConverter.class,
            description = "Length of a bar: a day, or a divisor of an hour (default: ${DEFAULT-VALUE}).")
    private Duration barDuration = Duration.ofDays(1);

    @Option(
            names = "--snapshot-bars",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "An option chain after every N bars and at the close; 0 for none (default: ${DEFAULT-VALUE}).")
    private int snapshotBars;

    @Option(
            names = "--market",
            paramLabel = "M",
            defaultValue = "EQUITIES",
            description = "EQUITIES, on the New York exchange's hours, or CRYPTO, round the clock (default:"
                    + " ${DEFAULT-VALUE}).")
    private Market market = Market.EQUITIES;

    @Option(
            names = "--first-day",
            paramLabel = "DATE",
            defaultValue = "2015-01-02",
            converter = DateConverter.class,
            description = "Default: ${DEFAULT-VALUE}.")
    private LocalDate firstDay = LocalDate.of(2015, 1, 2);

    PackSyntheticCommand(Terminal base, PackStore packs) {
        this.base = base;
        this.packs = packs;
    }

    @Override
    public void run() {
        Terminal terminal = options.terminal(base);
        SyntheticSettings settings = settings();
        AtomicFiles.requireWritable(out);
        Pack pack = SyntheticMarket.generate(settings);
        packs.save(out, pack);
        PackSummary summary = PackSummary.of(out, pack, List.of(), List.of());
        terminal.result(format.json() ? Json.text(summary.json()) : summary.text(base.ansi()));
        terminal.say("written to " + out);
    }

    private SyntheticSettings settings() {
        try {
            HestonModel model = constant ? HestonModel.constant(volatility) : HestonModel.moving(volatility);
            return SyntheticSettings.daily(seed)
                    .withPremium(premium)
                    .withDays(days)
                    .withBars(barDuration, snapshotBars)
                    .withNulls(nulls)
                    .withSpread(spread)
                    .withCalendar(market.calendar(), firstDay)
                    .withModel(model.withDrift(drift));
        } catch (IllegalArgumentException e) {
            throw new ConfigException("pack synthetic", String.valueOf(e.getMessage()));
        }
    }
}
