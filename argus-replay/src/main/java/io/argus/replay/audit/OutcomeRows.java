package io.argus.replay.audit;

import io.argus.domain.market.BarSeries;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;
import io.argus.domain.pack.Pack;
import io.argus.replay.outcome.OutcomeEngine;
import java.util.Optional;

/**
 * Outcomes of one horizon, a row for every bar.
 *
 * @param tolerance how many bars may be missing in a window
 */
record OutcomeRows(OutcomeSeries series, int tolerance) implements DerivedSeries {

    /** Figures are rounded to ten decimals; another program may round the last one differently. */
    private static final double ROUNDING = 2e-10;

    /** The tolerance that a series was made with shows in the widest gap that still counted as whole. */
    static OutcomeRows of(OutcomeSeries series) {
        int widest = 0;
        for (int row = 0; row < series.size(); row++) {
            if (series.status(row) == OutcomeStatus.OK) {
                widest = Math.max(widest, series.barsExpected(row) - series.barsFound(row));
            }
        }
        return new OutcomeRows(series, widest);
    }

    @Override
    public String name() {
        return "outcomes of " + series.symbol() + " over " + series.horizonSeconds() + " s";
    }

    @Override
    public int size() {
        return series.size();
    }

    @Override
    public long timestampMs(int row) {
        return series.timestamp(row);
    }

    @Override
    public long knownMs(int row) {
        return complete(row) ? series.windowEnd(row) : Long.MAX_VALUE;
    }

    @Override
    public boolean tellsOf(int row, long timeMs) {
        return series.timestamp(row) == timeMs && complete(row);
    }

    @Override
    public boolean agrees(int row, DerivedSeries other, int otherRow) {
        return other instanceof OutcomeRows that
                && series.status(row) == that.series.status(otherRow)
                && near(series.forwardReturn(row), that.series.forwardReturn(otherRow))
                && near(series.closeAtHorizon(row), that.series.closeAtHorizon(otherRow))
                && near(series.maxRunup(row), that.series.maxRunup(otherRow))
                && near(series.maxDrawdown(row), that.series.maxDrawdown(otherRow))
                && near(series.realizedVolatility(row), that.series.realizedVolatility(otherRow));
    }

    @Override
    public String text(int row) {
        return series.status(row) + " " + series.forwardReturn(row);
    }

    @Override
    public OutcomeRows rebuiltFrom(Pack pack) {
        TradingCalendar calendar =
                pack.findInstrument(series.symbol()).orElseThrow().calendar();
        Optional<BarSeries> bars = pack.findBars(series.symbol());
        boolean possible = bars.isPresent()
                && OutcomeEngine.fits(series.horizonSeconds(), bars.get().durationMs(), calendar);
        OutcomeSeries anew = possible
                ? new OutcomeEngine(calendar, tolerance).compute(bars.get(), series.horizonSeconds())
                : OutcomeSeries.builder(series.symbol(), series.horizonSeconds())
                        .build();
        return new OutcomeRows(anew, tolerance);
    }

    private boolean complete(int row) {
        return series.status(row) != OutcomeStatus.INCOMPLETE;
    }

    private static boolean near(double figure, double other) {
        boolean absent = Double.isNaN(figure) && Double.isNaN(other);
        return absent || Math.abs(figure - other) <= ROUNDING;
    }
}
