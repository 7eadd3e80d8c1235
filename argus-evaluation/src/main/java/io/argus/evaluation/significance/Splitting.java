package io.argus.evaluation.significance;

import io.argus.evaluation.resampling.WorkSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Halves the blocks in every way there is. */
final class Splitting {

    /** Sharpe ratios that lie nearer to each other are equal but for the rounding of their sums. */
    private static final double ROUNDING = 1e-12;

    private final BlockSums[] trials;
    private final int blocks;

    Splitting(BlockSums[] trials, int blocks) {
        this.trials = trials;
        this.blocks = blocks;
    }

    /** In the lexicographic order of the blocks in sample, the first block lowest. */
    List<BacktestOverfitting.Split> all(WorkSplit work) {
        int everything = (1 << blocks) - 1;
        int half = blocks / 2;
        int[] masks = masks(half);
        BacktestOverfitting.Split[] splits = new BacktestOverfitting.Split[masks.length];
        work.run(masks.length, (from, to) -> {
            double[] outOfSample = new double[trials.length];
            for (int i = from; i < to; i++) {
                splits[i] = split(masks[i], everything & ~masks[i], half, outOfSample);
            }
        });
        return Arrays.asList(splits);
    }

    /** Every choice of half the blocks as bits. */
    private int[] masks(int half) {
        List<Integer> masks = new ArrayList<>();
        int[] chosen = new int[half];
        Arrays.setAll(chosen, i -> i);
        do {
            int mask = 0;
            for (int block : chosen) {
                mask |= 1 << block;
            }
            masks.add(mask);
        } while (next(chosen));
        return masks.stream().mapToInt(Integer::intValue).toArray();
    }

    private BacktestOverfitting.Split split(int inSample, int other, int half, double[] outOfSample) {
        int picked = 0;
        double best = Double.NEGATIVE_INFINITY;
        double above = Double.NEGATIVE_INFINITY;
        for (int trial = 0; trial < trials.length; trial++) {
            double sharpe = trials[trial].sharpe(inSample, half);
            if (sharpe > above) {
                best = sharpe;
                above = best + rounding(best);
                picked = trial;
            }
            outOfSample[trial] = trials[trial].sharpe(other, half);
        }
        double own = outOfSample[picked];
        double margin = rounding(own);
        int below = 0;
        int equal = 0;
        for (double each : outOfSample) {
            below += each < own - margin ? 1 : 0;
            equal += Math.abs(each - own) <= margin ? 1 : 0;
        }
        double rank = below + (equal + 1) / 2.0;
        double logit = StrictMath.log(rank / (trials.length + 1 - rank));
        return new BacktestOverfitting.Split(picked, best, own, logit);
    }

    private static double rounding(double sharpe) {
        return ROUNDING * Math.max(1, Math.abs(sharpe));
    }

    private boolean next(int[] chosen) {
        int at = chosen.length - 1;
        while (at >= 0 && chosen[at] == blocks - chosen.length + at) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        chosen[at]++;
        for (int i = at + 1; i < chosen.length; i++) {
            chosen[i] = chosen[i - 1] + 1;
        }
        return true;
    }
}
