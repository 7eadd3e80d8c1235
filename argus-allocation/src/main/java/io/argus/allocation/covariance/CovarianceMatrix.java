package io.argus.allocation.covariance;

/**
 * A symmetric matrix of covariances. Whether it is positive semi-definite, {@link PsdPolicy} checks. Arrays are copied
 * in and out. Immutable; safe for any number of threads.
 */
public final class CovarianceMatrix {

    private static final double SYMMETRY = 1e-12;

    private final double[][] rows;

    private CovarianceMatrix(double[][] rows) {
        this.rows = rows;
    }

    /**
     * @throws IllegalArgumentException when it is empty, not square, not symmetric but for rounding, has a value that
     *     is no finite number, or a negative variance
     */
    public static CovarianceMatrix of(double[][] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a covariance matrix needs at least one asset");
        }
        for (double[] row : values) {
            if (row.length != values.length) {
                throw new IllegalArgumentException(
                        "a covariance matrix is square: " + values.length + " rows, but one of " + row.length);
            }
        }
        double[][] rows = new double[values.length][values.length];
        for (int i = 0; i < values.length; i++) {
            if (!(values[i][i] >= 0)) {
                throw new IllegalArgumentException("variance " + i + " must not be negative: " + values[i][i]);
            }
            for (int j = 0; j <= i; j++) {
                requireSame(i, j, values[i][j], values[j][i], SYMMETRY * (values[i][i] + values[j][j]));
                rows[i][j] = values[i][j];
                rows[j][i] = values[i][j];
            }
        }
        return new CovarianceMatrix(rows);
    }

    /** For matrices that are made symmetric here, and of which nobody else has the arrays. */
    static CovarianceMatrix owned(double[][] rows) {
        return new CovarianceMatrix(rows);
    }

    /** How many assets there are. */
    public int size() {
        return rows.length;
    }

    public double at(int row, int column) {
        return rows[row][column];
    }

    public double variance(int asset) {
        return rows[asset][asset];
    }

    public double volatility(int asset) {
        return Math.sqrt(rows[asset][asset]);
    }

    /** From -1 to 1; 0 with an asset that does not vary. */
    public double correlation(int one, int other) {
        if (one == other) {
            return 1;
        }
        double scale = volatility(one) * volatility(other);
        return scale == 0 ? 0 : Math.max(-1, Math.min(1, rows[one][other] / scale));
    }

    /** A portfolio's covariances with each asset. */
    public double[] times(double[] weights) {
        double[] result = new double[rows.length];
        for (int i = 0; i < result.length; i++) {
            double sum = 0;
            for (int j = 0; j < result.length; j++) {
                sum += rows[i][j] * weights[j];
            }
            result[i] = sum;
        }
        return result;
    }

    /** A portfolio's variance; rounding never makes it negative. */
    public double variance(double[] weights) {
        double[] product = times(weights);
        double sum = 0;
        for (int i = 0; i < product.length; i++) {
            sum += weights[i] * product[i];
        }
        return Math.max(0, sum);
    }

    /** A part of the assets, in the order given. */
    public CovarianceMatrix select(int[] assets) {
        double[][] part = new double[assets.length][assets.length];
        for (int i = 0; i < part.length; i++) {
            for (int j = 0; j < part.length; j++) {
                part[i][j] = rows[assets[i]][assets[j]];
            }
        }
        return new CovarianceMatrix(part);
    }

    /** A copy of the values. */
    public double[][] toArray() {
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = rows[i].clone();
        }
        return copy;
    }

    /**
     * Not held to [-1, 1], where a matrix that is not positive semi-definite may go; infinite where an asset that does
     * not vary has a covariance.
     */
    double[][] rawCorrelations() {
        double[][] correlations = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                correlations[i][j] = i == j ? 1 : rows[i][j] == 0 ? 0 : rows[i][j] / (volatility(i) * volatility(j));
            }
        }
        return correlations;
    }

    private static void requireSame(int i, int j, double there, double back, double tolerance) {
        if (!Double.isFinite(there) || !Double.isFinite(back)) {
            throw new IllegalArgumentException("covariance of " + i + " and " + j + " must be finite: " + there);
        }
        if (Math.abs(there - back) > tolerance) {
            throw new IllegalArgumentException("a covariance matrix is symmetric: " + there + " at " + i + ", " + j
                    + " but " + back + " at " + j + ", " + i);
        }
    }
}
