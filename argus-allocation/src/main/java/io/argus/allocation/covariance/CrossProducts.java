package io.argus.allocation.covariance;

import io.argus.domain.experiment.ReturnTable;

/**
 * Sums of products of returns less their means: all that the estimators need. Time O(T·n²), eight rows at a time, so that
 * the inner loop runs over contiguous memory.
 */
final class CrossProducts {

    private static final int ROWS_AT_ONCE = 8;
    private static final int BLOCK = 64;

    private final int rows;
    /** Symmetric. */
    private final double[][] sums;

    private final double sumOfSquaredNorms;

    private CrossProducts(int rows, double[][] sums, double sumOfSquaredNorms) {
        this.rows = rows;
        this.sums = sums;
        this.sumOfSquaredNorms = sumOfSquaredNorms;
    }

    static CrossProducts of(ReturnTable returns) {
        double[][] centered = centered(returns);
        int n = returns.trials();
        double[][] sums = new double[n][n];
        for (int from = 0; from < n; from += BLOCK) {
            addBlock(centered, sums, from, Math.min(n, from + BLOCK));
        }
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                sums[j][i] = sums[i][j];
            }
        }
        double norms = 0;
        for (double[] row : centered) {
            double norm = 0;
            for (double value : row) {
                norm += value * value;
            }
            norms += norm * norm;
        }
        return new CrossProducts(returns.rows(), sums, norms);
    }

    int rows() {
        return rows;
    }

    int size() {
        return sums.length;
    }

    double trace() {
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += sums[i][i];
        }
        return sum;
    }

    /** Over all elements of the matrix. */
    double sumOfSquares() {
        double sum = 0;
        for (double[] row : sums) {
            for (double value : row) {
                sum += value * value;
            }
        }
        return sum;
    }

    /** The squared length of each row of returns, squared again, summed. */
    double sumOfSquaredNorms() {
        return sumOfSquaredNorms;
    }

    CovarianceMatrix over(double divisor) {
        double[][] matrix = new double[sums.length][sums.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] = sums[i][j] / divisor;
            }
        }
        return CovarianceMatrix.owned(matrix);
    }

    CovarianceEstimate shrunk(CovarianceEstimator estimator, double shrinkage, double target) {
        double[][] matrix = new double[sums.length][sums.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                matrix[i][j] = (1 - shrinkage) * (sums[i][j] / rows);
            }
            matrix[i][i] += shrinkage * target;
        }
        return new CovarianceEstimate(CovarianceMatrix.owned(matrix), estimator, shrinkage);
    }

    /** Rows of returns, each less its column's mean. */
    private static double[][] centered(ReturnTable returns) {
        double[][] centered = new double[returns.rows()][returns.trials()];
        for (int column = 0; column < returns.trials(); column++) {
            double sum = 0;
            for (int row = 0; row < centered.length; row++) {
                sum += returns.at(row, column);
            }
            double mean = sum / centered.length;
            for (int row = 0; row < centered.length; row++) {
                centered[row][column] = returns.at(row, column) - mean;
            }
        }
        return centered;
    }

    /** Adds to rows {@code from} to {@code to} of the upper triangle. */
    private static void addBlock(double[][] x, double[][] sums, int from, int to) {
        int t = 0;
        for (; t + ROWS_AT_ONCE <= x.length; t += ROWS_AT_ONCE) {
            for (int i = from; i < to; i++) {
                addEight(sums[i], i, x, t);
            }
        }
        for (; t < x.length; t++) {
            for (int i = from; i < to; i++) {
                addOne(sums[i], i, x[t][i], x[t]);
            }
        }
    }

    private static void addEight(double[] sum, int i, double[][] x, int t) {
        double[] a = x[t];
        double[] b = x[t + 1];
        double[] c = x[t + 2];
        double[] d = x[t + 3];
        double[] e = x[t + 4];
        double[] f = x[t + 5];
        double[] g = x[t + 6];
        double[] h = x[t + 7];
        double ai = a[i];
        double bi = b[i];
        double ci = c[i];
        double di = d[i];
        double ei = e[i];
        double fi = f[i];
        double gi = g[i];
        double hi = h[i];
        for (int j = i; j < sum.length; j++) {
            sum[j] += ((ai * a[j] + bi * b[j]) + (ci * c[j] + di * d[j]))
                    + ((ei * e[j] + fi * f[j]) + (gi * g[j] + hi * h[j]));
        }
    }

    private static void addOne(double[] sum, int i, double factor, double[] row) {
        for (int j = i; j < sum.length; j++) {
            sum[j] += factor * row[j];
        }
    }
}
