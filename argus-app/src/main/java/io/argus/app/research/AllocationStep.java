package io.argus.app.research;

import io.argus.allocation.AllocationEngine;
import io.argus.allocation.AllocationRequest;
import io.argus.allocation.AllocationSettings;
import io.argus.allocation.PortfolioSettings;
import io.argus.allocation.portfolio.AllocationMethod;
import io.argus.app.config.AllocationSection;
import io.argus.app.config.ConfigFile;
import io.argus.app.config.EvaluationSection;
import io.argus.app.terminal.Counted;
import io.argus.domain.ConfigException;
import io.argus.domain.allocation.AllocationPlan;
import io.argus.domain.allocation.PublishedPlan;
import io.argus.domain.forecast.Forecast;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.returns.DailyReturns;
import io.argus.evaluation.gate.KillThresholds;
import io.argus.research.forecast.ForecastFactory;
import io.argus.research.forecast.ForecastSettings;
import io.argus.research.ranking.RankedStrategy;
import io.argus.research.ranking.Ranking;
import io.argus.research.registry.Admission;
import io.argus.research.registry.AdmissionRule;
import io.argus.research.registry.Candidate;
import io.argus.research.registry.StrategyRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Admits the survivors, forecasts what each will earn, and sizes them together. */
public final class AllocationStep {

    /** Of a covariance. */
    private static final int FEWEST_DAYS = 2;

    /**
     * How to allocate.
     *
     * @param config the sizing settings as they are written
     * @param gates thresholds in force, by name
     * @param relaxed whether any of them is laxer than shipped
     * @param validFor how long a plan stands
     */
    public record Request(
            AdmissionRule rule,
            ForecastSettings forecasts,
            AllocationSettings sizing,
            double equity,
            SortedMap<String, Object> config,
            SortedMap<String, Double> gates,
            boolean relaxed,
            Duration validFor) {

        /** As configured. */
        public static Request of(EvaluationSection evaluation, AllocationSection sizing, Duration validFor) {
            SortedMap<String, Double> gates =
                    new TreeMap<>(evaluation.killThresholds().asMap());
            gates.put("min_dsr", evaluation.minDsr());
            gates.put("min_composite_score", evaluation.minCompositeScore());
            return new Request(
                    evaluation.admission(),
                    sizing.forecasts(),
                    sizing.engine(),
                    evaluation.equity(),
                    new TreeMap<>(ConfigFile.written(sizing)),
                    gates,
                    evaluation.laxerThanShipped(),
                    validFor);
        }

        /**
         * The same for a ranking that was judged before, under the kill thresholds that it tells. Argus tells all that
         * were in force, also where there were none, and always names the benchmark that it judged against; another
         * program may tell some, and its silence opens no gate.
         */
        public Request judgedIn(Ranking ranking) {
            boolean tellsAll = !ranking.benchmark().isEmpty();
            SortedMap<String, Double> told = new TreeMap<>(
                    tellsAll ? Map.of() : KillThresholds.defaults().asMap());
            told.putAll(ranking.killThresholds());
            told.keySet().retainAll(KillThresholds.known());
            SortedMap<String, Double> inForce = new TreeMap<>(gates);
            inForce.keySet().removeAll(KillThresholds.known());
            inForce.putAll(told);
            boolean laxer = !KillThresholds.of(told).laxerThanShipped().isEmpty();
            return new Request(rule, forecasts, sizing, equity, config, inForce, relaxed || laxer, validFor);
        }
    }

    /** The plan and who was let in for it. */
    public record Result(PublishedPlan plan, Admission admission) {}

    /**
     * @param rankedAt what to take for the time of the data where no row tells
     * @param returns finds a row's daily returns, for the settings that need them
     */
    public Result allocate(
            Request request,
            Ranking ranking,
            Instant rankedAt,
            Function<RankedStrategy, Optional<DailyReturns>> returns) {
        Admission admission = new StrategyRegistry(request.rule()).admit(ranking.strategies());
        List<Forecast> forecasts = new ForecastFactory(request.forecasts()).forecasts(admission.admitted(), returns);
        AllocationRequest asked = AllocationRequest.of(forecasts, request.equity(), request.sizing());
        Optional<JointReturns> joint = JointReturns.find(admission.admitted(), returns);
        requireDays(request.sizing().portfolio(), admission.admitted(), joint);
        if (joint.isPresent()) {
            PortfolioSettings method =
                    request.sizing().portfolio().withPeriodsPerYear(joint.get().periodsPerYear());
            asked = AllocationRequest.of(
                            forecasts, request.equity(), request.sizing().withPortfolio(method))
                    .withReturns(joint.get().table());
        }
        AllocationPlan sized = new AllocationEngine().plan(asked);
        AllocationPlan plan = joint.flatMap(earned -> earned.drawdown(sized))
                .map(sized::withRisk)
                .orElse(sized);
        Instant asOf = asOf(ranking).orElse(rankedAt);
        PublishedPlan published = new PublishedPlan(
                asOf,
                validUntil(ranking, asOf, request.validFor()),
                plan,
                request.config(),
                request.gates(),
                request.relaxed(),
                plan.allocations().isEmpty() ? Optional.of(emptyReason(ranking, admission)) : Optional.empty());
        return new Result(published, admission);
    }

    /** Each may have its returns, and all of them no days on which they could be compared. */
    private static void requireDays(
            PortfolioSettings portfolio, List<Candidate> admitted, Optional<JointReturns> joint) {
        int days = joint.map(earned -> earned.table().rows()).orElse(0);
        if (portfolio.needsReturns() && !admitted.isEmpty() && days < FEWEST_DAYS) {
            throw new ConfigException(
                    "",
                    admitted.stream()
                                    .map(each -> each.strategy().strategyId())
                                    .distinct()
                                    .collect(Collectors.joining(", "))
                            + (admitted.size() == 1
                                    ? " has no two days of returns"
                                    : " have no two days of returns in common")
                            + ", and " + portfolio.method() + " needs them; methods that work without: "
                            + String.join(", ", AllocationMethod.keysWithoutReturns()));
        }
    }

    private static String emptyReason(Ranking ranking, Admission admission) {
        int runs = ranking.strategies().size();
        if (runs == 0) {
            return "there were no runs to rank";
        }
        long killed =
                ranking.strategies().stream().filter(RankedStrategy::killed).count();
        return "none of " + Counted.of(runs, "run") + " was admitted: " + killed + " killed, "
                + (admission.refused().size() - killed) + " below min_dsr or min_composite_score";
    }

    /** The end of the last day of any run's data. */
    private static Optional<Instant> asOf(Ranking ranking) {
        return ranking.strategies().stream()
                .flatMap(row -> row.asOf().stream())
                .max(LocalDate::compareTo)
                .map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Counted from the next session's open where every run trades on the exchange, else from the data's end. */
    private static Instant validUntil(Ranking ranking, Instant asOf, Duration validFor) {
        TradingCalendar exchange = TradingCalendar.newYorkStockExchange();
        boolean sessions = !ranking.strategies().isEmpty()
                && ranking.strategies().stream()
                        .allMatch(row -> row.asOf().isPresent()
                                && row.periodsPerYear().isPresent()
                                && row.periodsPerYear().getAsInt() == exchange.periodsPerYear());
        if (!sessions) {
            return asOf.plus(validFor);
        }
        LocalDate next =
                exchange.sessionOnOrAfter(exchange.dateAt(asOf.toEpochMilli()).plusDays(1));
        return Instant.ofEpochMilli(exchange.openMs(next)).plus(validFor);
    }
}
