package io.argus.replay.outcome;

import io.argus.domain.market.BarSeries;
import io.argus.domain.pack.OutcomeSeries;
import io.argus.domain.pack.OutcomeStatus;

/** Outcomes that keep no more than the windows after bars, and work every figure out of the bars when it is asked for. */
final class WindowOutcomes extends OutcomeSeries {

    private final BarSeries bars;
    private final WindowLength length;
    private final Windows windows;
    private final LogReturns logReturns;
    private final int gapTolerance;
    private final long dataEnd;

    /**
     * @param bars at least one
     */
    WindowOutcomes(BarSeries bars, long horizonSeconds, WindowLength length, LogReturns logReturns, int gapTolerance) {
        super(bars.symbol(), horizonSeconds);
        this.bars = bars;
        this.length = length;
        this.logReturns = logReturns;
        this.gapTolerance = gapTolerance;
        windows = Windows.after(bars, length);
        dataEnd = bars.closeTime(bars.size() - 1);
    }

    @Override
    public int size() {
        return bars.size();
    }

    @Override
    public long timestamp(int index) {
        return bars.openTime(index);
    }

    @Override
    public OutcomeStatus status(int index) {
        if (!followed(index)) {
            return OutcomeStatus.INCOMPLETE;
        }
        return barsExpected(index) - barsFound(index) > gapTolerance ? OutcomeStatus.GAP : OutcomeStatus.OK;
    }

    @Override
    public double closeNow(int index) {
        return bars.close(index);
    }

    @Override
    public double closeAtHorizon(int index) {
        return followed(index) ? bars.close(windows.last(index)) : Double.NaN;
    }

    @Override
    public double forwardReturn(int index) {
        return followed(index) ? simpleReturn(index, bars.close(windows.last(index))) : Double.NaN;
    }

    @Override
    public double maxRunup(int index) {
        return status(index) == OutcomeStatus.OK ? simpleReturn(index, windows.highest(index)) : Double.NaN;
    }

    @Override
    public double maxDrawdown(int index) {
        return status(index) == OutcomeStatus.OK ? simpleReturn(index, windows.lowest(index)) : Double.NaN;
    }

    @Override
    public double realizedVolatility(int index) {
        return status(index) == OutcomeStatus.OK
                ? TenDecimals.rounded(logReturns.sums().standardDeviation(index, windows.last(index)))
                : Double.NaN;
    }

    @Override
    public long windowStart(int index) {
        return bars.closeTime(index);
    }

    @Override
    public long windowEnd(int index) {
        return length.endOf(index);
    }

    @Override
    public int barsExpected(int index) {
        return length.expectedAfter(index);
    }

    @Override
    public int barsFound(int index) {
        return windows.last(index) - index;
    }

    /** Whether the data go on to the window's end, and hold a bar of it. */
    private boolean followed(int index) {
        return length.endOf(index) <= dataEnd && windows.last(index) > index;
    }

    /** At most the largest number that there is: no file may hold infinity. */
    private double simpleReturn(int index, double price) {
        return TenDecimals.rounded(Math.min(price / bars.close(index) - 1, Double.MAX_VALUE));
    }
}
