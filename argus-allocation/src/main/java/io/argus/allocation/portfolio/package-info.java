/**
 * Allocators: weights for a whole portfolio at once, from covariances and, for one of them, expected returns. Made by the
 * factories of {@link io.argus.allocation.portfolio.Allocator}; all keep to the same {@link
 * io.argus.allocation.portfolio.WeightLimits}.
 */
package io.argus.allocation.portfolio;
