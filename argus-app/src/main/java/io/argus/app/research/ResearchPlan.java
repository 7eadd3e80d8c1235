package io.argus.app.research;

import io.argus.app.config.BarFiles;
import io.argus.app.config.ConfigFile;
import io.argus.app.config.ExperimentSection;
import io.argus.app.config.PackSection;
import io.argus.app.config.ResearchConfig;
import io.argus.app.config.StrategyEntry;
import io.argus.app.config.SyntheticSection;
import io.argus.app.config.bind.Problems;
import io.argus.domain.ConfigException;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.replay.synthetic.SyntheticMarket;
import io.argus.research.experiment.CashRate;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.port.BarSource;
import io.argus.research.registry.AdmissionRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a cycle will do, worked out before it does any of it.
 *
 * @param snapshots what to put beside the pack's bars
 * @param runs on the pack, in grid order
 * @param synthetic runs on synthetic markets
 * @param walkForwardPlace where the windows of a walk-forward stand in the file
 * @param notes what the user should know before it starts
 */
public record ResearchPlan(
        ResearchConfig config,
        PackStep.Request pack,
        List<OptionSnapshots.Source> snapshots,
        List<ExperimentSpec> runs,
        List<SyntheticRuns> synthetic,
        String walkForwardPlace,
        List<String> notes) {

    public ResearchPlan {
        snapshots = List.copyOf(snapshots);
        runs = List.copyOf(runs);
        synthetic = List.copyOf(synthetic);
        notes = List.copyOf(notes);
    }

    /**
     * @param cashRates reads a file of cash rates
     * @throws ConfigException with everything that is wrong with the file, places included
     */
    public static ResearchPlan of(ConfigFile file, StrategyCatalog catalog, Function<Path, CashRate> cashRates) {
        ResearchConfig config = file.config();
        Problems problems = file.problems();
        if (file.unreadable()) {
            problems.refuse();
        }
        PlanChecks checks = new PlanChecks(file);
        if (checks.refusedPack()) {
            // What was found there is told; all else would be about a pack that is not the user's.
            problems.refuse();
        }
        checks.requireMarketData();
        List<OptionSnapshots.Source> snapshots = OptionSnapshots.named(file);
        RunPlanner planner = new RunPlanner(catalog);
        List<StrategyGrid> real = strategies(file, false);
        List<StrategyGrid> synthetic = strategies(file, true);
        // The rates do not matter to what may be wrong, and their file need not be read when something is.
        runs(planner, config, CashRate.zero(), concatenated(real, synthetic), problems);
        checks.requireSymbols(real, config.pack().symbols());
        checks.requireSymbols(synthetic, List.of(SyntheticMarket.SYMBOL));
        checks.requireMarkets();
        config.experiment().cashRate().requireThere(file.place("experiment.cash_rate"), problems);
        problems.refuse();
        CashRate cash = config.experiment().cashRate().resolve(cashRates);
        List<SyntheticRuns> made = new ArrayList<>();
        List<SyntheticSection> markets = config.strategies().stream()
                .flatMap(entry -> entry.synthetic().stream())
                .toList();
        for (int i = 0; i < synthetic.size(); i++) {
            made.add(new SyntheticRuns(
                    markets.get(i).settings(config.experiment().market()),
                    runs(planner, config, cash, List.of(synthetic.get(i)), problems)));
        }
        List<ExperimentSpec> runs = runs(planner, config, cash, real, problems);
        List<String> notes = notes(config, snapshots);
        RepeatedRuns.note(runs).ifPresent(notes::add);
        return new ResearchPlan(
                config,
                packRequest(config),
                snapshots,
                runs,
                made,
                file.place("experiment.walk_forward").toString(),
                notes);
    }

    private static List<ExperimentSpec> runs(
            RunPlanner planner,
            ResearchConfig config,
            CashRate cash,
            List<StrategyGrid> strategies,
            Problems problems) {
        ExperimentSection account = config.experiment();
        return planner.plan(strategies, account.replay(cash), account.maxRuns(), problems).stream()
                .map(run -> run.withMonteCarlo(account.monteCarlo()).withStress(account.stress()))
                .toList();
    }

    private static List<StrategyGrid> concatenated(List<StrategyGrid> first, List<StrategyGrid> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    /**
     * Every folder that the cycle writes into, made where it is missing.
     *
     * @throws ConfigException when nothing can be written into one of them
     */
    public List<Path> prepareOutputs() {
        ResearchOutputs.prepare(config);
        return ResearchOutputs.folders(config);
    }

    /**
     * @param synthetic whether those on synthetic markets are wanted, or those on the pack
     */
    private static List<StrategyGrid> strategies(ConfigFile file, boolean synthetic) {
        List<StrategyGrid> strategies = new ArrayList<>();
        List<String> symbols = synthetic
                ? List.of(SyntheticMarket.SYMBOL)
                : file.config().pack().symbols();
        for (int i = 0; i < file.config().strategies().size(); i++) {
            StrategyEntry entry = file.config().strategies().get(i);
            if (entry.synthetic().isPresent() != synthetic) {
                continue;
            }
            String path = "strategies[" + i + "].";
            strategies.add(new StrategyGrid(
                    entry.id().orElseGet(() -> RunPlanner.defaultId(entry.strategyClass(), symbols)),
                    entry.strategyClass(),
                    entry.params().grid(),
                    entry.sweep(),
                    file.place(path + (entry.id().isPresent() ? "id" : "strategy_class")),
                    file.place(path + "strategy_class"),
                    file.place(path + (entry.sweep().isEmpty() ? "strategy_class" : "sweep"))));
        }
        return strategies;
    }

    private static PackStep.Request packRequest(ResearchConfig config) {
        PackSection pack = config.pack();
        BarFiles files = pack.bars().orElseThrow();
        List<BarSource.Request> bars = pack.symbols().stream()
                .map(symbol -> new BarSource.Request(
                        files.find(symbol).orElseThrow(),
                        symbol,
                        pack.barDuration().toMillis(),
                        config.experiment().market().calendar(),
                        pack.startDate(),
                        pack.endDate(),
                        false))
                .toList();
        Optional<List<Long>> horizons = config.outcomes().ensureBeforePack()
                ? Optional.of(config.outcomes().horizons().stream()
                        .map(Duration::toSeconds)
                        .toList())
                : Optional.empty();
        return new PackStep.Request(
                bars,
                config.experiment().market().calendar(),
                horizons,
                config.outcomes().gapToleranceBars(),
                pack.lastNDays());
    }

    private static List<String> notes(ResearchConfig config, List<OptionSnapshots.Source> snapshots) {
        List<String> notes = new ArrayList<>();
        for (String symbol : config.pack().symbols()) {
            config.pack()
                    .bars()
                    .flatMap(files -> files.find(symbol))
                    .filter(file -> !Files.exists(file))
                    .ifPresent(file -> notes.add("the bars of " + symbol + " are not there yet: " + file));
        }
        snapshots.stream()
                .filter(each -> !each.exists())
                .forEach(each ->
                        notes.add("the option snapshots of " + each.symbol() + " are not there yet: " + each.file()));
        notes.addAll(config.evaluation().warnings());
        AdmissionRule rule = config.evaluation().admission();
        if (config.evaluation().laxerThanShipped() && allocates(config)) {
            notes.add("the gates are laxer than the shipped ones (min_dsr " + rule.minDsr()
                    + "): the plan will be marked NOT FOR TRADING");
        }
        return notes;
    }

    /** Every run, on whatever market. */
    public List<ExperimentSpec> allRuns() {
        return Stream.concat(runs.stream(), synthetic.stream().flatMap(each -> each.runs().stream()))
                .toList();
    }

    /** The classes over whose runs there is to be a walk-forward. */
    public Set<String> walkForwards() {
        Set<String> classes = new LinkedHashSet<>();
        runs.stream()
                .filter(run -> run.stress().walkForward().isPresent())
                .forEach(run -> classes.add(run.strategyClass()));
        return classes;
    }

    /** Whether there is an allocation step: both its settings and its output are given. */
    public static boolean allocates(ResearchConfig config) {
        return config.evaluation().allocation().isPresent()
                && config.evaluation().allocationsOutputPath().isPresent();
    }
}
