package io.argus.evaluation.significance;

import io.argus.domain.numeric.StandardNormal;
import java.util.OptionalDouble;

/**
 * The probability that a true Sharpe ratio exceeds a threshold, and the track record that it takes to be sure of it.
 * Bailey and López de Prado, "The Sharpe Ratio Efficient Frontier", 2012, equations 11 and 13; the 2025 form after López
 * de Prado, Lipton and Zoonekynd, "How to Use the Sharpe Ratio". Empty where the variance of the estimate would not be
 * positive: the moments do not belong together.
 *
 * @param skewness of the population
 * @param kurtosis raw: 3 for a normal distribution
 * @param autocorrelation of first order; used by the 2025 form alone
 * @param trials whose maximum the ratio is; used by the 2025 form alone
 */
public record ProbabilisticSharpe(
        SharpeInference inference, double skewness, double kurtosis, double autocorrelation, int trials) {

    public ProbabilisticSharpe {
        if (!(kurtosis >= 1)) {
            throw new IllegalArgumentException("raw kurtosis is at least 1; is this the excess? " + kurtosis);
        }
        if (!(Math.abs(autocorrelation) < 1)) {
            throw new IllegalArgumentException("autocorrelation lies within (-1, 1): " + autocorrelation);
        }
        if (trials < 1) {
            throw new IllegalArgumentException("at least one trial: " + trials);
        }
    }

    public static ProbabilisticSharpe classic2012(double skewness, double kurtosis) {
        return new ProbabilisticSharpe(SharpeInference.CLASSIC_2012, skewness, kurtosis, 0, 1);
    }

    public static ProbabilisticSharpe null2025(double skewness, double kurtosis, double autocorrelation, int trials) {
        return new ProbabilisticSharpe(SharpeInference.NULL_2025, skewness, kurtosis, autocorrelation, trials);
    }

    /** The form that is asked for, which leaves out what it does not use. */
    public static ProbabilisticSharpe of(
            SharpeInference inference, double skewness, double kurtosis, double autocorrelation, int trials) {
        // Rounding may leave a kurtosis a hair below its least value.
        double atLeastOne = Math.max(1, kurtosis);
        return switch (inference) {
            case CLASSIC_2012 -> classic2012(skewness, atLeastOne);
            case NULL_2025 -> null2025(skewness, atLeastOne, autocorrelation, trials);
        };
    }

    /**
     * @param observations T, at least 2
     */
    public OptionalDouble probability(double sharpe, double threshold, int observations) {
        if (observations < 2) {
            return OptionalDouble.empty();
        }
        double variance = variance(sharpe, threshold);
        double n = inference == SharpeInference.CLASSIC_2012 ? observations - 1.0 : observations;
        return variance > 0
                ? OptionalDouble.of(StandardNormal.cumulative((sharpe - threshold) * Math.sqrt(n / variance)))
                : OptionalDouble.empty();
    }

    /**
     * The observations at which the probability reaches 1 - alpha; empty when the ratio does not exceed the threshold,
     * because then none suffices.
     *
     * @param alpha in (0, 0.5]
     * @throws IllegalArgumentException when it is not
     */
    public OptionalDouble minimumTrackRecord(double sharpe, double threshold, double alpha) {
        if (!(alpha > 0 && alpha <= 0.5)) {
            throw new IllegalArgumentException("an error rate lies in (0, 0.5]: " + alpha);
        }
        double variance = variance(sharpe, threshold);
        if (!(sharpe > threshold) || !(variance > 0)) {
            return OptionalDouble.empty();
        }
        double z = StandardNormal.quantile(1 - alpha) / (sharpe - threshold);
        double length = variance * z * z;
        return OptionalDouble.of(inference == SharpeInference.CLASSIC_2012 ? 1 + length : length);
    }

    /** Variance of the estimate, times the observations. */
    private double variance(double sharpe, double threshold) {
        if (inference == SharpeInference.CLASSIC_2012) {
            return 1 - skewness * sharpe + (kurtosis - 1) / 4 * sharpe * sharpe;
        }
        double rho = autocorrelation;
        double a = (1 + rho) / (1 - rho);
        double b = 1 + rho / (1 - rho) + rho * rho / (1 - rho * rho);
        double c = (1 + rho * rho) / (1 - rho * rho);
        double single = a - b * skewness * threshold + c * (kurtosis - 1) / 4 * threshold * threshold;
        return single * MaximumOfNormals.variance(trials);
    }
}
