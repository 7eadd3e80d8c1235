package io.argus.replay.engine;

/** The fall from the highest equity so far, with the starting cash as the first peak. */
final class EquityCurve {

    private double peak;
    private double deepest;
    private double deepestFraction;

    EquityCurve(double startingCash) {
        peak = startingCash;
    }

    void mark(double equity) {
        if (equity > peak) {
            peak = equity;
            return;
        }
        double fall = peak - equity;
        // Peaks only rise: a fall that is no deeper than an earlier one is no larger a fraction either.
        if (fall > deepest) {
            deepest = fall;
            deepestFraction = Math.max(deepestFraction, fall / peak);
        }
    }

    /** In money. */
    double deepest() {
        return deepest;
    }

    /** Of the peak that it fell from. */
    double deepestFraction() {
        return deepestFraction;
    }
}
