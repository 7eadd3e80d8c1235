package io.argus.domain.market;

/**
 * One price bar. Inside, bars are the columns of a {@link BarSeries}; this is the view of one row for the edges.
 *
 * @param openTimeMs when the bar's interval begins
 * @param closeTimeMs when it ends, which is when the bar becomes known
 * @param volume traded quantity, 0 where the source has none
 */
public record Bar(
        long openTimeMs, long closeTimeMs, double open, double high, double low, double close, double volume) {

    public Bar {
        if (closeTimeMs <= openTimeMs) {
            throw new IllegalArgumentException("a bar closes after it opens: " + openTimeMs + " to " + closeTimeMs);
        }
        if (!(low > 0) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("prices must be positive and finite: low " + low + ", high " + high);
        }
        if (!(low <= open && open <= high && low <= close && close <= high)) {
            throw new IllegalArgumentException(
                    "open " + open + " and close " + close + " must lie within low " + low + " and high " + high);
        }
        if (!(volume >= 0) || Double.isInfinite(volume)) {
            throw new IllegalArgumentException("volume must be finite and not negative: " + volume);
        }
    }
}
