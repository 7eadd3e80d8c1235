package io.argus.allocation.portfolio;

import io.argus.allocation.covariance.CovarianceMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The least of w'Hw/2 - g'w where every weight is between 0 and the cap and all sum to a total, or to at most that. By
 * active sets: weights at a bound rest, the others take Newton steps until one meets a bound or the gradient is level;
 * then the resting weight that would gain most from moving is set free. Starts with few free weights, since few are held
 * in the end. Singular H is fine: of equally good answers it finds one.
 */
final class QuadraticProgram {

    /** Of the largest part of the gradient: what rounding leaves. */
    private static final double LEVEL = 1e-14;

    /** A pivot below this share of its diagonal is raised to it: a direction that costs nothing. */
    private static final double LEAST_PIVOT = 1e-12;

    private static final int MOST_REFINEMENTS = 6;

    private final double[][] h;
    private final double[] g;
    private final double cap;

    private final int n;
    private final double[] weights;
    private final double[] gradient;
    private final boolean[] free;
    private double tolerance;

    QuadraticProgram(CovarianceMatrix covariance, double[] gain, double cap) {
        this.n = gain.length;
        this.cap = cap;
        this.h = covariance.toArray();
        this.g = gain.clone();
        this.weights = new double[n];
        this.gradient = new double[n];
        this.free = new boolean[n];
        // In units of the mean variance, so that tolerances mean the same for daily and for yearly returns.
        double unit = IntStream.range(0, n).mapToDouble(i -> h[i][i]).sum() / n;
        if (unit > 0) {
            for (int i = 0; i < n; i++) {
                g[i] /= unit;
                for (int j = 0; j < n; j++) {
                    h[i][j] /= unit;
                }
            }
        }
    }

    /**
     * @param total positive, at most n times cap
     */
    double[] solveFor(double total) {
        fillCheapest(total);
        solve(true);
        return weights.clone();
    }

    /** The sum is at most the total: where the best without that condition exceeds it, the sum is the total. */
    double[] solveWithin(double total) {
        Arrays.fill(weights, 0);
        solve(false);
        return Arrays.stream(weights).sum() <= total ? weights.clone() : solveFor(total);
    }

    private void solve(boolean sumHeld) {
        int refinements = 0;
        for (int step = 0; step < 50 * n + 200; step++) {
            updateGradient();
            int[] moving = IntStream.range(0, n).filter(i -> free[i]).toArray();
            double level = sumHeld ? meanGradient(moving) : 0;
            boolean settled = unevenness(moving, level) <= tolerance || refinements == MOST_REFINEMENTS;
            if (settled) {
                if (!release(moving.length == 0 && sumHeld, level)) {
                    return;
                }
                refinements = 0;
            } else {
                refinements = newtonStep(moving, sumHeld) ? refinements + 1 : 0;
            }
        }
    }

    /** Capital goes to the assets that are best alone, each up to the cap. */
    private void fillCheapest(double total) {
        Arrays.fill(weights, 0);
        Arrays.fill(free, false);
        double each = Math.min(cap, total);
        int[] order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> h[i][i] * each / 2 - g[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double left = total;
        for (int i = 0; i < n && left > 0; i++) {
            double taken = Math.min(cap, left);
            weights[order[i]] = taken;
            free[order[i]] = taken < cap;
            left -= taken;
        }
    }

    private void updateGradient() {
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double sum = 0;
            for (int j = 0; j < n; j++) {
                sum += h[i][j] * weights[j];
            }
            largest = Math.max(largest, Math.max(Math.abs(sum), Math.abs(g[i])));
            gradient[i] = sum - g[i];
        }
        tolerance = LEVEL * largest;
    }

    private double meanGradient(int[] moving) {
        double sum = 0;
        for (int i : moving) {
            sum += gradient[i];
        }
        return moving.length == 0 ? 0 : sum / moving.length;
    }

    private double unevenness(int[] moving, double level) {
        double worst = 0;
        for (int i : moving) {
            worst = Math.max(worst, Math.abs(gradient[i] - level));
        }
        return worst;
    }

    /**
     * Sets free what gains most.
     *
     * @param pair whether nothing is free, and capital can only move from one resting weight to another
     * @return false when nothing gains: the program is solved
     */
    private boolean release(boolean pair, double level) {
        int buy = -1;
        int sell = -1;
        for (int i = 0; i < n; i++) {
            if (!free[i] && weights[i] == 0 && (buy < 0 || gradient[i] < gradient[buy])) {
                buy = i;
            } else if (!free[i] && weights[i] > 0 && (sell < 0 || gradient[i] > gradient[sell])) {
                sell = i;
            }
        }
        if (pair) {
            boolean gains = buy >= 0 && sell >= 0 && gradient[sell] - gradient[buy] > tolerance;
            if (gains) {
                free[buy] = true;
                free[sell] = true;
            }
            return gains;
        }
        double bought = buy < 0 ? 0 : level - gradient[buy];
        double sold = sell < 0 ? 0 : gradient[sell] - level;
        if (Math.max(bought, sold) <= tolerance) {
            return false;
        }
        free[bought >= sold ? buy : sell] = true;
        return true;
    }

    /**
     * Toward where the free weights' gradient is level, as far as the bounds allow.
     *
     * @return whether no bound was met
     */
    private boolean newtonStep(int[] moving, boolean sumHeld) {
        double[] direction = direction(moving, sumHeld);
        double length = 1;
        int blocking = -1;
        for (int k = 0; k < moving.length; k++) {
            double room = direction[k] > 0 ? cap - weights[moving[k]] : weights[moving[k]];
            double reach = Math.abs(direction[k]);
            if (reach * length > room) {
                length = room / reach;
                blocking = k;
            }
        }
        for (int k = 0; k < moving.length; k++) {
            double next = weights[moving[k]] + length * direction[k];
            weights[moving[k]] = Math.max(0, Math.min(cap, next));
        }
        if (blocking < 0) {
            return true;
        }
        free[moving[blocking]] = false;
        weights[moving[blocking]] = direction[blocking] > 0 ? cap : 0;
        return false;
    }

    private double[] direction(int[] moving, boolean sumHeld) {
        double[][] factor = factor(moving);
        double[] newton = new double[moving.length];
        Arrays.setAll(newton, k -> -gradient[moving[k]]);
        solveInPlace(factor, newton);
        if (sumHeld) {
            double[] ones = new double[moving.length];
            Arrays.fill(ones, 1);
            solveInPlace(factor, ones);
            double shift = Arrays.stream(newton).sum() / Arrays.stream(ones).sum();
            for (int k = 0; k < newton.length; k++) {
                newton[k] -= shift * ones[k];
            }
        }
        return newton;
    }

    /** Cholesky's lower triangle of the free part of H. */
    private double[][] factor(int[] moving) {
        double[][] factor = new double[moving.length][];
        for (int i = 0; i < moving.length; i++) {
            factor[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = h[moving[i]][moving[j]];
                for (int k = 0; k < j; k++) {
                    sum -= factor[i][k] * factor[j][k];
                }
                if (i > j) {
                    factor[i][j] = sum / factor[j][j];
                } else {
                    double diagonal = h[moving[i]][moving[i]];
                    double least = LEAST_PIVOT * (diagonal > 0 ? diagonal : 1);
                    factor[i][i] = Math.sqrt(Math.max(least, sum));
                }
            }
        }
        return factor;
    }

    private static void solveInPlace(double[][] factor, double[] x) {
        for (int i = 0; i < x.length; i++) {
            double sum = x[i];
            for (int k = 0; k < i; k++) {
                sum -= factor[i][k] * x[k];
            }
            x[i] = sum / factor[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            double value = x[i] / factor[i][i];
            x[i] = value;
            for (int k = 0; k < i; k++) {
                x[k] -= factor[i][k] * value;
            }
        }
    }
}
