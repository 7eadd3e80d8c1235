/**
 * The language of Argus: values that validate themselves, and the strategy interface.
 *
 * <p>Start with {@link io.argus.domain.strategy.Strategy} to write a strategy, and with {@link
 * io.argus.domain.forecast.Forecast} to have something sized.
 */
package io.argus.domain;
