/**
 * Judges runs. {@link io.argus.evaluation.StrategyEvaluator} puts a set of them in order and says which are to be killed
 * and why; the packages below hold what it is made of, each usable alone:
 *
 * <pre>{@code
 * double[] daily = {0.010, -0.004, 0.007, 0.002, -0.001};
 * Moments moments = Moments.of(daily);
 * OptionalDouble sharpe = SharpeRatio.perPeriod(daily);
 * OptionalDouble certainty = ProbabilisticSharpe.classic2012()
 *         .probability(sharpe.getAsDouble(), 0, daily.length, moments.skewness(), moments.kurtosis());
 * }</pre>
 */
package io.argus.evaluation;
