package io.argus.evaluation.significance;

import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.resampling.BlockLength;
import io.argus.evaluation.resampling.BootstrapVariance;
import io.argus.evaluation.resampling.WorkSplit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Whether the best of many trials beats nothing, by three tests on one set of stationary-bootstrap draws: White, "A
 * Reality Check for Data Snooping", Econometrica 68, 2000; Hansen, "A Test for Superior Predictive Ability", Journal of
 * Business and Economic Statistics 23, 2005; Romano and Wolf, "Stepwise Multiple Testing as Formalized Data Snooping",
 * Econometrica 73, 2005.
 *
 * @param observations rows of every trial
 * @param draws of the bootstrap
 * @param blockLength expected, as used
 * @param kept indices of the trials compared
 * @param leftOut indices of those whose mean has no variance to test it by
 */
public record DataSnooping(
        int observations,
        int draws,
        double blockLength,
        List<Integer> kept,
        List<Integer> leftOut,
        RealityCheck realityCheck,
        SuperiorAbility superiorAbility,
        Finding<StepDown> stepDown) {

    private static final int FEWEST_ROWS = 3;

    public DataSnooping {
        kept = List.copyOf(kept);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * White's test.
     *
     * @param statistic largest of the trials' √T times mean
     * @param pValue never 0; exactly 1 when no mean is above zero
     */
    public record RealityCheck(double statistic, double pValue) {}

    /**
     * Hansen's test, studentised.
     *
     * @param statistic largest of the trials' √T times mean over its deviation, at least 0
     * @param pLower as if every trial worse than nothing were far worse
     * @param pConsistent as if those were that are worse by more than chance, √(2·ln ln T) deviations
     * @param pUpper as if none were: the least favourable case
     */
    public record SuperiorAbility(double statistic, double pLower, double pConsistent, double pUpper) {}

    /**
     * Romano and Wolf's step-down test, studentised: which trials beat nothing, with the chance of a single false one held
     * at alpha.
     *
     * @param selected their indices, ascending; may be empty
     */
    public record StepDown(double alpha, List<Integer> selected) {

        public StepDown {
            selected = List.copyOf(selected);
        }
    }

    /**
     * How to test.
     *
     * @param draws at least 1; usually 1 000
     * @param blockLength expected; empty for the mean of the trials' automatic lengths, at least 1
     * @param alpha of the step-down test, in (0, 1)
     */
    public record Settings(int draws, OptionalDouble blockLength, long seed, double alpha) {

        public Settings {
            if (draws < 1) {
                throw new IllegalArgumentException("at least one draw: " + draws);
            }
            if (blockLength.isPresent() && !(blockLength.getAsDouble() >= 1)) {
                throw new IllegalArgumentException("a block has at least one row: " + blockLength.getAsDouble());
            }
            if (!(alpha > 0 && alpha < 1)) {
                throw new IllegalArgumentException("an error rate lies within (0, 1): " + alpha);
            }
        }

        /** A thousand draws of automatic block length; 5 %. */
        public static Settings defaults() {
            return new Settings(1_000, OptionalDouble.empty(), 42, 0.05);
        }
    }

    /**
     * O(draws·rows·trials).
     *
     * @param returns of each trial against the benchmark, over the same rows
     */
    public static Finding<DataSnooping> of(List<double[]> returns, Settings settings, WorkSplit split) {
        if (returns.isEmpty()) {
            return Finding.none("there are no trials");
        }
        int rows = returns.get(0).length;
        if (returns.stream().anyMatch(each -> each.length != rows)) {
            throw new IllegalArgumentException("trials must stand over the same rows");
        }
        if (rows < FEWEST_ROWS) {
            return Finding.none("at least " + FEWEST_ROWS + " rows are needed, not " + rows);
        }
        double block = settings.blockLength().orElseGet(() -> automatic(returns));
        if (block > rows) {
            return Finding.none("blocks of " + block + " do not fit into " + rows + " rows");
        }
        List<Integer> kept = new ArrayList<>();
        List<Integer> leftOut = new ArrayList<>();
        List<TestedTrial> trials = new ArrayList<>();
        for (int i = 0; i < returns.size(); i++) {
            double variance = BootstrapVariance.ofMean(returns.get(i), block);
            if (variance > 0) {
                kept.add(i);
                trials.add(TestedTrial.of(returns.get(i), variance));
            } else {
                leftOut.add(i);
            }
        }
        if (kept.isEmpty()) {
            return Finding.none("no trial varies");
        }
        SnoopingDraws draws = SnoopingDraws.of(trials, settings.draws(), block, settings.seed(), split);
        return Finding.of(new DataSnooping(
                rows,
                settings.draws(),
                block,
                kept,
                leftOut,
                draws.realityCheck(),
                draws.superiorAbility(),
                draws.stepDown(settings.alpha())
                        .map(selected -> new StepDown(
                                settings.alpha(),
                                selected.stream().map(kept::get).toList()))));
    }

    /** The mean of the automatic lengths of the trials that vary, at least 1. */
    static double automatic(List<double[]> returns) {
        return Math.max(1, BlockLength.mean(varying(returns)).stationary());
    }

    static List<double[]> varying(List<double[]> returns) {
        return returns.stream().filter(EffectiveTrials::varies).toList();
    }
}
