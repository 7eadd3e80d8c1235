package io.argus.allocation.covariance;

import io.argus.domain.returns.ReturnTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How covariances are found from returns. All give a symmetric positive semi-definite matrix, per period of the table.
 */
public enum CovarianceEstimator {
    /**
     * The sample covariance with divisor T-1. Singular where there are as many assets as rows; exactly 0 for what varies by
     * rounding alone.
     */
    SAMPLE {
        @Override
        CovarianceEstimate from(CrossProducts products) {
            return new CovarianceEstimate(products.over(products.rows() - 1), this, 0);
        }
    },
    /**
     * Shrunk toward equal variances without covariance, as far as the estimated error of the sample covariance (divisor
     * T) asks for: O. Ledoit and M. Wolf, "A well-conditioned estimator for large-dimensional covariance matrices",
     * Journal of Multivariate Analysis 88 (2004).
     */
    LEDOIT_WOLF {
        @Override
        CovarianceEstimate from(CrossProducts products) {
            double p = products.size();
            double t = products.rows();
            double mean = products.trace() / t / p;
            double squares = products.sumOfSquares() / (t * t);
            double error = (products.sumOfSquaredNorms() / t - squares) / (p * t);
            double dispersion = squares / p - mean * mean;
            double shrinkage = dispersion <= 0 ? 0 : Math.max(0, Math.min(error, dispersion)) / dispersion;
            return products.shrunk(this, p == 1 ? 0 : shrinkage, mean);
        }
    },
    /**
     * The same target, with the shrinkage that is best for normal returns: Y. Chen, A. Wiesel, Y. C. Eldar and A. O.
     * Hero, "Shrinkage algorithms for MMSE covariance estimation", IEEE Transactions on Signal Processing 58 (2010),
     * equation 23 in the form without the terms that vanish for large dimensions, as scikit-learn has it.
     */
    OAS {
        @Override
        CovarianceEstimate from(CrossProducts products) {
            double p = products.size();
            double t = products.rows();
            double mean = products.trace() / t / p;
            double alpha = products.sumOfSquares() / (t * t) / (p * p);
            double denominator = (t + 1) * (alpha - mean * mean / p);
            double shrinkage = denominator <= 0 ? 1 : Math.min(1, (alpha + mean * mean) / denominator);
            return products.shrunk(this, p == 1 ? 0 : shrinkage, mean);
        }
    };

    /** The name in configuration and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<CovarianceEstimator> find(String key) {
        return Arrays.stream(values())
                .filter(estimator -> estimator.key().equals(key))
                .findFirst();
    }

    /** The names of all. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(CovarianceEstimator::key).toList();
    }

    /**
     * @throws IllegalArgumentException when the table has fewer than two rows
     */
    public CovarianceEstimate estimate(ReturnTable returns) {
        if (returns.rows() < 2) {
            throw new IllegalArgumentException("a covariance needs at least two rows: " + returns.rows());
        }
        return from(CrossProducts.of(returns));
    }

    abstract CovarianceEstimate from(CrossProducts products);
}
