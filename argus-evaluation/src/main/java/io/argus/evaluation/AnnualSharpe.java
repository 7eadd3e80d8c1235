package io.argus.evaluation;

import io.argus.domain.returns.DailyReturns;
import io.argus.evaluation.metric.SharpeRatio;
import io.argus.research.experiment.ExperimentResult;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A run's annualised Sharpe ratio: the one that its artifact states, else that of its daily returns above cash. */
final class AnnualSharpe {

    private AnnualSharpe() {}

    static OptionalDouble of(ExperimentResult result, EvaluationSettings settings) {
        OptionalDouble stated = result.portfolio().sharpeAnnualized();
        if (stated.isPresent() || result.dailyReturns().isEmpty()) {
            return stated;
        }
        DailyReturns daily = result.dailyReturns().get();
        OptionalInt periods = PeriodsPerYear.of(result, settings).value();
        return periods.isPresent()
                ? SharpeRatio.annualized(daily.excessOfCash(), periods.getAsInt())
                : OptionalDouble.empty();
    }
}
