package io.argus.domain.option;

/**
 * Sensitivities of one option.
 *
 * @param vega per 1.00 of volatility
 * @param theta per year
 */
public record Greeks(double delta, double gamma, double vega, double theta, double rho) {

    public double vegaPerPoint() {
        return vega / 100;
    }

    public double thetaPerDay() {
        return theta / 365;
    }
}
