package io.argus.replay.audit;

import io.argus.domain.market.TradingCalendar;
import io.argus.domain.pack.Pack;
import io.argus.domain.pack.Regime;
import io.argus.domain.pack.RegimeSeries;
import io.argus.replay.regime.RegimeDetector;
import java.util.List;

/** The market states of an instrument, a row wherever they changed. */
record RegimeRows(RegimeSeries series) implements DerivedSeries {

    @Override
    public String name() {
        return "regimes of " + series.scope();
    }

    @Override
    public int size() {
        return series.regimes().size();
    }

    @Override
    public long timestampMs(int row) {
        return at(row).timestampMs();
    }

    @Override
    public long knownMs(int row) {
        return at(row).timestampMs();
    }

    /** A state lasts until the next. */
    @Override
    public boolean tellsOf(int row, long timeMs) {
        return true;
    }

    @Override
    public boolean agrees(int row, DerivedSeries other, int otherRow) {
        return other instanceof RegimeRows that
                && at(row).volatility() == that.at(otherRow).volatility()
                && at(row).trend() == that.at(otherRow).trend();
    }

    @Override
    public String text(int row) {
        return at(row).volatility() + "/" + at(row).trend();
    }

    @Override
    public RegimeRows rebuiltFrom(Pack pack) {
        TradingCalendar calendar =
                pack.findInstrument(series.scope()).orElseThrow().calendar();
        return new RegimeRows(pack.findBars(series.scope())
                .map(bars -> RegimeDetector.states(bars, calendar))
                .orElseGet(() -> new RegimeSeries(series.scope(), List.of())));
    }

    private Regime at(int row) {
        return series.regimes().get(row);
    }
}
