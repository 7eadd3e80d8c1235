package io.argus.allocation.covariance;

/** The nearest correlation matrix in the Frobenius norm, by alternating projections with Dykstra's correction. */
final class NearestCorrelation {

    private static final int MOST_ROUNDS = 2000;
    private static final double CLOSE = 1e-11;

    private NearestCorrelation() {}

    static CovarianceMatrix repaired(CovarianceMatrix matrix) {
        int n = matrix.size();
        double[][] nearest = nearest(finite(matrix.rawCorrelations()));
        double[][] values = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                values[i][j] = nearest[i][j] * matrix.volatility(i) * matrix.volatility(j);
                values[j][i] = values[i][j];
            }
            values[i][i] = matrix.variance(i);
        }
        return CovarianceMatrix.owned(values);
    }

    /** What does not vary has no correlation. */
    private static double[][] finite(double[][] correlations) {
        for (double[] row : correlations) {
            for (int j = 0; j < row.length; j++) {
                row[j] = Double.isFinite(row[j]) ? row[j] : 0;
            }
        }
        return correlations;
    }

    static double[][] nearest(double[][] correlation) {
        int n = correlation.length;
        double[][] y = correlation;
        double[][] correction = new double[n][n];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[][] r = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    r[i][j] = y[i][j] - correction[i][j];
                }
            }
            double[][] x = withoutNegativeEigenvalues(r);
            double moved = 0;
            double[][] next = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    correction[i][j] = x[i][j] - r[i][j];
                    next[i][j] = i == j ? 1 : x[i][j];
                    moved = Math.max(moved, Math.abs(next[i][j] - y[i][j]));
                }
            }
            y = next;
            if (moved < CLOSE) {
                break;
            }
        }
        return unitDiagonal(withoutNegativeEigenvalues(y));
    }

    /** Scaling rows and columns alike keeps a matrix positive semi-definite; setting the diagonal to 1 might not. */
    private static double[][] unitDiagonal(double[][] psd) {
        int n = psd.length;
        double[][] scaled = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                scaled[i][j] = psd[i][j] / Math.sqrt(psd[i][i] * psd[j][j]);
                scaled[j][i] = scaled[i][j];
            }
            scaled[i][i] = 1;
        }
        return scaled;
    }

    private static double[][] withoutNegativeEigenvalues(double[][] symmetric) {
        int n = symmetric.length;
        SymmetricEigen eigen = SymmetricEigen.of(symmetric);
        double[][] result = new double[n][n];
        for (int k = 0; k < n; k++) {
            double value = eigen.value(k);
            if (value > 0) {
                double[] vector = eigen.vector(k);
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j <= i; j++) {
                        result[i][j] += value * vector[i] * vector[j];
                    }
                }
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                result[j][i] = result[i][j];
            }
        }
        return result;
    }
}
