package io.argus.domain.market;

import java.util.Arrays;
import java.util.Objects;

/**
 * Price bars of one instrument as columns, oldest first. Immutable; safe for any number of threads.
 *
 * <p>A bar is known at its close time, which on an exchange is the session's and not open plus duration, so both
 * times are kept. Memory: 56 bytes a bar.
 */
public final class BarSeries {

    private final String symbol;
    private final long durationMs;
    private final long[] openTime;
    private final long[] closeTime;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;
    private final double[] volume;

    /** Takes the builder's columns where they are full: to add another bar it makes new ones. */
    private BarSeries(Builder from) {
        symbol = from.symbol;
        durationMs = from.durationMs;
        if (from.size < from.openTime.length) {
            from.resize(from.size);
        }
        openTime = from.openTime;
        closeTime = from.closeTime;
        open = from.open;
        high = from.high;
        low = from.low;
        close = from.close;
        volume = from.volume;
    }

    /**
     * @param durationMs nominal length of a bar in milliseconds, 86 400 000 for daily bars
     */
    public static Builder builder(String symbol, long durationMs) {
        return new Builder(symbol, durationMs);
    }

    public String symbol() {
        return symbol;
    }

    public long durationMs() {
        return durationMs;
    }

    public boolean daily() {
        return durationMs == 86_400_000L;
    }

    public int size() {
        return openTime.length;
    }

    public boolean isEmpty() {
        return openTime.length == 0;
    }

    public long openTime(int index) {
        return openTime[index];
    }

    public long closeTime(int index) {
        return closeTime[index];
    }

    public double open(int index) {
        return open[index];
    }

    public double high(int index) {
        return high[index];
    }

    public double low(int index) {
        return low[index];
    }

    public double close(int index) {
        return close[index];
    }

    public double volume(int index) {
        return volume[index];
    }

    /** A copy of the column. */
    public long[] openTimes() {
        return openTime.clone();
    }

    /** A copy of the column. */
    public long[] closeTimes() {
        return closeTime.clone();
    }

    /** A copy of the column. */
    public double[] opens() {
        return open.clone();
    }

    /** A copy of the column. */
    public double[] highs() {
        return high.clone();
    }

    /** A copy of the column. */
    public double[] lows() {
        return low.clone();
    }

    /** A copy of the column. */
    public double[] closes() {
        return close.clone();
    }

    /** A copy of the column. */
    public double[] volumes() {
        return volume.clone();
    }

    public Bar bar(int index) {
        return new Bar(
                openTime[index], closeTime[index], open[index], high[index], low[index], close[index], volume[index]);
    }

    /**
     * True when the row only repeats the one before it: a single price equal to the previous close and no volume. A
     * vendor that fills gaps forward writes such rows; nothing traded in them, so nothing may fill from them.
     */
    public boolean forwardFilled(int index) {
        return index > 0
                && volume[index] == 0
                && high[index] == low[index]
                && close[index] == close[index - 1]
                && open[index] == close[index];
    }

    /** The first index whose bar opens at or after the time, {@link #size()} when none does. O(log n). */
    public int firstOpeningAt(long timeMs) {
        int at = Arrays.binarySearch(openTime, timeMs);
        return at >= 0 ? at : -at - 1;
    }

    /** How many bars are known at the time, that is closed at or before it. O(log n). */
    public int knownAt(long timeMs) {
        int at = Arrays.binarySearch(closeTime, timeMs);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** The bars from one index up to, not including, another. */
    public BarSeries slice(int fromIndex, int toIndex) {
        Objects.checkFromToIndex(fromIndex, toIndex, size());
        Builder slice = new Builder(symbol, durationMs);
        for (int i = fromIndex; i < toIndex; i++) {
            slice.add(openTime[i], closeTime[i], open[i], high[i], low[i], close[i], volume[i]);
        }
        return slice.build();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BarSeries that
                && symbol.equals(that.symbol)
                && durationMs == that.durationMs
                && Arrays.equals(openTime, that.openTime)
                && Arrays.equals(closeTime, that.closeTime)
                && Arrays.equals(open, that.open)
                && Arrays.equals(high, that.high)
                && Arrays.equals(low, that.low)
                && Arrays.equals(close, that.close)
                && Arrays.equals(volume, that.volume);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol, durationMs, Arrays.hashCode(openTime), Arrays.hashCode(close));
    }

    @Override
    public String toString() {
        return symbol + " " + size() + " bars of " + durationMs + " ms";
    }

    /** Collects bars in time order. Not for use by several threads. */
    public static final class Builder {

        private static final int LEAST_ROOM = 256;

        private final String symbol;
        private final long durationMs;
        private int size;
        private long[] openTime = new long[LEAST_ROOM];
        private long[] closeTime = new long[LEAST_ROOM];
        private double[] open = new double[LEAST_ROOM];
        private double[] high = new double[LEAST_ROOM];
        private double[] low = new double[LEAST_ROOM];
        private double[] close = new double[LEAST_ROOM];
        private double[] volume = new double[LEAST_ROOM];

        private Builder(String symbol, long durationMs) {
            if (symbol.isBlank()) {
                throw new IllegalArgumentException("a series needs a symbol");
            }
            if (durationMs <= 0) {
                throw new IllegalArgumentException("bar duration must be positive: " + durationMs);
            }
            this.symbol = symbol;
            this.durationMs = durationMs;
        }

        public int size() {
            return size;
        }

        /** Makes room for so many bars in all, which spares growing when their number is known. */
        public Builder expecting(int bars) {
            if (bars > openTime.length) {
                resize(bars);
            }
            return this;
        }

        public Builder add(Bar bar) {
            return add(
                    bar.openTimeMs(), bar.closeTimeMs(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
        }

        /**
         * @throws IllegalArgumentException when the bar breaks a rule of {@link Bar} or does not come after the last
         */
        @SuppressWarnings("TooManyParameters") // one row of columns; an object per row is what a series avoids
        public Builder add(
                long openTimeMs,
                long closeTimeMs,
                double openPrice,
                double highPrice,
                double lowPrice,
                double closePrice,
                double tradedVolume) {
            requireBar(openTimeMs, closeTimeMs, openPrice, highPrice, lowPrice, closePrice, tradedVolume);
            if (size == openTime.length) {
                resize(Math.max(LEAST_ROOM, size + (size >> 1)));
            }
            openTime[size] = openTimeMs;
            closeTime[size] = closeTimeMs;
            open[size] = openPrice;
            high[size] = highPrice;
            low[size] = lowPrice;
            close[size] = closePrice;
            volume[size] = tradedVolume;
            size++;
            return this;
        }

        public BarSeries build() {
            return new BarSeries(this);
        }

        private void requireBar(
                long openTimeMs, long closeTimeMs, double o, double h, double l, double c, double tradedVolume) {
            boolean ordered = size == 0 || (openTimeMs > openTime[size - 1] && closeTimeMs > closeTime[size - 1]);
            if (!ordered) {
                throw new IllegalArgumentException(
                        "bars come in time order: " + openTimeMs + " after " + openTime[size - 1]);
            }
            boolean sound = closeTimeMs > openTimeMs
                    && l > 0
                    && h < Double.POSITIVE_INFINITY
                    && l <= o
                    && o <= h
                    && l <= c
                    && c <= h
                    && tradedVolume >= 0
                    && tradedVolume < Double.POSITIVE_INFINITY;
            if (!sound) {
                // Says which rule is broken; built only on failure, so that adding a bar allocates nothing.
                throw new IllegalArgumentException(
                        "not a bar: " + new Bar(openTimeMs, closeTimeMs, o, h, l, c, tradedVolume));
            }
        }

        private void resize(int capacity) {
            openTime = Arrays.copyOf(openTime, capacity);
            closeTime = Arrays.copyOf(closeTime, capacity);
            open = Arrays.copyOf(open, capacity);
            high = Arrays.copyOf(high, capacity);
            low = Arrays.copyOf(low, capacity);
            close = Arrays.copyOf(close, capacity);
            volume = Arrays.copyOf(volume, capacity);
        }
    }
}
