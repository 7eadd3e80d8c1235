package io.argus.evaluation;

import io.argus.domain.returns.DailyReturns;
import io.argus.research.experiment.ExperimentResult;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many periods of a run make a year: what its artifact tells, else what the settings do, else what the days of its
 * returns tell.
 *
 * @param note what the record must say of it; empty where it was told
 */
record PeriodsPerYear(OptionalInt value, String note) {

    private static final int EXCHANGE_SESSIONS = 252;
    private static final int CALENDAR_DAYS = 365;

    /** Exchanges are open on 69 % of all days; returns of fewer are not of every day. */
    private static final double LEAST_DENSITY = 0.6;

    /** A market that never closes lacks few days; one that is open on a single weekend day is an exchange. */
    private static final double NEARLY_EVERY_DAY = 0.9;

    static PeriodsPerYear of(ExperimentResult result, EvaluationSettings settings) {
        if (result.periodsPerYear().isPresent()) {
            return new PeriodsPerYear(result.periodsPerYear(), "");
        }
        if (settings.periodsPerYear().isPresent()) {
            return new PeriodsPerYear(settings.periodsPerYear(), "");
        }
        return result.dailyReturns()
                .filter(daily -> daily.size() > 1)
                .map(PeriodsPerYear::ofDays)
                .orElseGet(() -> new PeriodsPerYear(OptionalInt.empty(), ""));
    }

    private static PeriodsPerYear ofDays(DailyReturns daily) {
        List<LocalDate> days = daily.dates();
        long span = ChronoUnit.DAYS.between(days.get(0), days.get(days.size() - 1)) + 1;
        if (days.size() < LEAST_DENSITY * span) {
            return new PeriodsPerYear(
                    OptionalInt.empty(),
                    "periods_per_year is not told, and the days lie too far apart to tell it: --periods-per-year does");
        }
        boolean weekends = days.stream().anyMatch(date -> date.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0);
        if (!weekends) {
            return new PeriodsPerYear(
                    OptionalInt.of(EXCHANGE_SESSIONS), "periods_per_year is not told: 252, as no day is a weekend's");
        }
        return days.size() >= NEARLY_EVERY_DAY * span
                ? new PeriodsPerYear(
                        OptionalInt.of(CALENDAR_DAYS),
                        "periods_per_year is not told: 365, as there are nearly all days, weekends too")
                : new PeriodsPerYear(
                        OptionalInt.empty(),
                        "periods_per_year is not told, and some days, but not all, are a weekend's:"
                                + " --periods-per-year tells it");
    }
}
