package io.argus.app.research;

import io.argus.app.config.ConfigFile;
import io.argus.domain.ConfigException;
import io.argus.domain.ConfigProblem;
import io.argus.replay.strategies.StrategyCatalog;
import io.argus.research.experiment.CashRate;
import io.argus.research.experiment.ExperimentSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractListAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Strategies and their grids become runs, or problems with places. */
class RunPlannerTest {

    private static final StrategyCatalog CATALOG = StrategyCatalog.load(RunPlannerTest.class.getClassLoader());
    private static final String PACK = "pack: {symbols: [BTC/USD], bars: none.csv}\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void runsComeInGridOrder() {
        List<ExperimentSpec> runs = plan("""
                strategies:
                  - strategy_class: SmaCross
                    params: {fraction: 0.5}
                    sweep:
                      fast: [20, 10]
                      slow: {min: 100, max: 200, num_steps: 2}
                  - strategy_class: BuyAndHold
                    id: held
                """);

        assertThat(runs)
                .extracting(run -> run.strategyId() + " " + run.parameters())
                .containsExactly(
                        "sma-cross-btc-usd fast=20,fraction=0.5,slow=100,symbol=",
                        "sma-cross-btc-usd fast=20,fraction=0.5,slow=150,symbol=",
                        "sma-cross-btc-usd fast=20,fraction=0.5,slow=200,symbol=",
                        "sma-cross-btc-usd fast=10,fraction=0.5,slow=100,symbol=",
                        "sma-cross-btc-usd fast=10,fraction=0.5,slow=150,symbol=",
                        "sma-cross-btc-usd fast=10,fraction=0.5,slow=200,symbol=",
                        "held fraction=1,symbol=");
    }

    @Test
    void everythingThatCannotRunIsToldWithItsPlace() {
        problems("""
                        strategies:
                          - strategy_class: SmaCros
                          - strategy_class: SmaCross
                            params: {fastt: 3, slow: 100}
                            sweep: {fast: [10, 0.5], slow: [50, 60]}
                        """)
                .containsExactly(
                        "3:5: unknown strategy SmaCros; did you mean SmaCross?",
                        "5:14: SmaCross has no parameter fastt; did you mean fast?",
                        "6:13: fast takes a whole number, not \"0.5\"",
                        "6:30: slow is swept here and has a fixed value too");
    }

    @Test
    void cellsThatMakeNoSenseTogetherAreTold() {
        problems("strategies: [{strategy_class: SmaCross, sweep: {fast: [10, 200], slow: [100]}}]")
                .singleElement()
                .asString()
                .startsWith("2:41: ")
                .contains("fast=200");
    }

    @Test
    void theSameRunTwiceIsTold() {
        problems("strategies: [{strategy_class: SmaCross, sweep: {fast: [10, 1e1], slow: [100]}}]")
                .singleElement()
                .asString()
                .startsWith("2:41: the same run of sma-cross-btc-usd stands here twice");
        problems("strategies: [{strategy_class: BuyAndHold}, {strategy_class: BuyAndHold}]")
                .singleElement()
                .asString()
                .startsWith("2:45: the same run");
    }

    @Test
    void oneRunUnderTwoNamesIsToldInOneLine() {
        String twice = "strategies: [{strategy_class: BuyAndHold}, {strategy_class: BuyAndHold, id: held}]";
        assertThat(planText(PACK + twice).notes())
                .contains("held repeats the run of buy-and-hold-btc-usd (BuyAndHold fraction=1,symbol=):"
                        + " one trial, but both can be funded");
        String swept = """
                strategies:
                  - {strategy_class: SmaCross, sweep: {fast: [5, 10], slow: [100]}}
                  - {strategy_class: SmaCross, id: again, sweep: {fast: [10, 5, 20], slow: [100]}}
                """;
        assertThat(planText(PACK + swept).notes())
                .filteredOn(note -> note.contains("repeat"))
                .singleElement()
                .asString()
                .startsWith("again repeats the run of sma-cross-btc-usd (SmaCross fast=10,")
                .contains("and 1 more run is repeated");
        assertThat(planText(PACK + "strategies: [{strategy_class: BuyAndHold}]").notes())
                .noneMatch(note -> note.contains("repeat"));
    }

    @Test
    void anIdThatNoFileCanHaveIsTold() {
        problems("strategies: [{strategy_class: BuyAndHold, id: ../x}]")
                .containsExactly(
                        "2:43: strategy id takes letters, digits, dots, dashes and underscores, and begins with a"
                                + " letter or digit: \"../x\"");
        problems("strategies: [{strategy_class: BuyAndHold, id: " + "x".repeat(300) + "}]")
                .containsExactly(
                        "2:43: strategy id has 300 characters, and 100 are allowed: \"" + "x".repeat(30) + "…\"");
    }

    @Test
    void aSweepThatIsTooLargeIsRefusedUnexpanded() {
        problems("""
                        strategies:
                          - strategy_class: SmaCross
                            sweep:
                              fast: {min: 1, max: 1000, step: 0.01}
                              slow: {min: 2000, max: 9000, step: 0.01}
                              fraction: {min: 0, max: 1, step: 0.00001}
                        """)
                .contains(
                        "4:5: the sweep has 6993149920899901 runs up to here, and 10000 are allowed; try fewer values, or"
                                + " set experiment.max_runs");
        problems("experiment: {max_runs: 1}\nstrategies: [{strategy_class: BuyAndHold, sweep: {fraction: [0.5, 1]}}]")
                .singleElement()
                .asString()
                .startsWith("3:43: the sweep has 2 runs");
    }

    @Test
    void marketDataIsAskedFor() {
        ConfigException wrong = catchThrowableOfType(
                ConfigException.class, () -> planText("pack: {symbols: [A, A, B], bars: {A: a.csv}}\nstrategies: []"));
        assertThat(wrong.problems())
                .extracting(ConfigProblem::message)
                .containsExactlyInAnyOrder(
                        "A stands here twice", "pack.bars names no file for B", "strategies names no strategy");
    }

    @Test
    void horizonsFitTheBars() {
        problems("strategies: [{strategy_class: BuyAndHold}]\noutcomes: {horizons: [1d, 12h, 36h]}")
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("a horizon is whole seconds"))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("3:27: "),
                        second -> assertThat(second).startsWith("3:32: "));
    }

    @Test
    void horizonsAndSyntheticMarketsEndWithinTheYearsOfTheCalendar() {
        problems("strategies: [{strategy_class: BuyAndHold}]\noutcomes: {horizons: [40000d]}")
                .singleElement()
                .asString()
                .contains("315360000");
        problems("strategies: [{strategy_class: BuyAndHold, synthetic: {first_day: 2100-12-01}}]")
                .singleElement()
                .asString()
                .startsWith("2:")
                .contains("252 days from 2100-12-01 on");
    }

    private List<ExperimentSpec> plan(String strategies) {
        return planText(PACK + strategies).runs();
    }

    private ResearchPlan planText(String text) {
        try {
            Path file = Files.writeString(folder.resolve("c.yaml"), text);
            return ResearchPlan.of(ConfigFile.read(file), CATALOG, path -> CashRate.zero());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private AbstractListAssert<?, List<? extends String>, String, ?> problems(String strategies) {
        ConfigException wrong = catchThrowableOfType(ConfigException.class, () -> plan(strategies));
        return assertThat(wrong.problems())
                .extracting(problem -> problem.toString().replace(folder.resolve("c.yaml") + ":", ""));
    }
}
