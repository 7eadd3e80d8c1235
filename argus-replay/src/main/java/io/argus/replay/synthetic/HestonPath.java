package io.argus.replay.synthetic;

import io.argus.domain.numeric.RandomStream;

/**
 * One path of a {@link HestonModel} in small steps: full truncation for the variance (R. Lord, R. Koekkoek and D. van
 * Dijk, Quantitative Finance 10, 2010), and the logarithm of the price moved by the variance at the step's start, under
 * which the expected price is exact whatever the step.
 */
final class HestonPath {

    private final HestonModel model;
    private final RandomStream random;
    private final double ownShare;
    private double logPrice;
    private double variance;

    HestonPath(HestonModel model, double price, RandomStream random) {
        this.model = model;
        this.random = random;
        ownShare = Math.sqrt(1 - model.correlation() * model.correlation());
        logPrice = StrictMath.log(price);
        variance = model.initialVariance();
    }

    void step(double stepYears) {
        double rootStep = Math.sqrt(stepYears);
        double shared = random.nextGaussian();
        double now = variance();
        logPrice += (model.drift() - now / 2) * stepYears + Math.sqrt(now) * rootStep * shared;
        if (model.volOfVol() > 0 || model.reversion() > 0) {
            double own = model.correlation() * shared + ownShare * random.nextGaussian();
            variance += model.reversion() * (model.meanVariance() - now) * stepYears
                    + model.volOfVol() * Math.sqrt(now) * rootStep * own;
        }
    }

    double price() {
        return StrictMath.exp(logPrice);
    }

    double variance() {
        return Math.max(0, variance);
    }
}
