package io.argus.research.ranking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A figure that describes a run. Percent where the name says so, fractions elsewhere. */
public enum Metric {
    /** In the account currency. */
    STARTING_CASH,
    TOTAL_RETURN_PCT,
    /** Compound return a year. */
    ANNUALIZED_RETURN,
    /** Standard deviation of daily returns times the square root of the periods a year. */
    ANNUALIZED_VOLATILITY,
    /** Mean over standard deviation of daily returns, annualised; before cash and benchmark. */
    SHARPE_GROSS_ANNUALIZED,
    /** The same of returns above cash. */
    SHARPE_ANNUALIZED,
    SORTINO_ANNUALIZED,
    SKEWNESS,
    /** Raw: 3 for a normal distribution. */
    KURTOSIS,
    MAX_DRAWDOWN_PCT,
    CALMAR,
    ULCER_INDEX,
    /** Mean of the worst twentieth of daily returns, as a positive loss. */
    CVAR_95,
    /** 95th percentile of daily returns over the size of the 5th. */
    TAIL_RATIO,
    TOTAL_TRADES,
    WIN_RATE,
    PROFIT_FACTOR,
    PAYOFF_RATIO,
    EXPECTANCY,
    AVG_HOLDING_TIME_MINS,
    /** Share of bars with a position. */
    EXPOSURE,
    /** Traded notional over mean equity, a year, one way. */
    TURNOVER,
    FILL_RATE,
    /** Sharpe ratio a period of the series that significance is judged on. */
    SHARPE_PER_PERIOD,
    /** Slope against buy and hold. */
    BETA;

    /** The name in files: {@code max_drawdown_pct}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Metric> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }
}
