package io.argus.research.forecast;

import io.argus.domain.DataException;
import io.argus.domain.forecast.Forecast;
import io.argus.domain.forecast.Forecast.MuSource;
import io.argus.domain.forecast.Forecast.SigmaSource;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.returns.DailyReturns;
import io.argus.domain.strategy.Parameters;
import io.argus.research.ranking.DeflatedSharpe;
import io.argus.research.ranking.Metric;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.registry.Candidate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Says what each candidate is expected to earn and to risk, from the best evidence that its row carries, and which
 * evidence that was. Immutable.
 */
public final class ForecastFactory {

    /** Confidence where nothing tells how evenly the result spreads over market states. */
    private static final double UNTOLD_CONFIDENCE = 0.5;

    private static final double LEAST_DRAWDOWN_SIGMA = 0.01;
    private static final String MAX_LOSS_PARAMETER = "max_loss_per_contract";

    private final ForecastSettings settings;

    public ForecastFactory(ForecastSettings settings) {
        this.settings = settings;
    }

    private record Mu(double value, double raw, MuSource source) {}

    private record Sigma(double value, SigmaSource source) {}

    /**
     * @param returns finds a row's daily returns; asked only where {@link ForecastSettings#sigmaWindow()} is set
     * @throws DataException when they are needed and missing, or a row's figures are too large for those of a year
     */
    public List<Forecast> forecasts(
            List<Candidate> candidates, Function<RankedStrategy, Optional<DailyReturns>> returns) {
        return candidates.stream()
                .map(candidate -> forecast(candidate.strategy(), returns))
                .toList();
    }

    private Forecast forecast(RankedStrategy row, Function<RankedStrategy, Optional<DailyReturns>> returns) {
        Mu mu = mu(row);
        Sigma sigma = sigma(row, returns);
        requireNumbers(row, mu, sigma);
        String instrument = row.tradedInstrument().orElse(Forecast.UNKNOWN_INSTRUMENT);
        Optional<ContractSpec.Kind> kind =
                Optional.ofNullable(row.instruments().get(instrument)).flatMap(Function.identity());
        return new Forecast(
                row.strategyId(),
                row.runId(),
                instrument,
                kind,
                mu.value(),
                sigma.value(),
                row.compositeScore(),
                0,
                confidence(row),
                maxLoss(row),
                mu.raw(),
                mu.source(),
                sigma.source());
    }

    /** Figures of other programs, each a number by itself, may make one that no plan can hold. */
    private static void requireNumbers(RankedStrategy row, Mu mu, Sigma sigma) {
        boolean sound = Double.isFinite(mu.value()) && Double.isFinite(mu.raw()) && !Double.isInfinite(sigma.value());
        if (!sound) {
            throw new DataException(
                    (row.strategyId() + " " + row.runId()).strip(),
                    "its figures make a return a year of " + mu.raw() + " with a volatility of " + sigma.value()
                            + ", which are no numbers; correct its row in the rankings");
        }
    }

    private Mu mu(RankedStrategy row) {
        if (row.meanDaily().isPresent() && row.periodsPerYear().isPresent()) {
            double periods = row.periodsPerYear().getAsInt();
            double mean = row.meanDaily().getAsDouble();
            double raw = mean * periods;
            OptionalDouble luck =
                    row.deflatedSharpe().map(DeflatedSharpe::sharpeThreshold).orElse(OptionalDouble.empty());
            if (settings.muDeflation() == MuDeflation.NONE
                    || row.standardDeviationDaily().isEmpty()
                    || luck.isEmpty()) {
                return new Mu(raw, raw, MuSource.DAILY_MEAN);
            }
            double deviation = row.standardDeviationDaily().getAsDouble();
            double deflated = (mean - luck.getAsDouble() * deviation) * periods;
            return new Mu(Math.max(0, deflated), raw, MuSource.DAILY_MEAN_DEFLATED);
        }
        OptionalDouble total = row.findMetric(Metric.TOTAL_RETURN_PCT);
        if (total.isPresent()) {
            return fromTotalReturn(row, total.getAsDouble() / 100);
        }
        return fromTrades(row);
    }

    private static Mu fromTotalReturn(RankedStrategy row, double total) {
        boolean yearsKnown = row.observations().isPresent()
                && row.observations().getAsInt() > 0
                && row.periodsPerYear().isPresent()
                && total > -1;
        if (!yearsKnown) {
            return new Mu(total, total, MuSource.TOTAL_RETURN_PROXY);
        }
        double years =
                (double) row.observations().getAsInt() / row.periodsPerYear().getAsInt();
        double annual = StrictMath.expm1(StrictMath.log1p(total) / years);
        return new Mu(annual, annual, MuSource.TOTAL_RETURN_ANNUALIZED);
    }

    private static Mu fromTrades(RankedStrategy row) {
        OptionalDouble expectancy = row.findMetric(Metric.EXPECTANCY);
        OptionalDouble trades = row.findMetric(Metric.TOTAL_TRADES);
        OptionalDouble cash = row.findMetric(Metric.STARTING_CASH);
        boolean known = expectancy.isPresent()
                && trades.isPresent()
                && cash.isPresent()
                && cash.getAsDouble() > 0
                && row.observations().isPresent()
                && row.observations().getAsInt() > 0
                && row.periodsPerYear().isPresent();
        if (!known) {
            return new Mu(0, 0, MuSource.NONE);
        }
        double years =
                (double) row.observations().getAsInt() / row.periodsPerYear().getAsInt();
        double mu = expectancy.getAsDouble() / cash.getAsDouble() * trades.getAsDouble() / years;
        return new Mu(mu, mu, MuSource.EXPECTANCY);
    }

    private Sigma sigma(RankedStrategy row, Function<RankedStrategy, Optional<DailyReturns>> returns) {
        if (settings.sigmaWindow().isPresent() && row.periodsPerYear().isPresent()) {
            DailyReturns daily = returns.apply(row)
                    .orElseThrow(() -> new DataException(
                            row.sourceFile().isEmpty() ? row.strategyId() : row.sourceFile(),
                            "the daily returns of " + row.strategyId() + " " + row.runId()
                                    + " are missing; sigma_window needs them"));
            return new Sigma(
                    rolling(daily) * Math.sqrt(row.periodsPerYear().getAsInt()),
                    SigmaSource.ROLLING_STANDARD_DEVIATION);
        }
        if (row.standardDeviationDaily().isPresent() && row.periodsPerYear().isPresent()) {
            return new Sigma(
                    row.standardDeviationDaily().getAsDouble()
                            * Math.sqrt(row.periodsPerYear().getAsInt()),
                    SigmaSource.DAILY_STANDARD_DEVIATION);
        }
        // Some programs write a drawdown as a loss, below zero.
        double drawdown = Math.abs(row.findMetric(Metric.MAX_DRAWDOWN_PCT).orElse(0));
        return new Sigma(Math.max(LEAST_DRAWDOWN_SIGMA, drawdown / 2 / 100), SigmaSource.DRAWDOWN_PROXY);
    }

    private double rolling(DailyReturns daily) {
        int window = Math.min(settings.sigmaWindow().orElse(daily.size()), daily.size());
        int first = daily.size() - window;
        double mean = 0;
        for (int i = first; i < daily.size(); i++) {
            mean += daily.at(i) / window;
        }
        double squares = 0;
        for (int i = first; i < daily.size(); i++) {
            squares += (daily.at(i) - mean) * (daily.at(i) - mean);
        }
        return window < 2 ? Double.NaN : Math.sqrt(squares / (window - 1));
    }

    /** Rows of other programs say nothing of joint states, so theirs is the sensitivity that they state. */
    private double confidence(RankedStrategy row) {
        double told = row.tellsJointRegimes()
                ? row.jointRegimeSensitivity().orElse(UNTOLD_CONFIDENCE)
                : row.regimeSensitivity();
        return Math.min(1, Math.max(settings.confidenceFloor(), told));
    }

    private OptionalDouble maxLoss(RankedStrategy row) {
        if (known(row.maxLossPerContract())) {
            return row.maxLossPerContract();
        }
        OptionalDouble own = number(row.parameters());
        OptionalDouble found = known(own) ? own : settings.maxLoss().find(row.strategyId());
        return known(found) ? found : OptionalDouble.empty();
    }

    private static boolean known(OptionalDouble loss) {
        return loss.isPresent() && loss.getAsDouble() > 0 && Double.isFinite(loss.getAsDouble());
    }

    private static OptionalDouble number(Parameters parameters) {
        Object value = parameters.asMap().get(MAX_LOSS_PARAMETER);
        return value instanceof Number number ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
    }
}
