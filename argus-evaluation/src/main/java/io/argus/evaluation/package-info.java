/**
 * Judges runs. {@link io.argus.evaluation.StrategyEvaluator} puts a set of them in order and says which are to be killed
 * and why; the packages below hold what it is made of, each usable alone:
 *
 * <pre>{@code
 * double[] daily = {0.010, -0.004, 0.007, 0.002, -0.001};
 * Moments moments = Moments.of(daily);
 * double sharpe = SharpeRatio.perPeriod(daily).orElseThrow();
 * OptionalDouble certainty = ProbabilisticSharpe.classic2012(moments.skewness(), moments.kurtosis())
 *         .probability(sharpe, 0, daily.length);
 *
 * List<double[]> trials = List.of(daily, new double[] {0.004, -0.002, 0.001, 0.003, -0.005});
 * Finding<DataSnooping> snooping = DataSnooping.of(trials, DataSnooping.Settings.defaults(), WorkSplit.onCaller());
 * double pValue = snooping.get().superiorAbility().pConsistent();
 * }</pre>
 */
package io.argus.evaluation;
