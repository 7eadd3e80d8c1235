package io.argus.allocation.covariance;

/** Eigenvalues and eigenvectors of a symmetric matrix by cyclic Jacobi rotations: slow, O(n³) a sweep, and accurate. */
final class SymmetricEigen {

    private static final int MOST_SWEEPS = 60;
    private static final double NEGLIGIBLE = 1e-30;

    private final double[][] a;
    /** Row k is the k-th eigenvector. */
    private final double[][] vectors;

    private SymmetricEigen(double[][] a, double[][] vectors) {
        this.a = a;
        this.vectors = vectors;
    }

    static SymmetricEigen of(double[][] symmetric) {
        int n = symmetric.length;
        double[][] a = new double[n][];
        double[][] vectors = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i] = symmetric[i].clone();
            vectors[i][i] = 1;
        }
        SymmetricEigen eigen = new SymmetricEigen(a, vectors);
        for (int sweep = 0; sweep < MOST_SWEEPS && eigen.isNotDiagonal(); sweep++) {
            for (int p = 0; p < n - 1; p++) {
                for (int q = p + 1; q < n; q++) {
                    eigen.rotate(p, q);
                }
            }
        }
        return eigen;
    }

    double value(int k) {
        return a[k][k];
    }

    double[] vector(int k) {
        return vectors[k];
    }

    private boolean isNotDiagonal() {
        double diagonal = 0;
        double rest = 0;
        for (int i = 0; i < a.length; i++) {
            diagonal += a[i][i] * a[i][i];
            for (int j = 0; j < i; j++) {
                rest += a[i][j] * a[i][j];
            }
        }
        return rest > NEGLIGIBLE * diagonal;
    }

    /** Makes element (p, q) zero. */
    private void rotate(int p, int q) {
        double apq = a[p][q];
        if (apq == 0) {
            return;
        }
        double theta = (a[q][q] - a[p][p]) / (2 * apq);
        double t = Math.signum(theta == 0 ? 1 : theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double c = 1 / Math.sqrt(t * t + 1);
        double s = t * c;
        a[p][p] -= t * apq;
        a[q][q] += t * apq;
        a[p][q] = 0;
        a[q][p] = 0;
        for (int k = 0; k < a.length; k++) {
            if (k != p && k != q) {
                double akp = a[k][p];
                double akq = a[k][q];
                a[k][p] = c * akp - s * akq;
                a[p][k] = a[k][p];
                a[k][q] = s * akp + c * akq;
                a[q][k] = a[k][q];
            }
            double vp = vectors[p][k];
            double vq = vectors[q][k];
            vectors[p][k] = c * vp - s * vq;
            vectors[q][k] = s * vp + c * vq;
        }
    }
}
