package io.argus.replay.audit;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Outcome;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.replay.outcome.OutcomeEngine;
import io.argus.replay.regime.RegimeDetector;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Builds a pack's outcomes and regimes anew, from its own bars and from bars altered after an instant. A row that
 * counts as known by then and agrees with the first but not with the second was made from later bars; one that agrees
 * with neither cannot be told.
 */
final class DerivedRows {

    /** Figures are rounded to ten decimals; another program may round the last one differently. */
    private static final double ROUNDING = 2e-10;

    private final Pack pack;
    private long verified;
    private final List<AuditReport.Unverified> unverified = new ArrayList<>();

    DerivedRows(Pack pack) {
        this.pack = pack;
        pack.outcomes().forEach(series -> judge(describe(series), rows(series), rebuilt(series, pack)));
        pack.regimes().forEach(series -> judge(describe(series), rows(series), rebuilt(series, pack)));
    }

    /** Rows that agree with what the pack's own bars give. */
    long verified() {
        return verified;
    }

    List<AuditReport.Unverified> unverified() {
        return unverified;
    }

    /** For every series the first row known by the cut that the bars known by then do not give. */
    List<Leak> leaks(Pack altered, long cutMs, String datum) {
        List<Leak> leaks = new ArrayList<>();
        pack.outcomes()
                .forEach(series -> leak(
                                describe(series),
                                rows(series),
                                rebuilt(series, pack),
                                rebuilt(series, altered),
                                cutMs,
                                datum)
                        .ifPresent(leaks::add));
        pack.regimes()
                .forEach(series -> leak(
                                describe(series),
                                rows(series),
                                rebuilt(series, pack),
                                rebuilt(series, altered),
                                cutMs,
                                datum)
                        .ifPresent(leaks::add));
        return leaks;
    }

    /** A row by what it says, and when it counts as known. */
    private record Row(long timestampMs, long knownMs, Figures figures) {}

    private record Figures(String state, double[] values) {

        boolean agree(Figures other) {
            if (!state.equals(other.state)) {
                return false;
            }
            for (int i = 0; i < values.length; i++) {
                boolean absent = Double.isNaN(values[i]) && Double.isNaN(other.values[i]);
                if (!absent && !(Math.abs(values[i] - other.values[i]) <= ROUNDING)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Figures that && agree(that);
        }

        @Override
        public int hashCode() {
            return Objects.hash(state);
        }

        @Override
        public String toString() {
            return values.length == 0 ? state : state + " " + values[0];
        }
    }

    private void judge(String series, List<Row> rows, NavigableMap<Long, Figures> own) {
        long agreeing = rows.stream().filter(row -> agrees(row, own)).count();
        verified += agreeing;
        if (agreeing < rows.size()) {
            Row first =
                    rows.stream().filter(row -> !agrees(row, own)).findFirst().orElseThrow();
            unverified.add(new AuditReport.Unverified(series, rows.size() - agreeing, first.knownMs()));
        }
    }

    private static Optional<Leak> leak(
            String series,
            List<Row> rows,
            NavigableMap<Long, Figures> own,
            NavigableMap<Long, Figures> altered,
            long cutMs,
            String datum) {
        return rows.stream()
                .filter(row -> row.knownMs() <= cutMs && agrees(row, own) && !agrees(row, altered))
                .findFirst()
                .map(row -> new Leak(
                        Leak.Kind.DERIVED,
                        OptionalLong.of(cutMs),
                        row.knownMs(),
                        series + " at " + Instant.ofEpochMilli(row.timestampMs()) + ": " + row.figures(),
                        figuresAt(row, altered).map(Figures::toString).orElse("nothing"),
                        datum));
    }

    private static boolean agrees(Row row, NavigableMap<Long, Figures> rebuilt) {
        return figuresAt(row, rebuilt).filter(row.figures()::equals).isPresent();
    }

    /** What holds at the row's time: the row of that time, or for states the latest before it. */
    private static Optional<Figures> figuresAt(Row row, NavigableMap<Long, Figures> rebuilt) {
        return Optional.ofNullable(rebuilt.floorEntry(row.timestampMs())).map(Map.Entry::getValue);
    }

    private static List<Row> rows(OutcomeSeries series) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            if (series.status(i) != OutcomeStatus.INCOMPLETE) {
                rows.add(new Row(series.timestamp(i), series.windowEnd(i), figures(series.outcome(i))));
            }
        }
        return rows;
    }

    private static List<Row> rows(RegimeSeries series) {
        return series.regimes().stream()
                .map(regime -> new Row(regime.timestampMs(), regime.timestampMs(), figures(regime)))
                .toList();
    }

    private static NavigableMap<Long, Figures> rebuilt(OutcomeSeries series, Pack from) {
        NavigableMap<Long, Figures> rows = new TreeMap<>();
        Optional<BarSeries> bars = from.findBars(series.symbol());
        TradingCalendar calendar =
                from.findInstrument(series.symbol()).orElseThrow().calendar();
        if (bars.isPresent()
                && OutcomeEngine.fits(series.horizonSeconds(), bars.get().durationMs(), calendar)) {
            OutcomeSeries anew =
                    new OutcomeEngine(calendar, tolerance(series)).compute(bars.get(), series.horizonSeconds());
            rows(anew).forEach(row -> rows.put(row.timestampMs(), row.figures()));
        }
        return rows;
    }

    private static NavigableMap<Long, Figures> rebuilt(RegimeSeries series, Pack from) {
        NavigableMap<Long, Figures> rows = new TreeMap<>();
        TradingCalendar calendar =
                from.findInstrument(series.scope()).orElseThrow().calendar();
        from.findBars(series.scope())
                .ifPresent(bars -> rows(RegimeDetector.states(bars, calendar))
                        .forEach(row -> rows.put(row.timestampMs(), row.figures())));
        return rows;
    }

    /** The tolerance that the series was made with shows in the widest gap that still counted as whole. */
    private static int tolerance(OutcomeSeries series) {
        int widest = 0;
        for (int i = 0; i < series.size(); i++) {
            if (series.status(i) == OutcomeStatus.OK) {
                widest = Math.max(widest, series.outcome(i).gapCount());
            }
        }
        return widest;
    }

    private static Figures figures(Outcome outcome) {
        return new Figures(outcome.status().name(), new double[] {
            value(outcome.forwardReturn()),
            value(outcome.closeAtHorizon()),
            value(outcome.maxRunup()),
            value(outcome.maxDrawdown()),
            value(outcome.realizedVolatility())
        });
    }

    private static Figures figures(Regime regime) {
        return new Figures(regime.volatility() + "/" + regime.trend(), new double[0]);
    }

    private static double value(OptionalDouble figure) {
        return figure.orElse(Double.NaN);
    }

    private static String describe(OutcomeSeries series) {
        return "outcomes of " + series.symbol() + " over " + series.horizonSeconds() + " s";
    }

    private static String describe(RegimeSeries series) {
        return "regimes of " + series.scope();
    }
}
