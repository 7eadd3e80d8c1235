package io.argus.app.study;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.argus.app.config.ConfigFile;
import io.argus.app.research.AllocationStep;
import io.argus.app.research.Ports;
import io.argus.app.research.ResearchCycle;
import io.argus.app.research.ResearchPlan;
import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Progress;
import io.argus.app.terminal.Terminal;
import io.argus.app.wiring.AdapterModule;
import io.argus.domain.allocation.Allocation;
import io.argus.domain.market.Bar;
import io.argus.domain.market.BarSeries;
import io.argus.domain.numeric.RandomStream;
import io.argus.domain.numeric.RandomStreams;
import io.argus.domain.pack.Pack;
import io.argus.evaluation.EvaluatedRun;
import io.argus.replay.baseline.Baselines;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.CashRate;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.WalkForwardSpec;
import io.argus.research.port.ExperimentRunner;
import io.argus.research.ranking.Ranking;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ErrorRateStudyTest {

    private static final StudyCell EDGES = StudyCell.catalog().stream()
            .filter(cell -> cell.trials() == 10 && cell.edge() == 2 && cell.years() == 5)
            .findFirst()
            .orElseThrow();

    private static final String LENIENT = """
            evaluation:
              kill_thresholds: {dsr_min: 0.2, spa_p_max: 0.5}
              min_dsr: 0.2
              allocation: {method: fractional_kelly, mu_deflation: none}
            """;

    private final MarketHistory market = MarketHistory.of("here", bars());

    @TempDir
    private Path folder;

    @Test
    void doesNotDependOnTheNumberOfThreads() {
        StudyCell nulls = StudyCell.catalog().get(0);
        CellResult alone = run(StudySettings.shipped(), nulls, 40, 1);

        assertThat(run(StudySettings.shipped(), nulls, 40, 3)).isEqualTo(alone);
        assertThat(alone.cycles()).isEqualTo(40);
        assertThat(alone.fundedSeeds()).allSatisfy(seed -> assertThat(seed).isBetween(1, 40));
    }

    @Test
    void openGatesFundWhatTheShippedOnesKeepOut() throws IOException {
        StudyCell nulls = StudyCell.catalog().get(1);

        long shipped = run(StudySettings.shipped(), nulls, 20, 2).fundedNulls();
        CellResult lenient = run(lenient(), nulls, 20, 2);

        assertThat(lenient.fundedNulls()).isGreaterThan(shipped + 5);
        assertThat(lenient.fundedEdges()).isZero();
        assertThat(lenient.met()).isFalse();
    }

    @Test
    void anEdgeIsCountedApartFromTheNullsBesideIt() throws IOException {
        CellResult result = run(lenient(), EDGES, 10, 2);

        assertThat(result.fundedEdges()).isGreaterThanOrEqualTo(9);
        assertThat(result.nullsFunded().cases()).isEqualTo(90);
    }

    /** The cycle itself, with its files, given the planted runs in place of its experiments. */
    @Test
    void judgesAsAResearchCycleDoes() throws IOException {
        ErrorRateStudy study = new ErrorRateStudy(lenient(), market, new Workers(1));
        List<EvaluatedRun> runs = study.plant(EDGES, 3);

        Map<String, Double> studied = weights(study.judge(runs));
        Map<String, Double> cycled = weights(cycle(runs));

        assertThat(studied).isNotEmpty().isEqualTo(cycled);
    }

    @Test
    void gatesThatNeedAReplayAreOpenAndTold() throws IOException {
        StudySettings settings = settings("""
                evaluation:
                  kill_thresholds: {slippage_sharpe_min_at_1_5x: 0.5, mc_ruin_prob_max: 0.1}
                  allocation: {}
                """);

        assertThat(settings.unjudged()).containsExactly("slippage_sharpe_min_at_1_5x");
        assertThat(settings.evaluation().killThresholds().asMap())
                .containsKeys("mc_ruin_prob_max", "dsr_min")
                .doesNotContainKey("slippage_sharpe_min_at_1_5x");
        assertThat(settings.monteCarlo()).isPresent();
        assertThat(StudySettings.shipped().monteCarlo()).isEmpty();
        assertThatThrownBy(() -> settings("evaluation: {allocation: null}\n")).hasMessageContaining("is null");
    }

    private CellResult run(StudySettings settings, StudyCell cell, int seeds, int threads) {
        try (Workers workers = new Workers(threads)) {
            return new ErrorRateStudy(settings, market, workers).run(cell, seeds, Progress.silent());
        }
    }

    private AllocationStep.Result cycle(List<EvaluatedRun> runs) throws IOException {
        Path bars = folder.resolve("bars.csv");
        Files.writeString(bars, "date,open,high,low,close,volume\n2024-01-02,1,1,1,1,0\n2024-01-03,1,1,1,1,0\n");
        String strategies = IntStream.range(0, runs.size())
                .mapToObj(trial -> String.format("  - {strategy_class: BuyAndHold, id: planted-%03d}\n", trial))
                .collect(Collectors.joining());
        Path config = Files.writeString(
                folder.resolve("cycle.yaml"),
                "pack: {symbols: [SP500], bars: " + bars + ", bar_duration: 1d}\nstrategies:\n" + strategies
                        + "experiment: {output_dir: " + folder.resolve("runs") + "}\n"
                        + LENIENT
                        + "  rankings_output_dir: " + folder.resolve("logs") + "\n"
                        + "  allocations_output_path: " + folder.resolve("logs/plan.json") + "\n");
        Injector files = Guice.createInjector(new AdapterModule());
        ResearchPlan plan = ResearchPlan.of(
                ConfigFile.read(config), StrategyCatalog.load(getClass().getClassLoader()), path -> CashRate.zero());
        plan.prepareOutputs();
        List<AllocationStep.Result> results = new ArrayList<>();
        try (Workers workers = new Workers(2)) {
            new ResearchCycle(files.getInstance(Ports.class), new Planted(runs), workers, silent(), new Kept(results))
                    .run(plan, false, Optional.empty());
        }
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private static Map<String, Double> weights(AllocationStep.Result result) {
        return result.plan().plan().allocations().stream()
                .collect(Collectors.toMap(each -> each.forecast().strategyId(), Allocation::weight));
    }

    private StudySettings lenient() throws IOException {
        return settings(LENIENT);
    }

    private StudySettings settings(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("study.yaml"), yaml);
        return StudySettings.of(ConfigFile.read(file).checked());
    }

    private static Terminal silent() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        return new Terminal(nowhere, nowhere, () -> Instant.EPOCH, true, Ansi.OFF);
    }

    private static BarSeries bars() {
        RandomStream random = new RandomStreams(5).stream(0);
        BarSeries.Builder bars = BarSeries.builder("MARKET", 86_400_000);
        double price = 100;
        for (int day = 0; day < 800; day++) {
            price *= 1.0004 + 0.01 * random.nextGaussian();
            long open = day * 86_400_000L;
            bars.add(new Bar(open, open + 23_400_000, price, price, price, price, 0));
        }
        return bars.build();
    }

    /** Gives the planted runs, by their strategies' names. */
    private record Planted(List<EvaluatedRun> runs) implements ExperimentRunner {

        @Override
        public String runId(ExperimentSpec spec, Pack pack) {
            return find(spec).manifest().runId();
        }

        @Override
        public Experiment run(ExperimentSpec spec, Pack pack, PackReference reference) {
            return find(spec);
        }

        @Override
        public int days(Pack pack) {
            return runs.size();
        }

        @Override
        public String runId(WalkForwardSpec spec, Pack pack) {
            throw new UnsupportedOperationException("no walk-forward is planted");
        }

        @Override
        public Experiment run(WalkForwardSpec spec, Pack pack, PackReference reference) {
            throw new UnsupportedOperationException("no walk-forward is planted");
        }

        private Experiment find(ExperimentSpec spec) {
            return runs.stream()
                    .map(EvaluatedRun::experiment)
                    .filter(run -> run.result().strategyId().equals(spec.strategyId()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private record Kept(List<AllocationStep.Result> results) implements ResearchCycle.Display {

        @Override
        public void ranked(Ranking ranking, List<Baselines> baselines) {}

        @Override
        public void allocated(AllocationStep.Result result) {
            results.add(result);
        }
    }
}
