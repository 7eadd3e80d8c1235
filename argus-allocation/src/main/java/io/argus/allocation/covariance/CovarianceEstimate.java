package io.argus.allocation.covariance;

import java.util.Objects;

/**
 * A covariance and how it was found.
 *
 * @param shrinkage how much of it is the target of the shrinkage, from 0 to 1; 0 where none was asked for
 */
public record CovarianceEstimate(CovarianceMatrix matrix, CovarianceEstimator estimator, double shrinkage) {

    public CovarianceEstimate {
        Objects.requireNonNull(matrix, "matrix");
        Objects.requireNonNull(estimator, "estimator");
    }
}
