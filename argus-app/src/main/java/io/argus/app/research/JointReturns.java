package io.argus.app.research;

import io.argus.domain.allocation.AllocationPlan;
import io.argus.domain.allocation.PortfolioRisk;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.returns.ReturnTable;
import io.argus.evaluation.resampling.MonteCarlo;
import io.argus.evaluation.resampling.WorkSplit;
import io.argus.research.experiment.MonteCarloSettings;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.registry.Candidate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What the admitted earned on the days that all of them with daily returns have. Nothing is filled in on the others.
 *
 * @param periodsPerYear the least of theirs: a day of all is a day of the one with the fewest
 */
record JointReturns(ReturnTable table, int periodsPerYear) {

    private static final int TRADING_DAYS = 252;

    /** Blocks of fewer say nothing of a drawdown. */
    private static final int FEWEST_DAYS = 30;

    /** Of those that have daily returns; empty when nobody has, or they have no day in common. */
    static Optional<JointReturns> find(
            List<Candidate> admitted, Function<RankedStrategy, Optional<DailyReturns>> returns) {
        List<String> names = new ArrayList<>();
        List<Map<LocalDate, Double>> histories = new ArrayList<>();
        TreeSet<LocalDate> common = new TreeSet<>();
        int periods = Integer.MAX_VALUE;
        for (Candidate candidate : admitted) {
            RankedStrategy strategy = candidate.strategy();
            Optional<DailyReturns> daily = returns.apply(strategy);
            if (daily.isEmpty()) {
                continue;
            }
            if (histories.isEmpty()) {
                common.addAll(daily.get().dates());
            } else {
                common.retainAll(new TreeSet<>(daily.get().dates()));
            }
            histories.add(byDate(daily.get()));
            names.add(name(strategy, admitted));
            periods = Math.min(periods, strategy.periodsPerYear().orElse(TRADING_DAYS));
        }
        if (common.isEmpty()) {
            return Optional.empty();
        }
        List<LocalDate> days = List.copyOf(common);
        double[][] columns = new double[histories.size()][days.size()];
        for (int i = 0; i < columns.length; i++) {
            Map<LocalDate, Double> history = histories.get(i);
            Arrays.setAll(columns[i], day -> history.getOrDefault(days.get(day), 0.0));
        }
        return Optional.of(new JointReturns(
                ReturnTable.of(days.stream().map(LocalDate::toString).toList(), names, columns), periods));
    }

    /**
     * What the plan risks, with the drawdown of all positions together over resampled days; empty where somebody's returns
     * are missing, nothing moves, or there are too few days.
     */
    Optional<PortfolioRisk> drawdown(AllocationPlan plan) {
        PortfolioRisk risk = plan.risk();
        if (table.rows() < FEWEST_DAYS || !(risk.expectedVolatility().orElse(0) > 0)) {
            return Optional.empty();
        }
        double[] together = new double[table.rows()];
        for (int i = 0; i < table.trials(); i++) {
            double weight = plan.allocations().get(i).weight();
            for (int day = 0; day < together.length; day++) {
                together[day] += weight * table.at(day, i);
            }
        }
        return MonteCarlo.of(together, MonteCarloSettings.defaults(), WorkSplit.onCaller())
                .value()
                .map(drawn -> risk.withJointDrawdown(drawn.p95Drawdown()));
    }

    /** As the allocation calls it: by the run too where several runs of a strategy were admitted. */
    private static String name(RankedStrategy strategy, List<Candidate> admitted) {
        long runs = admitted.stream()
                .filter(other -> other.strategy().strategyId().equals(strategy.strategyId()))
                .count();
        return runs == 1 ? strategy.strategyId() : strategy.strategyId() + "/" + strategy.runId();
    }

    private static Map<LocalDate, Double> byDate(DailyReturns returns) {
        Map<LocalDate, Double> byDate = new HashMap<>();
        for (int i = 0; i < returns.size(); i++) {
            byDate.put(returns.dates().get(i), returns.at(i));
        }
        return byDate;
    }
}
