package io.argus.allocation.covariance;

/** Whether a matrix has a factor L with L·L' equal to it, which it has when it is positive semi-definite. */
final class Cholesky {

    private static final double ROUNDING = 1e-13;

    private Cholesky() {}

    /**
     * Factors a matrix of correlations with its diagonal raised by what rounding may have taken from it, so that singular
     * ones pass.
     *
     * @param a is overwritten
     */
    static boolean existsNear(double[][] a) {
        double raise = ROUNDING * a.length;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = i == j ? a[i][i] + raise : a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                if (i > j) {
                    a[i][j] = sum / a[j][j];
                } else if (!(sum > 0)) {
                    return false;
                } else {
                    a[i][i] = Math.sqrt(sum);
                }
            }
        }
        return true;
    }
}
