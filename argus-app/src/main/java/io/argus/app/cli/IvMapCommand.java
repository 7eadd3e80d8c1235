package io.argus.app.cli;

import io.argus.app.config.bind.Suggestion;
import io.argus.app.terminal.Counted;
import io.argus.app.terminal.Json;
import io.argus.app.terminal.Terminal;
import io.argus.domain.ConfigException;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.Pack;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Strategy;
import io.argus.replay.ReplayHarness;
import io.argus.replay.result.ReplayResult;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.replay.volatility.ConsensusPolicy;
import io.argus.replay.volatility.IvTruthMap;
import io.argus.research.experiment.ReplaySettings;
import io.argus.research.port.PackStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code argus iv-map}. */
@Command(
        name = "iv-map",
        description = {
            "Shows what implied volatility a pack really holds, and where it comes from.",
            "Per source: how many snapshots give one, by which way, why the others do not and what to do, how",
            "stale they were, and how far sources agree. With a strategy, replays it and counts which condition",
            "kept it from trading."
        },
        footer = {
            "",
            "Example:",
            "  argus iv-map --pack packs/synthetic.pack --strategy VrpCreditSpread --require 'trades>0'"
        })
final class IvMapCommand implements Callable<Integer> {

    private static final Pattern REQUIREMENT = Pattern.compile("\\s*trades\\s*(>=?)\\s*(\\d{1,9})\\s*");

    private final Terminal base;
    private final PackStore packs;

    @Mixin
    private GlobalOptions options = new GlobalOptions();

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private PackReadingOptions assumptions = new PackReadingOptions();

    @Option(names = "--pack", required = true, paramLabel = "P", description = "The pack to look into.")
    private Path pack = Path.of("");

    @Option(
            names = "--target-days",
            paramLabel = "N",
            defaultValue = "30",
            description = "Calendar days to the expiry whose volatility is wanted (default: ${DEFAULT-VALUE}).")
    private int targetDays;

    @Option(
            names = "--max-age",
            paramLabel = "60s|1h",
            defaultValue = "120s",
            converter = DurationConverter.class,
            description = "How old a snapshot may be on receipt, and one that is compared with it (default:"
                    + " ${DEFAULT-VALUE}).")
    private Duration maxAge = Duration.ofMinutes(2);

    @Option(
            names = "--consensus",
            paramLabel = "POLICY",
            defaultValue = "winner",
            description = "What stands where providers differ: 'prefer NAME', winner (the latest) or blended (default:"
                    + " ${DEFAULT-VALUE}).")
    private String consensus = "winner";

    @Option(
            names = "--snapshots",
            paramLabel = "N|all",
            defaultValue = "1000",
            converter = SnapshotLimit.class,
            description = "How many snapshots of each source, the latest, --format json lists one by one (default:"
                    + " ${DEFAULT-VALUE}).")
    private int listed;

    @ArgGroup(exclusive = false)
    private @Nullable StrategyChoice strategy;

    @Option(
            names = "--require",
            paramLabel = "trades>N",
            description = "Ends with 3 when the strategy makes no more than N trades.")
    private Optional<String> required = Optional.empty();

    IvMapCommand(Terminal base, PackStore packs) {
        this.base = base;
        this.packs = packs;
    }

    @Override
    public Integer call() {
        Terminal terminal = options.terminal(base);
        IvTruthMap.Settings settings = settings();
        Optional<Long> fewest = required.map(IvMapCommand::fewestTrades);
        StrategyCatalog catalog = options.catalog();
        Optional<Parameters> parameters = Optional.ofNullable(strategy).map(choice -> choice.parameters(catalog));
        if (fewest.isPresent() && parameters.isEmpty()) {
            throw new ConfigException("--require", "trades are made by a strategy: add --strategy");
        }
        PackStore.Loaded loaded = packs.load(pack, assumptions.reading());
        loaded.warnings().forEach(terminal::warn);
        requirePreferred(settings.policy(), loaded.pack());
        parameters.ifPresent(chosen -> StrategyChoice.requireSymbol(chosen, loaded.pack()));
        IvTruthMap map = IvTruthMap.of(loaded.pack(), settings);
        Optional<TradeDiagnosis> diagnosis = parameters.map(
                chosen -> options.strategyWatch().run(() -> diagnose(loaded.pack(), catalog, strategyName(), chosen)));
        if (format.json()) {
            IvMapJson json = new IvMapJson(loaded.pack(), settings, listed);
            base.result(out -> Json.write(json.of(map, diagnosis), out));
        } else {
            base.result(new IvMapText(base.ansi()).of(loaded.pack(), map, settings, diagnosis));
        }
        long trades = diagnosis.map(TradeDiagnosis::trades).orElse(0L);
        if (fewest.isPresent() && trades < fewest.get()) {
            terminal.warn("--require " + required.orElseThrow() + " fell short: " + strategyName() + " made "
                    + Counted.of(trades, "trade"));
            return Failures.FELL_SHORT;
        }
        return 0;
    }

    private static void requirePreferred(ConsensusPolicy policy, Pack pack) {
        SortedSet<String> providers =
                pack.chains().stream().map(ChainSeries::provider).collect(Collectors.toCollection(TreeSet::new));
        if (policy instanceof ConsensusPolicy.Prefer prefer && !providers.contains(prefer.provider())) {
            throw new ConfigException(
                    "--consensus",
                    "the pack has no quotes of " + prefer.provider() + Suggestion.question(prefer.provider(), providers)
                            + "; its providers: " + (providers.isEmpty() ? "none" : String.join(", ", providers)));
        }
    }

    private IvTruthMap.Settings settings() {
        if (targetDays < 0) {
            throw new ConfigException("--target-days", "must not be negative: " + targetDays);
        }
        try {
            return new IvTruthMap.Settings(
                    targetDays, maxAge.toMillis(), maxAge.toMillis(), ConsensusPolicy.parse(consensus));
        } catch (IllegalArgumentException e) {
            throw new ConfigException("--consensus", String.valueOf(e.getMessage()));
        }
    }

    private String strategyName() {
        return strategy == null ? "" : strategy.name();
    }

    private static TradeDiagnosis diagnose(Pack pack, StrategyCatalog catalog, String name, Parameters parameters) {
        Strategy instance = catalog.create(name, parameters);
        ReplayResult result = ReplayHarness.on(pack).run(instance, ReplaySettings.defaults());
        return TradeDiagnosis.of(name, instance, result);
    }

    /** A number, or all. */
    static final class SnapshotLimit implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            if (text.equals("all")) {
                return Integer.MAX_VALUE;
            }
            if (!text.matches("\\d{1,9}")) {
                throw new TypeConversionException("takes a number or all, not \"" + text + "\"");
            }
            return Integer.valueOf(text);
        }
    }

    private static long fewestTrades(String text) {
        Matcher matcher = REQUIREMENT.matcher(text);
        if (!matcher.matches()) {
            throw new ConfigException("--require", "is trades>N or trades>=N, not \"" + text + "\"");
        }
        long bound = Long.parseLong(matcher.group(2));
        return matcher.group(1).equals(">") ? bound + 1 : bound;
    }
}
