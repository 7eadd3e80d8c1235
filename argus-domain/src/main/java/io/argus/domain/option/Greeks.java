package io.argus.domain.option;

/**
 * Sensitivities of one option, per unit of the underlying.
 *
 * @param delta per 1 of the underlying's price
 * @param gamma of delta, per 1 of the underlying's price
 * @param vega per 1.00 of volatility
 * @param theta per year that passes
 * @param rho per 1.00 of the rate
 */
public record Greeks(double delta, double gamma, double vega, double theta, double rho) {

    /** Vega for one percentage point of volatility. */
    public double vegaPerPoint() {
        return vega / 100;
    }

    /** Theta for one calendar day. */
    public double thetaPerDay() {
        return theta / 365;
    }
}
