package io.argus.replay.engine;

import io.argus.domain.market.BarSeries;
import io.argus.domain.strategy.BarHistory;

/** A series up to what is known now. */
final class KnownBars implements BarHistory {

    private final BarSeries bars;
    private final StepBudget budget;
    private int known;

    KnownBars(BarSeries bars, StepBudget budget) {
        this.bars = bars;
        this.budget = budget;
    }

    void know(int count) {
        known = count;
    }

    @Override
    public int size() {
        budget.spend();
        return known;
    }

    @Override
    public long openTimeMs(int ago) {
        return bars.openTime(index(ago));
    }

    @Override
    public long closeTimeMs(int ago) {
        return bars.closeTime(index(ago));
    }

    @Override
    public double open(int ago) {
        return bars.open(index(ago));
    }

    @Override
    public double high(int ago) {
        return bars.high(index(ago));
    }

    @Override
    public double low(int ago) {
        return bars.low(index(ago));
    }

    @Override
    public double close(int ago) {
        return bars.close(index(ago));
    }

    @Override
    public double volume(int ago) {
        return bars.volume(index(ago));
    }

    private int index(int ago) {
        budget.spend();
        if (ago < 0 || ago >= known) {
            throw new IndexOutOfBoundsException(
                    ago < 0
                            ? "bar " + -ago + " ahead is not known yet"
                            : "only " + known + " bars are known, not " + (ago + 1));
        }
        return known - 1 - ago;
    }
}
