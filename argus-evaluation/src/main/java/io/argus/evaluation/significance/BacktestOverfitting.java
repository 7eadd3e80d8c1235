package io.argus.evaluation.significance;

import io.argus.evaluation.metric.Finding;
import io.argus.evaluation.resampling.WorkSplit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How often picking the best trial of one half of the data picks a poor one for the other: the probability of backtest
 * overfitting by combinatorially symmetric cross-validation (Bailey, Borwein, López de Prado and Zhu, "The Probability of
 * Backtest Overfitting", Journal of Computational Finance 20, 2017). Sharpe ratios are per period; a trial that does not
 * vary within a half has 0 there.
 *
 * <p>Of trials with the same Sharpe ratio in sample the earliest is picked; ranks out of sample that are equal are
 * averaged. Below ten trials the probability moves in large steps: it can be reported, but should not decide.
 *
 * @param blocks that the rows were cut into
 * @param combinations of half the blocks
 * @param trials compared
 * @param droppedRows left out at the front, because they did not fill the blocks
 * @param probability share of splits in which the picked trial is at or below the median of the other half
 * @param meanLogit of the picked trial's relative rank there: ln(ω/(1-ω)), ω = rank/(N+1), rank 1 the worst
 * @param slope of its Sharpe ratio there on its own in sample, by least squares; empty where that differs by rounding at most
 * @param probabilityOfLoss share of splits in which its Sharpe ratio there is negative
 * @param splits one by one, in the lexicographic order of the blocks in sample
 */
public record BacktestOverfitting(
        int blocks,
        int combinations,
        int trials,
        int droppedRows,
        double probability,
        double meanLogit,
        OptionalDouble slope,
        double probabilityOfLoss,
        List<Split> splits) {

    /** The usual number of blocks, and the most: 12 870 combinations. */
    public static final int USUAL_BLOCKS = 16;

    /** From how many trials on the probability may decide. */
    public static final int FEWEST_TRIALS_TO_GATE = 10;

    private static final int FEWEST_ROWS_A_HALF = 2;

    /** A spread of Sharpe ratios this small beside their size is the rounding of the sums that they come from. */
    private static final double ROUNDING = 1e-10;

    public BacktestOverfitting {
        splits = List.copyOf(splits);
    }

    /**
     * One way to halve the data.
     *
     * @param picked index of the best trial in sample
     * @param inSample its Sharpe ratio there
     * @param outOfSample its Sharpe ratio in the other half
     * @param logit of its relative rank in the other half
     */
    public record Split(int picked, double inSample, double outOfSample, double logit) {}

    /** On the calling thread. */
    public static Finding<BacktestOverfitting> of(List<double[]> returns, int blocks) {
        return of(returns, blocks, WorkSplit.onCaller());
    }

    /**
     * O(rows·trials + combinations·trials·blocks).
     *
     * @param returns of each trial, over the same rows
     * @param blocks even, from 2 to 16
     */
    public static Finding<BacktestOverfitting> of(List<double[]> returns, int blocks, WorkSplit split) {
        int trials = returns.size();
        if (trials < 2) {
            return Finding.none("one trial cannot be picked among others: at least two are needed");
        }
        if (blocks < 2 || blocks > USUAL_BLOCKS || blocks % 2 != 0) {
            return Finding.none(
                    "the rows are cut into an even number of blocks from 2 to " + USUAL_BLOCKS + ", not " + blocks);
        }
        int rows = returns.get(0).length;
        if (returns.stream().anyMatch(each -> each.length != rows)) {
            throw new IllegalArgumentException("trials must stand over the same rows");
        }
        int rowsInBlock = rows / blocks;
        if (rowsInBlock * (blocks / 2) < FEWEST_ROWS_A_HALF) {
            return Finding.none(rows + " rows are too few for " + blocks + " blocks");
        }
        int dropped = rows - rowsInBlock * blocks;
        BlockSums[] sums = returns.stream()
                .map(each -> BlockSums.of(Arrays.copyOfRange(each, dropped, rows), blocks))
                .toArray(BlockSums[]::new);
        if (Arrays.stream(sums).noneMatch(BlockSums::varies)) {
            return Finding.none("no trial varies");
        }
        return Finding.of(summary(new Splitting(sums, blocks).all(split), blocks, trials, dropped));
    }

    private static BacktestOverfitting summary(List<Split> splits, int blocks, int trials, int dropped) {
        int count = splits.size();
        int overfitted = 0;
        int lost = 0;
        double logits = 0;
        double meanIn = 0;
        double meanOut = 0;
        for (Split split : splits) {
            overfitted += split.logit() <= 0 ? 1 : 0;
            lost += split.outOfSample() < 0 ? 1 : 0;
            logits += split.logit();
            meanIn += split.inSample() / count;
            meanOut += split.outOfSample() / count;
        }
        double covariance = 0;
        double variance = 0;
        double largest = 0;
        for (Split split : splits) {
            double in = split.inSample() - meanIn;
            covariance += in * (split.outOfSample() - meanOut);
            variance += in * in;
            largest = Math.max(largest, Math.abs(split.inSample()));
        }
        boolean differs = Math.sqrt(variance / count) > ROUNDING * largest;
        return new BacktestOverfitting(
                blocks,
                count,
                trials,
                dropped,
                (double) overfitted / count,
                logits / count,
                differs ? OptionalDouble.of(covariance / variance) : OptionalDouble.empty(),
                (double) lost / count,
                splits);
    }
}
