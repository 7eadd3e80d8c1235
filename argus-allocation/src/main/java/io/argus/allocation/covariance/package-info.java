/**
 * Covariances from returns, and what a matrix must be to serve as one: symmetric, finite, without a portfolio of negative
 * variance. {@link io.argus.allocation.covariance.CovarianceEstimator} estimates; {@link
 * io.argus.allocation.covariance.PsdPolicy} says what happens to a matrix that came from elsewhere and is none.
 */
package io.argus.allocation.covariance;
