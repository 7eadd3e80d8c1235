package io.argus.app.settings;

import io.argus.allocation.AllocationSettings;
import io.argus.allocation.sizing.FractionalKelly;
import io.argus.domain.ConfigException;
import io.argus.domain.ConfigProblem;
import io.argus.domain.experiment.CashRate;
import io.argus.domain.experiment.ExecutionSettings;
import io.argus.domain.experiment.ReplaySettings;
import io.argus.domain.forecast.ForecastSettings;
import io.argus.domain.forecast.MaxLossPerContract;
import io.argus.domain.forecast.MuDeflation;
import io.argus.domain.registry.AdmissionRule;
import io.argus.evaluation.EvaluationSettings;
import io.argus.evaluation.gate.KillThresholds;
import io.argus.evaluation.significance.Benchmark;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a configuration file, all of its problems at once. */
public final class ConfigReader {

    private final String file;
    private final List<ConfigProblem> problems = new ArrayList<>();

    private ConfigReader(Path file) {
        this.file = file.toString();
    }

    /**
     * @throws ConfigException with every problem and its place
     */
    public static ResearchConfig read(Path file) {
        ConfigReader reader = new ConfigReader(file);
        ResearchConfig config = reader.research(new Section(reader.file, reader.problems, Optional.of(compose(file))));
        if (!reader.problems.isEmpty()) {
            throw new ConfigException(reader.problems);
        }
        return config;
    }

    private static Node compose(Path file) {
        LoaderOptions limits = new LoaderOptions();
        limits.setMaxAliasesForCollections(20);
        limits.setNestingDepthLimit(30);
        try {
            Node node = new Yaml(new SafeConstructor(limits)).compose(new StringReader(Files.readString(file)));
            if (node == null) {
                throw new ConfigException(file.toString(), "is empty");
            }
            return node;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            int column = e.getProblemMark() == null ? 1 : e.getProblemMark().getColumn() + 1;
            throw new ConfigException(file + ":" + line + ":" + column, "is not YAML: " + e.getProblem());
        } catch (IOException e) {
            throw new ConfigException(file.toString(), "cannot be read: no such file, or not UTF-8 text");
        }
    }

    private ResearchConfig research(Section root) {
        Section pack = root.section("pack");
        Section experiment = root.section("experiment");
        Section evaluation = root.section("evaluation");
        Section loop = root.section("loop");
        List<String> symbols = pack.texts("symbols");
        Map<String, Path> bars = bars(pack, symbols);
        Path rankings = path(evaluation, "rankings_output_dir").orElse(Path.of("logs"));
        ResearchConfig config = new ResearchConfig(
                symbols,
                bars,
                date(pack, "start_date"),
                date(pack, "end_date"),
                strategies(root),
                replay(experiment),
                path(experiment, "output_dir").orElse(Path.of("experiments")),
                (int) number(experiment, "max_runs", 10_000, value -> value >= 1, "at least 1"),
                evaluationSettings(evaluation),
                rankings,
                path(evaluation, "trial_ledger_path").orElse(rankings.resolve("trials.jsonl")),
                sizing(evaluation),
                path(evaluation, "allocations_output_path"),
                number(evaluation, "equity", 10_000, value -> value > 0, "above 0"),
                admission(evaluation),
                Duration.ofMinutes((long) (60 * number(loop, "interval_hours", 24, value -> value > 0, "above 0"))));
        if (symbols.isEmpty()) {
            problems.add(new ConfigProblem(file, "pack.symbols names no symbol"));
        }
        for (Section each : List.of(pack, experiment, evaluation, loop, root)) {
            each.refuseUnknown();
        }
        return config;
    }

    private Map<String, Path> bars(Section pack, List<String> symbols) {
        Map<String, Path> files = new LinkedHashMap<>();
        Optional<String> pattern = pack.text("bars");
        if (pattern.isEmpty()) {
            problems.add(new ConfigProblem(file, "pack.bars names no file"));
        }
        symbols.forEach(symbol -> files.put(symbol, Path.of(pattern.orElse("").replace("{symbol}", symbol))));
        return files;
    }

    private List<ResearchConfig.Entry> strategies(Section root) {
        List<ResearchConfig.Entry> entries = new ArrayList<>();
        for (Section entry : root.sections("strategies")) {
            Map<String, List<Object>> grid = new LinkedHashMap<>(entry.grid("params"));
            grid.putAll(entry.grid("sweep"));
            Optional<String> name = entry.text("strategy_class");
            entries.add(new ResearchConfig.Entry(
                    entry.text("id"), name.orElse(""), grid, entry.position("strategy_class")));
            entry.refuseUnknown();
        }
        if (entries.isEmpty()) {
            problems.add(new ConfigProblem(file, "strategies names no strategy"));
        }
        return entries;
    }

    private ReplaySettings replay(Section experiment) {
        Section execution = experiment.section("execution");
        ExecutionSettings shipped = ExecutionSettings.defaults();
        double multiplier =
                number(execution, "cost_multiplier", shipped.costMultiplier(), value -> value >= 0, "not negative");
        OptionalDouble slippage = fraction(execution, "slippage");
        OptionalDouble commission = fraction(execution, "commission");
        execution.refuseUnknown();
        ExecutionSettings settings = new ExecutionSettings(
                shipped.quoteSource(),
                shipped.spread(),
                slippage,
                commission,
                multiplier,
                shipped.maxQuoteAgeMs(),
                shipped.maxSpread(),
                shipped.marketOnCloseCutoffMs(),
                shipped.initialMargin(),
                shipped.maintenanceMargin(),
                shipped.allowNaked(),
                shipped.borrowRateAnnual());
        double cash = number(experiment, "starting_cash", 10_000, value -> value > 0, "above 0");
        double rate = number(experiment, "cash_rate", 0, value -> value > -1 && value < 1, "within (-1, 1)");
        return new ReplaySettings(cash, CashRate.constant(rate), settings);
    }

    private EvaluationSettings evaluationSettings(Section evaluation) {
        EvaluationSettings shipped = EvaluationSettings.defaults();
        Map<String, Double> gates = new HashMap<>(shipped.thresholds().asMap());
        evaluation.numbers("kill_thresholds").forEach((name, value) -> {
            gates.remove(name);
            value.ifPresent(number -> gates.put(name, number));
            if (!KillThresholds.known().contains(name)) {
                evaluation.problem("kill_thresholds", "unknown gate " + name + "; there are " + KillThresholds.known());
            }
        });
        gates.keySet().retainAll(KillThresholds.known());
        Optional<String> name = evaluation.text("benchmark");
        Optional<Benchmark> benchmark = name.flatMap(Benchmark::find);
        if (name.isPresent() && benchmark.isEmpty()) {
            evaluation.problem("benchmark", "benchmark is zero, cash, buy_and_hold or beta_adjusted");
        }
        return new EvaluationSettings(
                shipped.weights(),
                KillThresholds.of(gates),
                benchmark.orElse(shipped.benchmark()),
                shipped.effectiveTrials(),
                shipped.inference(),
                shipped.periodsPerYear(),
                shipped.observations());
    }

    private Optional<ResearchConfig.Sizing> sizing(Section evaluation) {
        Section section = evaluation.section("allocation");
        if (!evaluation.has("allocation")) {
            return Optional.empty();
        }
        DoublePredicate share = value -> value > 0 && value <= 1;
        double kelly = number(section, "kelly_fraction", 0.25, share, "in (0, 1]");
        double cap = number(section, "per_play_cap", 0.07, share, "in (0, 1]");
        double aggregate = number(section, "aggregate_exposure_cap", 1, value -> value > 0, "above 0");
        double target = number(section, "vol_target_annual", 0, value -> value > 0, "above 0 or null");
        double edge = number(section, "min_edge_over_cost", 0, value -> value >= 0, "not negative");
        double floor = number(section, "confidence_floor", 0.25, value -> value >= 0 && value <= 1, "in [0, 1]");
        double loss = number(section, "max_loss_per_contract", 0, value -> value > 0, "above 0 or null");
        Optional<String> deflation = section.text("mu_deflation");
        Optional<MuDeflation> found = deflation.flatMap(MuDeflation::find);
        if (deflation.isPresent() && found.isEmpty()) {
            section.problem("mu_deflation", "mu_deflation is expected_max or none");
        }
        section.refuseUnknown();
        MuDeflation muDeflation = found.orElse(MuDeflation.EXPECTED_MAX);
        TreeMap<String, Object> written = new TreeMap<>(Map.of(
                "method", "fractional_kelly",
                "kelly_fraction", kelly,
                "per_play_cap", cap,
                "aggregate_exposure_cap", aggregate,
                "min_edge_over_cost", edge,
                "confidence_floor", floor,
                "mu_deflation", muDeflation.key()));
        OptionalDouble overlay = target > 0 ? OptionalDouble.of(target) : OptionalDouble.empty();
        overlay.ifPresent(value -> written.put("vol_target_annual", value));
        OptionalDouble known = loss > 0 ? OptionalDouble.of(loss) : OptionalDouble.empty();
        return Optional.of(new ResearchConfig.Sizing(
                new AllocationSettings(new FractionalKelly(kelly, cap, overlay, edge), aggregate),
                new ForecastSettings(floor, muDeflation, OptionalInt.empty(), new MaxLossPerContract(Map.of(), known)),
                written));
    }

    private AdmissionRule admission(Section evaluation) {
        double dsr = number(evaluation, "min_dsr", AdmissionRule.DEFAULT_MIN_DSR, value -> value >= 0, "not negative");
        double score = number(evaluation, "min_composite_score", 0, Double::isFinite, "a number");
        Optional<String> key = evaluation.text("candidates");
        Optional<AdmissionRule.Selection> selection = key.flatMap(AdmissionRule.Selection::find);
        if (key.isPresent() && selection.isEmpty()) {
            evaluation.problem("candidates", "candidates is best_per_strategy or all");
        }
        return new AdmissionRule(dsr, score, selection.orElse(AdmissionRule.Selection.BEST_PER_STRATEGY));
    }

    private static double number(Section section, String key, double missing, DoublePredicate valid, String range) {
        Optional<BigDecimal> value = section.number(key);
        if (value.isEmpty()) {
            return missing;
        }
        if (!valid.test(value.get().doubleValue())) {
            section.problem(key, key + " must be " + range + ", not " + value.get());
            return missing;
        }
        return value.get().doubleValue();
    }

    private static OptionalDouble fraction(Section section, String key) {
        double value = number(section, key, -1, each -> each >= 0 && each < 1, "in [0, 1)");
        return value < 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static Optional<Path> path(Section section, String key) {
        return section.text(key).map(Path::of);
    }

    private static Optional<LocalDate> date(Section section, String key) {
        return section.text(key).flatMap(text -> {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                section.problem(key, key + " takes a date such as 2007-01-01, not \"" + text + "\"");
                return Optional.empty();
            }
        });
    }
}
