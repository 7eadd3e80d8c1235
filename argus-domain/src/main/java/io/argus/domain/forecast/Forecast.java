package io.argus.domain.forecast;

import io.argus.domain.market.ContractSpec;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a strategy is expected to earn on an instrument. Numbers need only be numbers as far as this record goes: a
 * sizing rule answers a bad one with size zero and a reason, so that one bad forecast does not stop the others.
 *
 * @param runId empty where a forecast does not come from a run
 * @param instrument {@code UNKNOWN} where nothing names it
 * @param kind empty where unknown; spot is never counted in contracts
 * @param mu expected arithmetic return a year, above cash, as a fraction
 * @param sigma standard deviation of the return a year, as a fraction
 * @param edgeScore the composite score
 * @param cost a year, as a fraction, where mu is not net of it already
 * @param confidence from 0 to 1: how much of mu to believe
 * @param maxLossPerContract in the account currency; zero or less counts as unknown
 * @param muRaw mu before it was deflated for having been selected
 */
public record Forecast(
        String strategyId,
        String runId,
        String instrument,
        Optional<ContractSpec.Kind> kind,
        double mu,
        double sigma,
        double edgeScore,
        double cost,
        double confidence,
        OptionalDouble maxLossPerContract,
        double muRaw,
        MuSource muSource,
        SigmaSource sigmaSource) {

    /** Instrument of a forecast that nothing names one for. */
    public static final String UNKNOWN_INSTRUMENT = "UNKNOWN";

    /** How mu was found. */
    public enum MuSource {
        /** Given by the caller. */
        GIVEN,
        /** Mean daily return, less what the best of that many lucky tries would show. */
        DAILY_MEAN_DEFLATED,
        /** Mean daily return as it is. */
        DAILY_MEAN,
        /** Total return, compounded over the years it took. */
        TOTAL_RETURN_ANNUALIZED,
        /** Total return as if it were one year's. */
        TOTAL_RETURN_PROXY,
        /** Mean result of a trade times the trades a year, over starting cash. */
        EXPECTANCY,
        /** Nothing to tell it from. */
        NONE;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How sigma was found. */
    public enum SigmaSource {
        /** Given by the caller. */
        GIVEN,
        /** Standard deviation of daily returns over the whole run. */
        DAILY_STANDARD_DEVIATION,
        /** The same over the configured number of last days. */
        ROLLING_STANDARD_DEVIATION,
        /** Half the maximum drawdown, at least one percent. */
        DRAWDOWN_PROXY;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Forecast {
        if (strategyId.isBlank() || instrument.isBlank()) {
            throw new IllegalArgumentException("a forecast needs a strategy and an instrument");
        }
        Objects.requireNonNull(runId, "runId");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(maxLossPerContract, "maxLossPerContract");
        Objects.requireNonNull(muSource, "muSource");
        Objects.requireNonNull(sigmaSource, "sigmaSource");
    }

    /** A forecast from one's own model, net of costs and fully believed. */
    public static Forecast of(String strategyId, String instrument, double mu, double sigma) {
        return new Forecast(
                strategyId,
                "",
                instrument,
                Optional.empty(),
                mu,
                sigma,
                0,
                0,
                1,
                OptionalDouble.empty(),
                mu,
                MuSource.GIVEN,
                SigmaSource.GIVEN);
    }
}
