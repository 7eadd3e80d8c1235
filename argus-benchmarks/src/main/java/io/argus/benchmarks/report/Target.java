package io.argus.benchmarks.report;

import java.util.List;
import java.util.Optional;

/**
 * One line of the table.
 *
 * @param work what is done
 * @param ours the benchmark that does it
 * @param beside the one that it is held against
 * @param goals all of which it should reach
 */
record Target(String work, String ours, Optional<String> beside, List<Goal> goals) {

    static final double BARS = 1e6;
    private static final double PATH_STEPS = 1e7;

    Target {
        goals = List.copyOf(goals);
    }

    /** All that is measured. */
    static List<Target> all() {
        return List.of(
                beside(
                        "replay 1 M bars, SMA cross / ta4j",
                        "ReplayBenchmark.replay",
                        "ReplayBenchmark.ta4j(number=DecimalNum)",
                        Goal.atMostTimes(0.1),
                        Goal.millionsASecond(10, BARS)),
                beside(
                        "  / ta4j on binary doubles",
                        "ReplayBenchmark.replay",
                        "ReplayBenchmark.ta4j(number=DoubleNum)",
                        Goal.atMostTimes(0.1)),
                alone("  without orders", "ReplayBenchmark.replayWithoutOrders", Goal.allocatingNothing(BARS)),
                alone("  making the pack ready", "ReplayBenchmark.makeReady"),
                beside(
                        "replay 500 chains, VRP / reading quotes",
                        "OptionReplayBenchmark.replay",
                        "OptionReplayBenchmark.readingQuotes",
                        Goal.atMostTimes(3)),
                beside(
                        "  / reading contract, bid, ask alone",
                        "OptionReplayBenchmark.replay",
                        "OptionReplayBenchmark.readingContractsAndPrices"),
                beside(
                        "  whatever the premium",
                        "OptionReplayBenchmark.replayWithoutLeastPremium",
                        "OptionReplayBenchmark.readingQuotes",
                        Goal.atMostTimes(3)),
                beside(
                        "  without orders",
                        "OptionReplayBenchmark.replayWithoutOrders",
                        "OptionReplayBenchmark.readingQuotes",
                        Goal.atMostTimes(3)),
                beside(
                        "sweep of 1000 sets, 2 cores / 1",
                        "SweepBenchmark.sweep(workers=2)",
                        "SweepBenchmark.sweep(workers=1)",
                        Goal.atMostTimes(0.526)),
                beside(
                        "outcomes 1 M x 5 horizons / one pass",
                        "OutcomeBenchmark.outcomes(bars=1000000)",
                        "OutcomeBenchmark.onePass(bars=1000000)",
                        Goal.atMostTimes(20)),
                beside(
                        "  / a quarter of the bars",
                        "OutcomeBenchmark.outcomes(bars=1000000)",
                        "OutcomeBenchmark.outcomes(bars=250000)",
                        Goal.atMostTimes(5)),
                monteCarlo("1.5"),
                monteCarlo("5"),
                monteCarlo("20"),
                beside(
                        "  blocks of 5, 2 cores / 1",
                        "MonteCarloBenchmark.pathsOnTwoCores(meanBlock=5)",
                        "MonteCarloBenchmark.paths(meanBlock=5)",
                        Goal.atMostTimes(0.526)),
                alone("SPA, T 1000, K 100, B 1000", "SignificanceBenchmark.dataSnooping", Goal.withinMillis(50)),
                alone("PBO, S 16, N 10, T 240", "SignificanceBenchmark.overfitting", Goal.withinMillis(20)),
                alone("block length, n 1000", "SignificanceBenchmark.blockLength", Goal.withinMillis(0.1)),
                beside(
                        "allocate 10 000 forecasts / mu/sigma^2",
                        "ForecastBenchmark.plan",
                        "ForecastBenchmark.muOverVariance",
                        Goal.millionsASecond(2, 1e4)),
                alone("risk parity, n 200", "PortfolioBenchmark.riskParity", Goal.withinMillis(5)),
                alone("HRP, n 200", "PortfolioBenchmark.hierarchicalRiskParity", Goal.withinMillis(10)),
                alone("Ledoit-Wolf 2500 x 500", "PortfolioBenchmark.ledoitWolf", Goal.withinMillis(40)),
                beside(
                        "implied volatility / one price",
                        "ImpliedVolatilityBenchmark.impliedVolatility",
                        "ImpliedVolatilityBenchmark.price",
                        Goal.atMostTimes(6),
                        Goal.withinMicros(1)),
                beside(
                        "load 1 M bars, columns / reading bytes",
                        "PackLoadingBenchmark.load(form=pack)",
                        "PackLoadingBenchmark.readingBytes(form=pack)",
                        Goal.withinMillis(100)),
                beside(
                        "load 1 M bars, JSON / reading bytes",
                        "PackLoadingBenchmark.load(form=json)",
                        "PackLoadingBenchmark.readingBytes(form=json)"),
                beside(
                        "allocate 100 rankings / java -version",
                        "ProcessBenchmark.allocate",
                        "ProcessBenchmark.javaVersion",
                        Goal.atMostTimes(10)),
                alone("research cycle on the sample", "ProcessBenchmark.research", Goal.withinMillis(15_000)),
                alone("  until it shows progress", "ProcessBenchmark.firstProgress", Goal.withinMillis(1_000)));
    }

    private static Target monteCarlo(String meanBlock) {
        return beside(
                "Monte Carlo 10 M steps, blocks of " + meanBlock,
                "MonteCarloBenchmark.paths(meanBlock=" + meanBlock + ")",
                "MonteCarloBenchmark.drawingAndAdding(meanBlock=" + meanBlock + ")",
                Goal.atMostTimes(2),
                Goal.millionsASecond(200, PATH_STEPS));
    }

    private static Target beside(String work, String ours, String other, Goal... goals) {
        return new Target(work, ours, Optional.of(other), List.of(goals));
    }

    private static Target alone(String work, String ours, Goal... goals) {
        return new Target(work, ours, Optional.empty(), List.of(goals));
    }
}
