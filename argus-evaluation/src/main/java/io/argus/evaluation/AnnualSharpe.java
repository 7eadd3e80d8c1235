package io.argus.evaluation;

import io.argus.domain.returns.DailyReturns;
import io.argus.evaluation.metric.SharpeRatio;
import io.argus.research.experiment.ExperimentResult;
import java.time.DayOfWeek;
import java.util.OptionalDouble;

/** A run's annualised Sharpe ratio: the one that its artifact states, else that of its daily returns above cash. */
final class AnnualSharpe {

    private static final int EXCHANGE_SESSIONS = 252;
    private static final int CALENDAR_DAYS = 365;

    private AnnualSharpe() {}

    static OptionalDouble of(ExperimentResult result, EvaluationSettings settings) {
        OptionalDouble stated = result.portfolio().sharpeAnnualized();
        if (stated.isPresent() || result.dailyReturns().isEmpty()) {
            return stated;
        }
        DailyReturns daily = result.dailyReturns().get();
        int periods = result.periodsPerYear().orElse(settings.periodsPerYear().orElseGet(() -> periodsPerYear(daily)));
        return SharpeRatio.annualized(daily.excessOfCash(), periods);
    }

    /** Where nothing tells: a market that has weekend days never closes. */
    private static int periodsPerYear(DailyReturns daily) {
        boolean weekends =
                daily.dates().stream().anyMatch(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
        return weekends ? CALENDAR_DAYS : EXCHANGE_SESSIONS;
    }
}
