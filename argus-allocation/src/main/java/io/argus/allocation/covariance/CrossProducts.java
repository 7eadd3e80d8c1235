package io.argus.allocation.covariance;

import io.argus.domain.returns.ReturnTable;

/**
 * Sums of products of returns less their means: all that the estimators need. Time O(T·n²), four rows at a time, so that
 * the inner loop runs over contiguous memory; it writes one array only, or the compiler would not vectorise it.
 */
final class CrossProducts {

    private static final int AT_ONCE = 4;
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

    /** Rows of returns, each less its column's mean; exactly 0 where rounding alone moves the column. */
    private static double[][] centered(ReturnTable returns) {
        double[][] centered = new double[returns.rows()][returns.trials()];
        for (int column = 0; column < returns.trials(); column++) {
            if (!returns.varies(column)) {
                continue;
            }
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

    /**
     * Adds to rows {@code from} to {@code to} of the upper triangle; a few elements below it are touched too, and are
     * overwritten in the end.
     */
    private static void addBlock(double[][] x, double[][] sums, int from, int to) {
        int t = 0;
        for (; t + AT_ONCE <= x.length; t += AT_ONCE) {
            int i = from;
            for (; i + AT_ONCE <= to; i += AT_ONCE) {
                addFourByFour(sums, i, x, t);
            }
            for (; i < to; i++) {
                for (int row = t; row < t + AT_ONCE; row++) {
                    addOne(sums[i], i, x[row][i], x[row]);
                }
            }
        }
        for (; t < x.length; t++) {
            for (int i = from; i < to; i++) {
                addOne(sums[i], i, x[t][i], x[t]);
            }
        }
    }

    /** Four rows of returns into four rows of sums, while all eight are in the nearest cache. */
    private static void addFourByFour(double[][] sums, int i, double[][] x, int t) {
        double[] a = x[t];
        double[] b = x[t + 1];
        double[] c = x[t + 2];
        double[] d = x[t + 3];
        for (int row = i; row < i + AT_ONCE; row++) {
            addFour(sums[row], i, a[row], b[row], c[row], d[row], a, b, c, d);
        }
    }

    private static void addFour(
            double[] sum,
            int from,
            double af,
            double bf,
            double cf,
            double df,
            double[] a,
            double[] b,
            double[] c,
            double[] d) {
        for (int j = from; j < sum.length; j++) {
            sum[j] += (af * a[j] + bf * b[j]) + (cf * c[j] + df * d[j]);
        }
    }

    private static void addOne(double[] sum, int i, double factor, double[] row) {
        for (int j = i; j < sum.length; j++) {
            sum[j] += factor * row[j];
        }
    }
}
