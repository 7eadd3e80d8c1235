package io.argus.app.research;

import io.argus.app.runtime.Workers;
import io.argus.app.terminal.Terminal;
import io.argus.connectors.file.json.JsonExperimentStore;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.testing.Markets;
import io.argus.replay.experiment.EngineVersion;
import io.argus.replay.experiment.ReplayExperimentRunner;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.Experiment;
import io.argus.research.experiment.ExperimentSpec;
import io.argus.research.experiment.PackReference;
import io.argus.research.experiment.ReplaySettings;
import io.argus.research.experiment.WalkForwardSpec;
import io.argus.research.port.ExperimentRunner;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;

import static org.assertj.core.api.Assertions.assertThat;

class ExperimentStepTest {

    private static final Pack PACK =
            Markets.pack(TradingCalendar.newYorkStockExchange(), Markets.daily("SPX", 5, 60, 0.01));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aRunThatInterruptsItsThreadFailsAlone(int threads) {
        try (Workers workers = new Workers(threads)) {
            ExperimentStep.Report report = new ExperimentStep(
                            new Interrupting(), new JsonExperimentStore(), workers, terminal())
                    .run(new ExperimentStep.Request(
                            List.of(spec("base"), spec("interrupts"), spec("is-cancelled"), spec("last")),
                            PACK,
                            new PackReference("p", PACK.hash().hex()),
                            folder,
                            false,
                            "walk_forward"));
            assertThat(report.finished()).hasSize(2);
            assertThat(report.failures())
                    .hasSize(2)
                    .allSatisfy(failure -> assertThat(failure).contains("interrupted the thread that it ran on"));
        }
    }

    private static Terminal terminal() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Terminal(nowhere, nowhere, InstantSource.system(), true, Ansi.OFF);
    }

    private static ExperimentSpec spec(String tag) {
        return new ExperimentSpec(
                "hold",
                tag,
                "BuyAndHold",
                Interrupting.CATALOG.complete(
                        Interrupting.CATALOG.find("BuyAndHold").orElseThrow(), Map.of()),
                ReplaySettings.defaults(),
                42);
    }

    /** As with strategies that do so. */
    private static final class Interrupting implements ExperimentRunner {

        private static final StrategyCatalog CATALOG = StrategyCatalog.load(ExperimentStepTest.class.getClassLoader());

        private final ExperimentRunner runner = new ReplayExperimentRunner(CATALOG, new EngineVersion("test"));

        @Override
        public Experiment run(ExperimentSpec spec, Pack pack, PackReference reference) {
            Experiment experiment = runner.run(spec, pack, reference);
            if (spec.tag().equals("interrupts")) {
                Thread.currentThread().interrupt();
            }
            if (spec.tag().equals("is-cancelled")) {
                Thread.currentThread().interrupt();
                throw new CancellationException("the replay was interrupted");
            }
            return experiment;
        }

        @Override
        public String runId(ExperimentSpec spec, Pack pack) {
            return runner.runId(spec, pack);
        }

        @Override
        public int days(Pack pack) {
            return runner.days(pack);
        }

        @Override
        public String runId(WalkForwardSpec spec, Pack pack) {
            return runner.runId(spec, pack);
        }

        @Override
        public Experiment run(WalkForwardSpec spec, Pack pack, PackReference reference) {
            return runner.run(spec, pack, reference);
        }
    }
}
