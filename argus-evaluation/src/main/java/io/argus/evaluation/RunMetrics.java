package io.argus.evaluation;

import io.argus.domain.returns.DailyReturns;
import io.argus.evaluation.metric.Drawdown;
import io.argus.evaluation.metric.Moments;
import io.argus.evaluation.metric.SharpeRatio;
import io.argus.evaluation.metric.TailRisk;
import io.argus.evaluation.metric.TradeStatistics;
import io.argus.research.experiment.ExperimentResult;
import io.argus.research.experiment.PortfolioSummary;
import io.argus.research.ranking.Metric;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** The figures that describe a run; those that cannot be computed are absent. */
final class RunMetrics {

    private final Map<Metric, Double> values = new EnumMap<>(Metric.class);

    private RunMetrics() {}

    static Map<Metric, Double> of(ExperimentResult result, JudgedSeries judged, EvaluationSettings settings) {
        RunMetrics metrics = new RunMetrics();
        int periods = PeriodsPerYear.of(result, settings).value().orElse(0);
        metrics.portfolio(result.portfolio());
        metrics.put(Metric.SHARPE_ANNUALIZED, AnnualSharpe.of(result, settings));
        metrics.trades(result);
        metrics.put(Metric.FILL_RATE, result.execution().fillRate());
        metrics.put(Metric.EXPOSURE, result.exposure());
        result.dailyReturns()
                .filter(daily -> daily.size() > 1)
                .ifPresent(daily -> metrics.returns(daily, result, periods));
        metrics.put(Metric.SHARPE_PER_PERIOD, judged.sharpe());
        if (judged.differences().isPresent()) {
            metrics.put(Metric.BETA, judged.beta());
        }
        return metrics.values;
    }

    private void portfolio(PortfolioSummary portfolio) {
        put(Metric.STARTING_CASH, portfolio.startingCash());
        put(Metric.TOTAL_RETURN_PCT, portfolio.totalReturnPercent());
        put(Metric.MAX_DRAWDOWN_PCT, portfolio.maxDrawdownPercent());
        put(Metric.TOTAL_TRADES, portfolio.totalTrades());
        put(Metric.WIN_RATE, portfolio.winRate());
        put(Metric.PROFIT_FACTOR, portfolio.profitFactor());
        put(Metric.EXPECTANCY, portfolio.expectancy());
        put(Metric.AVG_HOLDING_TIME_MINS, portfolio.averageHoldingMinutes());
    }

    private void trades(ExperimentResult result) {
        double[] pnl =
                result.tradePnls().stream().mapToDouble(Double::doubleValue).toArray();
        put(Metric.PAYOFF_RATIO, TradeStatistics.ofPnl(pnl).payoffRatio());
    }

    private void returns(DailyReturns daily, ExperimentResult result, int periods) {
        double[] returns = daily.returns();
        double[] excess = daily.excessOfCash();
        Moments moments = Moments.of(returns);
        if (moments.varies()) {
            put(Metric.SKEWNESS, moments.skewness());
            put(Metric.KURTOSIS, moments.kurtosis());
        }
        Drawdown drawdown = Drawdown.of(returns);
        put(Metric.ULCER_INDEX, drawdown.ulcerIndex());
        put(Metric.CVAR_95, TailRisk.conditionalValueAtRisk(returns, 0.05));
        put(Metric.TAIL_RATIO, TailRisk.tailRatio(returns));
        if (periods > 0) {
            double years = (double) returns.length / periods;
            put(Metric.ANNUALIZED_VOLATILITY, moments.standardDeviation() * Math.sqrt(periods));
            put(Metric.SHARPE_GROSS_ANNUALIZED, SharpeRatio.annualized(returns, periods));
            put(Metric.SHARPE_ANNUALIZED, SharpeRatio.annualized(excess, periods));
            put(Metric.SORTINO_ANNUALIZED, SharpeRatio.sortinoAnnualized(excess, 0, periods));
            double growth = Arrays.stream(returns).reduce(1, (equity, value) -> equity * (1 + value));
            double annual = StrictMath.pow(growth, 1 / years) - 1;
            put(Metric.ANNUALIZED_RETURN, annual);
            if (drawdown.maximum() > 0) {
                put(Metric.CALMAR, annual / drawdown.maximum());
            }
            double start = result.portfolio().startingCash();
            put(Metric.TURNOVER, result.execution().tradedNotional() / meanEquity(returns, start) / years / 2);
        }
    }

    private static double meanEquity(double[] returns, double start) {
        double equity = start;
        double sum = 0;
        for (double value : returns) {
            equity *= 1 + value;
            sum += equity;
        }
        return sum / returns.length;
    }

    private void put(Metric metric, OptionalDouble value) {
        value.ifPresent(number -> put(metric, number));
    }

    private void put(Metric metric, double value) {
        if (Double.isFinite(value)) {
            values.put(metric, value);
        }
    }
}
