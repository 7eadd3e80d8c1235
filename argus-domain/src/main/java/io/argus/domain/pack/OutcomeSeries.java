package io.argus.domain.pack;

import java.util.Arrays;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Outcomes of one instrument at one horizon as columns, ordered by bar. Immutable. Inside, a figure that could not be
 * computed is NaN; {@link #outcome(int)} is the view that says so with types.
 */
public final class OutcomeSeries {

    private final String symbol;
    private final long horizonSeconds;
    private final long[] timestamp;
    private final double[] closeNow;
    private final double[] closeAtHorizon;
    private final double[] forwardReturn;
    private final double[] maxRunup;
    private final double[] maxDrawdown;
    private final double[] realizedVolatility;
    private final byte[] status;
    private final long[] windowStart;
    private final long[] windowEnd;
    private final int[] barsExpected;
    private final int[] barsFound;
    private final int complete;

    /** Takes the builder's columns, which are as long as they are full. */
    private OutcomeSeries(Builder from) {
        symbol = from.symbol;
        horizonSeconds = from.horizonSeconds;
        timestamp = from.timestamp;
        closeNow = from.closeNow;
        closeAtHorizon = from.closeAtHorizon;
        forwardReturn = from.forwardReturn;
        maxRunup = from.maxRunup;
        maxDrawdown = from.maxDrawdown;
        realizedVolatility = from.realizedVolatility;
        status = from.status;
        windowStart = from.windowStart;
        windowEnd = from.windowEnd;
        barsExpected = from.barsExpected;
        barsFound = from.barsFound;
        int usable = 0;
        for (byte each : status) {
            usable += each == OutcomeStatus.INCOMPLETE.code() ? 0 : 1;
        }
        complete = usable;
    }

    public static Builder builder(String symbol, long horizonSeconds) {
        return new Builder(symbol, horizonSeconds);
    }

    public String symbol() {
        return symbol;
    }

    public long horizonSeconds() {
        return horizonSeconds;
    }

    public int size() {
        return timestamp.length;
    }

    /** How many rows are not {@link OutcomeStatus#INCOMPLETE}. */
    public int complete() {
        return complete;
    }

    public long timestamp(int index) {
        return timestamp[index];
    }

    public OutcomeStatus status(int index) {
        return OutcomeStatus.of(status[index]);
    }

    public double closeNow(int index) {
        return closeNow[index];
    }

    /** NaN where {@link #status(int)} is incomplete. */
    public double closeAtHorizon(int index) {
        return closeAtHorizon[index];
    }

    /** NaN where {@link #status(int)} is incomplete. */
    public double forwardReturn(int index) {
        return forwardReturn[index];
    }

    /** NaN where {@link #status(int)} is not OK. */
    public double maxRunup(int index) {
        return maxRunup[index];
    }

    /** NaN where {@link #status(int)} is not OK. */
    public double maxDrawdown(int index) {
        return maxDrawdown[index];
    }

    /** NaN where {@link #status(int)} is not OK, or the window holds fewer than two returns. */
    public double realizedVolatility(int index) {
        return realizedVolatility[index];
    }

    public long windowStart(int index) {
        return windowStart[index];
    }

    /** When the row is known, provided that it is complete. */
    public long windowEnd(int index) {
        return windowEnd[index];
    }

    public int barsExpected(int index) {
        return barsExpected[index];
    }

    public int barsFound(int index) {
        return barsFound[index];
    }

    public Outcome outcome(int index) {
        return new Outcome(
                timestamp[index],
                horizonSeconds,
                closeNow[index],
                optional(closeAtHorizon[index]),
                optional(forwardReturn[index]),
                optional(maxRunup[index]),
                optional(maxDrawdown[index]),
                optional(realizedVolatility[index]),
                status(index),
                windowStart[index],
                windowEnd[index],
                barsExpected[index],
                barsFound[index]);
    }

    void digestInto(ColumnDigest digest) {
        String prefix = "outcomes/" + symbol + "/" + horizonSeconds + "/";
        digest.longs(prefix + "timestamp_ms", timestamp);
        digest.doubles(prefix + "close_now", closeNow);
        digest.doubles(prefix + "close_at_horizon", closeAtHorizon);
        digest.doubles(prefix + "fwd_return", forwardReturn);
        digest.doubles(prefix + "max_runup", maxRunup);
        digest.doubles(prefix + "max_drawdown", maxDrawdown);
        digest.doubles(prefix + "realized_vol", realizedVolatility);
        digest.bytes(prefix + "status", status);
        digest.longs(prefix + "window_start_ms", windowStart);
        digest.longs(prefix + "window_end_ms", windowEnd);
        digest.ints(prefix + "bars_expected", barsExpected);
        digest.ints(prefix + "bars_found", barsFound);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OutcomeSeries that
                && symbol.equals(that.symbol)
                && horizonSeconds == that.horizonSeconds
                && Arrays.equals(timestamp, that.timestamp)
                && Arrays.equals(closeNow, that.closeNow)
                && Arrays.equals(closeAtHorizon, that.closeAtHorizon)
                && Arrays.equals(forwardReturn, that.forwardReturn)
                && Arrays.equals(maxRunup, that.maxRunup)
                && Arrays.equals(maxDrawdown, that.maxDrawdown)
                && Arrays.equals(realizedVolatility, that.realizedVolatility)
                && Arrays.equals(status, that.status)
                && Arrays.equals(windowStart, that.windowStart)
                && Arrays.equals(windowEnd, that.windowEnd)
                && Arrays.equals(barsExpected, that.barsExpected)
                && Arrays.equals(barsFound, that.barsFound);
    }

    @Override
    public int hashCode() {
        return Objects.hash(symbol, horizonSeconds, Arrays.hashCode(timestamp), Arrays.hashCode(forwardReturn));
    }

    @Override
    public String toString() {
        return symbol + " " + size() + " outcomes at " + horizonSeconds + " s";
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Collects rows in time order. Not for use by several threads. */
    public static final class Builder {

        private static final int FEWEST_ROWS = 256;

        private final String symbol;
        private final long horizonSeconds;
        private int size;
        private long[] timestamp = new long[0];
        private double[] closeNow = new double[0];
        private double[] closeAtHorizon = new double[0];
        private double[] forwardReturn = new double[0];
        private double[] maxRunup = new double[0];
        private double[] maxDrawdown = new double[0];
        private double[] realizedVolatility = new double[0];
        private byte[] status = new byte[0];
        private long[] windowStart = new long[0];
        private long[] windowEnd = new long[0];
        private int[] barsExpected = new int[0];
        private int[] barsFound = new int[0];

        private Builder(String symbol, long horizonSeconds) {
            if (symbol.isBlank()) {
                throw new IllegalArgumentException("outcomes need a symbol");
            }
            if (horizonSeconds <= 0) {
                throw new IllegalArgumentException("horizon must be positive: " + horizonSeconds);
            }
            this.symbol = symbol;
            this.horizonSeconds = horizonSeconds;
        }

        /** Starts the next row: its bar and its window. */
        public Builder next(
                long timestampMs, double close, long windowStartMs, long windowEndMs, int expected, int found) {
            if (size > 0 && timestampMs <= timestamp[size - 1]) {
                throw new IllegalArgumentException("outcomes come in time order: " + timestampMs);
            }
            if (windowEndMs <= windowStartMs) {
                throw new IllegalArgumentException("window " + windowStartMs + " to " + windowEndMs);
            }
            if (size == timestamp.length) {
                resize(Math.max(FEWEST_ROWS, size + (size >> 1)));
            }
            timestamp[size] = timestampMs;
            closeNow[size] = close;
            windowStart[size] = windowStartMs;
            windowEnd[size] = windowEndMs;
            barsExpected[size] = expected;
            barsFound[size] = found;
            size++;
            return figures(OutcomeStatus.INCOMPLETE, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }

        /** Completes the row just started; NaN where a figure could not be computed. */
        public Builder figures(
                OutcomeStatus rowStatus,
                double closeThen,
                double fwdReturn,
                double runup,
                double drawdown,
                double vol) {
            int row = size - 1;
            status[row] = rowStatus.code();
            closeAtHorizon[row] = closeThen;
            forwardReturn[row] = fwdReturn;
            maxRunup[row] = runup;
            maxDrawdown[row] = drawdown;
            realizedVolatility[row] = vol;
            return this;
        }

        public Builder add(Outcome row) {
            return next(
                            row.timestampMs(),
                            row.closeNow(),
                            row.windowStartMs(),
                            row.windowEndMs(),
                            row.barsExpected(),
                            row.barsFound())
                    .figures(
                            row.status(),
                            row.closeAtHorizon().orElse(Double.NaN),
                            row.forwardReturn().orElse(Double.NaN),
                            row.maxRunup().orElse(Double.NaN),
                            row.maxDrawdown().orElse(Double.NaN),
                            row.realizedVolatility().orElse(Double.NaN));
        }

        /** The series of all rows so far, after which the builder is empty: it hands its columns over. */
        public OutcomeSeries build() {
            if (size < timestamp.length) {
                resize(size);
            }
            OutcomeSeries series = new OutcomeSeries(this);
            size = 0;
            timestamp = new long[0];
            return series;
        }

        /** Makes room for so many rows in all, which spares growing when their number is known. */
        public Builder expecting(int rows) {
            if (rows > timestamp.length) {
                resize(rows);
            }
            return this;
        }

        private void resize(int capacity) {
            timestamp = Arrays.copyOf(timestamp, capacity);
            closeNow = Arrays.copyOf(closeNow, capacity);
            closeAtHorizon = Arrays.copyOf(closeAtHorizon, capacity);
            forwardReturn = Arrays.copyOf(forwardReturn, capacity);
            maxRunup = Arrays.copyOf(maxRunup, capacity);
            maxDrawdown = Arrays.copyOf(maxDrawdown, capacity);
            realizedVolatility = Arrays.copyOf(realizedVolatility, capacity);
            status = Arrays.copyOf(status, capacity);
            windowStart = Arrays.copyOf(windowStart, capacity);
            windowEnd = Arrays.copyOf(windowEnd, capacity);
            barsExpected = Arrays.copyOf(barsExpected, capacity);
            barsFound = Arrays.copyOf(barsFound, capacity);
        }
    }
}
