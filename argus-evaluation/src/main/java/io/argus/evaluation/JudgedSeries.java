package io.argus.evaluation;

import io.argus.domain.returns.DailyReturns;
import io.argus.evaluation.metric.Autocorrelation;
import io.argus.evaluation.metric.Moments;
import io.argus.evaluation.significance.Benchmark;
import io.argus.research.experiment.ExperimentResult;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run's significance is judged on: its daily returns against the benchmark or, where an artifact has none, the
 * annual Sharpe ratio that it states, taken back to a period and with the moments of a normal distribution.
 *
 * @param sharpe per period; empty where there is none
 * @param problem why there is none; empty where there is one
 * @param unjudgeable whether that is the returns' own fault: they do not vary, or are the benchmark's
 */
record JudgedSeries(
        Optional<double[]> differences,
        OptionalDouble sharpe,
        int observations,
        double skewness,
        double kurtosis,
        double autocorrelation,
        double beta,
        String note,
        String problem,
        boolean unjudgeable) {

    static JudgedSeries of(ExperimentResult result, EvaluationSettings settings) {
        return result.dailyReturns().isPresent() && result.dailyReturns().get().size() > 1
                ? ofReturns(
                        result.dailyReturns().get(),
                        settings.benchmark(),
                        PeriodsPerYear.of(result, settings).note())
                : ofStatedSharpe(result, settings);
    }

    private static JudgedSeries ofReturns(DailyReturns daily, Benchmark benchmark, String note) {
        Benchmark.Differences against = benchmark.differences(daily);
        double[] values = against.values();
        Moments moments = Moments.of(values);
        String problem = "";
        if (against.ownBenchmark()) {
            problem = "the returns are those of the benchmark itself";
        } else if (!moments.varies()) {
            problem = "the returns against " + benchmark.key() + " do not vary";
        }
        return new JudgedSeries(
                problem.isEmpty() ? Optional.of(values) : Optional.empty(),
                problem.isEmpty()
                        ? OptionalDouble.of(moments.mean() / moments.standardDeviation())
                        : OptionalDouble.empty(),
                values.length,
                moments.skewness(),
                moments.kurtosis(),
                Autocorrelation.first(values),
                against.beta(),
                Stream.of(against.note(), note).filter(each -> !each.isEmpty()).collect(Collectors.joining("; ")),
                problem,
                !problem.isEmpty());
    }

    private static JudgedSeries ofStatedSharpe(ExperimentResult result, EvaluationSettings settings) {
        OptionalInt observations = result.observations().isPresent() ? result.observations() : settings.observations();
        OptionalInt periods = PeriodsPerYear.of(result, settings).value();
        OptionalDouble annual = result.portfolio().sharpeAnnualized();
        boolean known = observations.isPresent() && periods.isPresent() && annual.isPresent();
        return new JudgedSeries(
                Optional.empty(),
                known
                        ? OptionalDouble.of(annual.getAsDouble() / Math.sqrt(periods.getAsInt()))
                        : OptionalDouble.empty(),
                observations.orElse(0),
                0,
                3,
                0,
                0,
                known ? "no daily returns: Sharpe ratio de-annualised, moments taken as normal, no benchmark" : "",
                known ? "" : "no daily returns, and not all of sharpe, observations and periods_per_year are given",
                false);
    }
}
