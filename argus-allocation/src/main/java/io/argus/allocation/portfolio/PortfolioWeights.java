package io.argus.allocation.portfolio;

import io.argus.allocation.covariance.CovarianceMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Weights of a portfolio, in the order of the problem's names, and how they came about. Immutable. */
public final class PortfolioWeights {

    private final double[] raw;
    private final double[] weights;
    private final List<String> notes;

    PortfolioWeights(double[] raw, double[] weights, List<String> notes) {
        this.raw = raw.clone();
        this.weights = weights.clone();
        this.notes = List.copyOf(notes);
    }

    /** Weights of one's own allocator. */
    public static PortfolioWeights of(double... weights) {
        for (double weight : weights) {
            if (!Double.isFinite(weight)) {
                throw new IllegalArgumentException("a weight must be finite: " + weight);
            }
        }
        return new PortfolioWeights(weights, weights, List.of());
    }

    /** How many there are. */
    public int size() {
        return weights.length;
    }

    public double weight(int asset) {
        return weights[asset];
    }

    /** What the method gave before the limits; for methods that solve within the limits, the weight. */
    public double raw(int asset) {
        return raw[asset];
    }

    /** What was done to the input, such as budgets brought to a sum of 1. */
    public List<String> notes() {
        return notes;
    }

    /** A copy. */
    public double[] toArray() {
        return weights.clone();
    }

    /** Of the whole, over the period of the covariance. */
    public double volatility(CovarianceMatrix covariance) {
        return Math.sqrt(covariance.variance(weights));
    }

    /**
     * Each asset's share of the portfolio's variance; together 1. Empty where the portfolio has no variance to share.
     */
    public Optional<double[]> riskContributions(CovarianceMatrix covariance) {
        double variance = covariance.variance(weights);
        if (!(variance > 0)) {
            return Optional.empty();
        }
        double[] shares = covariance.times(weights);
        Arrays.setAll(shares, asset -> weights[asset] * shares[asset] / variance + 0.0);
        return Optional.of(shares);
    }

    @Override
    public String toString() {
        return Arrays.toString(weights);
    }
}
