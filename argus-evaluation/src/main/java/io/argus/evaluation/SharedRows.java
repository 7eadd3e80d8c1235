package io.argus.evaluation;

import io.argus.domain.returns.DailyReturns;
import io.argus.research.experiment.Experiment;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Trials on the rows that all of them have: the dates on which every one's market has a session, within the span that
 * they share. Nothing is filled in.
 *
 * @param dates of the rows
 * @param kept positions of the trials that take part
 * @param returns of those against the benchmark, in their order, one a row; what a trial earned between two rows is
 *     compounded into the later one
 * @param partial of trials that cover too little of the longest span, by position, with how much
 * @param withoutReturns of trials that have no series to take part with, by position, with why
 */
record SharedRows(
        List<LocalDate> dates,
        List<Integer> kept,
        List<double[]> returns,
        Map<Integer, String> partial,
        Map<Integer, String> withoutReturns) {

    SharedRows {
        dates = List.copyOf(dates);
        kept = List.copyOf(kept);
        returns = List.copyOf(returns);
        partial = Collections.unmodifiableMap(new TreeMap<>(partial));
        withoutReturns = Collections.unmodifiableMap(new TreeMap<>(withoutReturns));
    }

    static SharedRows of(List<Experiment> runs, List<JudgedSeries> judged) {
        Map<Integer, String> withoutReturns = new TreeMap<>();
        List<Integer> having = new ArrayList<>();
        long longest = 0;
        for (int i = 0; i < runs.size(); i++) {
            boolean judgeable = judged.get(i).differences().isPresent();
            // One that is its own benchmark spans its days all the same; one that never traded has all of its pack's.
            if (judgeable || runs.get(i).result().execution().fills() > 0) {
                longest = Math.max(longest, days(runs.get(i)));
            }
            if (!judgeable) {
                String problem = judged.get(i).problem();
                withoutReturns.put(i, problem.isEmpty() ? "no daily returns" : problem);
            } else {
                having.add(i);
            }
        }
        List<Integer> kept = new ArrayList<>();
        Map<Integer, String> partial = new TreeMap<>();
        for (int i : having) {
            double share = (double) days(runs.get(i)) / longest;
            // A walk-forward cannot cover the days that it trains on, and is the one of its class to be judged.
            if (share >= StrategyEvaluator.LEAST_SHARE_OF_SPAN || runs.get(i).isWalkForward()) {
                kept.add(i);
            } else {
                partial.put(
                        i,
                        String.format(
                                Locale.ROOT,
                                "covers %.0f %% of the longest span, %.0f %% is needed",
                                100 * share,
                                100 * StrategyEvaluator.LEAST_SHARE_OF_SPAN));
            }
        }
        List<LocalDate> common =
                common(kept.stream().map(i -> dates(runs.get(i))).toList());
        List<double[]> returns = kept.stream()
                .map(i -> compounded(
                        dates(runs.get(i)), judged.get(i).differences().orElseThrow(), common))
                .toList();
        return new SharedRows(common, kept, returns, partial, withoutReturns);
    }

    private static List<LocalDate> dates(Experiment run) {
        return run.result().dailyReturns().orElseThrow().dates();
    }

    /** From the first to the last; 0 of a run without daily returns. */
    private static long days(Experiment run) {
        List<LocalDate> dates =
                run.result().dailyReturns().map(DailyReturns::dates).orElse(List.of());
        return dates.isEmpty() ? 0 : ChronoUnit.DAYS.between(dates.get(0), dates.get(dates.size() - 1)) + 1;
    }

    private static List<LocalDate> common(List<List<LocalDate>> calendars) {
        if (calendars.isEmpty()) {
            return List.of();
        }
        List<LocalDate> first = calendars.get(0);
        if (calendars.stream().allMatch(first::equals)) {
            return first;
        }
        Set<LocalDate> shared = new HashSet<>(first);
        calendars.forEach(calendar -> shared.retainAll(new HashSet<>(calendar)));
        return first.stream().filter(shared::contains).toList();
    }

    /** Days before the first common row's, which others may not have had, do not count. */
    private static double[] compounded(List<LocalDate> own, double[] values, List<LocalDate> rows) {
        double[] compounded = new double[rows.size()];
        int row = 0;
        int since = own.indexOf(rows.isEmpty() ? LocalDate.MAX : rows.get(0));
        for (int day = Math.max(0, since); day < own.size() && row < compounded.length; day++) {
            if (own.get(day).equals(rows.get(row))) {
                compounded[row++] = since == day ? values[day] : product(values, since, day);
                since = day + 1;
            }
        }
        return compounded;
    }

    private static double product(double[] values, int from, int to) {
        double growth = 1;
        for (int day = from; day <= to; day++) {
            growth *= 1 + values[day];
        }
        return growth - 1;
    }
}
