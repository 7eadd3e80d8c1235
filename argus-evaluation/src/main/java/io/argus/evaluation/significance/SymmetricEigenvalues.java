package io.argus.evaluation.significance;

/**
 * Eigenvalues of a symmetric matrix, without their vectors: Householder's reduction to three diagonals, then the implicit
 * QL method (Wilkinson and Reinsch, "Handbook for Automatic Computation II", 1971). O(n³).
 */
final class SymmetricEigenvalues {

    private static final int MOST_SWEEPS = 60;

    private final double[][] a;
    private final double[] diagonal;
    private final double[] beside;

    private SymmetricEigenvalues(double[][] matrix) {
        int n = matrix.length;
        a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
        }
        diagonal = new double[n];
        beside = new double[n];
    }

    /** In no particular order. */
    static double[] of(double[][] matrix) {
        SymmetricEigenvalues work = new SymmetricEigenvalues(matrix);
        work.reduce();
        work.iterate();
        return work.diagonal;
    }

    /** Each step reflects a row onto its last but one element. */
    private void reduce() {
        int n = a.length;
        for (int i = n - 1; i >= 1; i--) {
            double scale = 0;
            for (int k = 0; k < i; k++) {
                scale = Math.max(scale, Math.abs(a[i][k]));
            }
            if (i == 1 || scale == 0) {
                beside[i] = a[i][i - 1];
                continue;
            }
            double square = 0;
            for (int k = 0; k < i; k++) {
                a[i][k] /= scale;
                square += a[i][k] * a[i][k];
            }
            double last = a[i][i - 1];
            double length = last >= 0 ? -Math.sqrt(square) : Math.sqrt(square);
            beside[i] = scale * length;
            a[i][i - 1] = last - length;
            reflect(a[i], i, square - last * length);
        }
        for (int i = 0; i < n; i++) {
            diagonal[i] = a[i][i];
        }
    }

    /** Applies I - u·u'/h on both sides of the leading square. */
    private void reflect(double[] u, int size, double h) {
        double[] p = new double[size];
        double half = 0;
        for (int j = 0; j < size; j++) {
            double sum = 0;
            for (int k = 0; k < size; k++) {
                sum += a[j][k] * u[k];
            }
            p[j] = sum / h;
            half += p[j] * u[j];
        }
        half /= 2 * h;
        for (int j = 0; j < size; j++) {
            p[j] -= half * u[j];
        }
        for (int j = 0; j < size; j++) {
            double[] row = a[j];
            for (int k = 0; k < size; k++) {
                row[k] -= u[j] * p[k] + p[j] * u[k];
            }
        }
    }

    private void iterate() {
        int n = diagonal.length;
        System.arraycopy(beside, 1, beside, 0, n - 1);
        beside[n - 1] = 0;
        for (int first = 0; first < n; first++) {
            int sweeps = 0;
            int last = blockEnd(first);
            while (last != first) {
                if (sweeps++ == MOST_SWEEPS) {
                    throw new IllegalStateException("eigenvalues did not converge: the matrix holds no numbers");
                }
                sweep(first, last);
                last = blockEnd(first);
            }
        }
    }

    /** The end of the block from the first on that no negligible element cuts. */
    private int blockEnd(int first) {
        int end = first;
        while (end < diagonal.length - 1) {
            double size = Math.abs(diagonal[end]) + Math.abs(diagonal[end + 1]);
            if (Math.abs(beside[end]) <= Math.ulp(size)) {
                return end;
            }
            end++;
        }
        return end;
    }

    /** One QL sweep with Wilkinson's shift, as plane rotations from the block's end to its start. */
    private void sweep(int first, int last) {
        double g = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
        double r = Math.sqrt(g * g + 1);
        g = diagonal[last] - diagonal[first] + beside[first] / (g + (g >= 0 ? r : -r));
        double sine = 1;
        double cosine = 1;
        double shift = 0;
        for (int i = last - 1; i >= first; i--) {
            double f = sine * beside[i];
            double b = cosine * beside[i];
            r = Math.sqrt(f * f + g * g);
            beside[i + 1] = r;
            if (r == 0) {
                diagonal[i + 1] -= shift;
                beside[last] = 0;
                return;
            }
            sine = f / r;
            cosine = g / r;
            g = diagonal[i + 1] - shift;
            double turned = (diagonal[i] - g) * sine + 2 * cosine * b;
            shift = sine * turned;
            diagonal[i + 1] = g + shift;
            g = cosine * turned - b;
        }
        diagonal[first] -= shift;
        beside[first] = g;
        beside[last] = 0;
    }
}
