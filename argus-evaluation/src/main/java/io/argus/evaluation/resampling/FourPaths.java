package io.argus.evaluation.resampling;

import io.argus.domain.numeric.RandomStreams;
import java.util.Arrays;

/**
 * Four drawn histories, compounded side by side. Each value of a path waits for the one before it; while it waits, the
 * processor works on the other three. No path knows of another, so what each gives does not depend on its company.
 *
 * <p>Falls are kept as what is left of a path's highest value instead of that value, which spares a division a period.
 */
final class FourPaths {

    static final int SIZE = 4;

    private final BlockBootstrap bootstrap;
    /** One and the return of each row, twice over. */
    private final double[] growth;

    private final double ruinLevel;
    private final int[][] steps;
    /** Where each path stands among the rows. */
    private final int[] row = new int[SIZE];

    /** Infinite from when a path is ruined, so that it is not ruined again at every period. */
    private final double[] equity = new double[SIZE];

    private final double[] left = new double[SIZE];
    private final double[] least = new double[SIZE];
    private final boolean[] ruined = new boolean[SIZE];
    /** Where ruined paths stay. */
    private final double[] lastEquity = new double[SIZE];

    private final double[] lastLeast = new double[SIZE];
    /** How many are not ruined. */
    private int running;

    /**
     * @param growth one and the return of each row, twice over
     * @param ruinLevel at least 0
     */
    FourPaths(BlockBootstrap bootstrap, double[] growth, double ruinLevel) {
        this.bootstrap = bootstrap;
        this.growth = growth;
        this.ruinLevel = ruinLevel;
        steps = new int[SIZE][bootstrap.rows()];
    }

    /** Four new paths, at their start, from as many streams. */
    void draw(RandomStreams streams, int first) {
        for (int path = 0; path < SIZE; path++) {
            bootstrap.steps(streams.stream(first + path), steps[path]);
        }
        Arrays.fill(row, 0);
        Arrays.fill(equity, 1);
        Arrays.fill(left, 1);
        Arrays.fill(least, 1);
        Arrays.fill(ruined, false);
        running = SIZE;
    }

    /** Takes all paths from one period to another. A path that reaches the ruin level stays there. */
    void advance(int from, int to) {
        int period = from;
        while (period < to && running > 0) {
            period = compound(period, to);
            for (int path = 0; path < SIZE; path++) {
                if (equity[path] <= ruinLevel) {
                    stop(path);
                }
            }
        }
    }

    /** The path goes on beside the others, but nobody looks at it any more. */
    private void stop(int path) {
        if (!ruined[path]) {
            ruined[path] = true;
            running--;
            lastEquity[path] = Math.max(0, equity[path]);
            lastLeast[path] = Math.max(0, least[path]);
        }
        equity[path] = Double.POSITIVE_INFINITY;
    }

    double equity(int path) {
        return ruined[path] ? lastEquity[path] : equity[path];
    }

    /** The deepest so far, as a fraction of the highest value before it. */
    double drawdown(int path) {
        return 1 - (ruined[path] ? lastLeast[path] : least[path]);
    }

    boolean ruined(int path) {
        return ruined[path];
    }

    /**
     * All in local variables, without a branch that depends on the paths but for ruin: new highs and lows cannot be
     * guessed, and a wrong guess costs more than several periods.
     *
     * @return the period reached, earlier than asked for when a path is ruined in it
     */
    private int compound(int from, int to) {
        int[] s0 = steps[0];
        int[] s1 = steps[1];
        int[] s2 = steps[2];
        int[] s3 = steps[3];
        int r0 = row[0];
        int r1 = row[1];
        int r2 = row[2];
        int r3 = row[3];
        double e0 = equity[0];
        double e1 = equity[1];
        double e2 = equity[2];
        double e3 = equity[3];
        double l0 = left[0];
        double l1 = left[1];
        double l2 = left[2];
        double l3 = left[3];
        double m0 = least[0];
        double m1 = least[1];
        double m2 = least[2];
        double m3 = least[3];
        double[] factors = growth;
        double level = ruinLevel;
        int period = from;
        while (period < to) {
            r0 += s0[period];
            r1 += s1[period];
            r2 += s2[period];
            r3 += s3[period];
            period++;
            double f0 = factors[r0];
            double f1 = factors[r1];
            double f2 = factors[r2];
            double f3 = factors[r3];
            e0 *= f0;
            e1 *= f1;
            e2 *= f2;
            e3 *= f3;
            l0 = Math.min(l0 * f0, 1);
            l1 = Math.min(l1 * f1, 1);
            l2 = Math.min(l2 * f2, 1);
            l3 = Math.min(l3 * f3, 1);
            m0 = Math.min(m0, l0);
            m1 = Math.min(m1, l1);
            m2 = Math.min(m2, l2);
            m3 = Math.min(m3, l3);
            if (e0 <= level || e1 <= level || e2 <= level || e3 <= level) {
                break;
            }
        }
        row[0] = r0;
        row[1] = r1;
        row[2] = r2;
        row[3] = r3;
        equity[0] = e0;
        equity[1] = e1;
        equity[2] = e2;
        equity[3] = e3;
        left[0] = l0;
        left[1] = l1;
        left[2] = l2;
        left[3] = l3;
        least[0] = m0;
        least[1] = m1;
        least[2] = m2;
        least[3] = m3;
        return period;
    }
}
