package io.argus.research.experiment;

import java.util.List;
import java.util.Objects;

/**
 * What a run's history gave when it was drawn again and compounded many times. Returns and drawdowns are fractions;
 * quantiles lie linearly between order statistics, at (n-1)·q.
 *
 * @param blockLength that was used, in units
 * @param length periods of a path: as many as the run had
 * @param medianReturn from start to end of a path
 * @param medianDrawdown deepest fall of a path from its own highest value, the start included
 * @param ruinProbability share of paths that reached the ruin level
 * @param fractionPositive share of paths that ended above their start
 * @param fan equity by steps along the paths, for a chart
 */
public record MonteCarloSummary(
        MonteCarloSettings settings,
        double blockLength,
        int length,
        double medianReturn,
        double p5Return,
        double p95Return,
        double medianDrawdown,
        double p95Drawdown,
        double ruinProbability,
        double fractionPositive,
        List<FanStep> fan) {

    public MonteCarloSummary {
        Objects.requireNonNull(settings, "settings");
        fan = List.copyOf(fan);
    }

    /**
     * Where the paths stand after some periods, as multiples of the start.
     *
     * @param period from 0, the start
     */
    public record FanStep(int period, double p5, double median, double p95) {}
}
