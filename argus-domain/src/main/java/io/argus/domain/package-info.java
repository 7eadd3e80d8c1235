/**
 * The language of Argus: values that validate themselves, the strategy interface, and the ports behind which files,
 * exchanges and the replay harness stand.
 *
 * <p>Start with {@link io.argus.domain.strategy.Strategy} to write a strategy, with {@link
 * io.argus.domain.forecast.Forecast} to have something sized, and with {@link io.argus.domain.port} to connect a
 * system of your own.
 */
package io.argus.domain;
