package io.argus.evaluation.metric;

/**
 * The beta distribution with whole parameters, which is all that counts need: I_x(a, b) by its continued fraction (NIST
 * Digital Library of Mathematical Functions, 8.17.22), evaluated by Lentz's method as modified by Thompson and Barnett
 * (1986). Relative error below 1e-12 for parameters up to a million.
 *
 * @param logarithm of 1 / B(a, b)
 */
record IncompleteBeta(long a, long b, double logarithm) {

    private static final double CLOSE = 1e-16;
    private static final double TINY = 1e-300;
    private static final int MOST_TERMS = 100_000;

    static IncompleteBeta of(long a, long b) {
        if (a < 1 || b < 1) {
            throw new IllegalArgumentException("parameters are at least 1: " + a + " and " + b);
        }
        // 1 / B(a, b) is a times the binomial coefficient of a + b - 1 over a.
        long chosen = Math.min(a, b - 1);
        double logarithm = StrictMath.log(a);
        for (long i = 1; i <= chosen; i++) {
            logarithm += StrictMath.log((double) (a + b - 1 - chosen + i) / i);
        }
        return new IncompleteBeta(a, b, logarithm);
    }

    /** The share of the distribution below x in [0, 1]. */
    double lowerTail(double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        double front = StrictMath.exp(logarithm + a * StrictMath.log(x) + b * StrictMath.log1p(-x));
        // The fraction converges fast on this side of the mean; from the other one the tails change places.
        return x < (a + 1.0) / (a + b + 2.0) ? front * fraction(a, b, x) / a : 1 - front * fraction(b, a, 1 - x) / b;
    }

    private static double fraction(double p, double q, double x) {
        double c = 1;
        double d = 1 / away(1 - (p + q) * x / (p + 1));
        double value = d;
        for (int m = 1; m <= MOST_TERMS; m++) {
            double even = m * (q - m) * x / ((p + 2 * m - 1) * (p + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(p + m) * (p + q + m) * x / ((p + 2 * m) * (p + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) <= CLOSE) {
                break;
            }
        }
        return value;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
