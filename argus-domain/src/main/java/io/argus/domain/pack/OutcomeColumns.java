package io.argus.domain.pack;

import java.util.Arrays;

/** The columns of an {@link OutcomeSeries} that stores its rows. Grow while it is built, then stay. */
final class OutcomeColumns {

    private static final int FEWEST_ROWS = 256;

    int size;
    long[] timestamp = new long[0];
    double[] closeNow = new double[0];
    double[] closeAtHorizon = new double[0];
    double[] forwardReturn = new double[0];
    double[] maxRunup = new double[0];
    double[] maxDrawdown = new double[0];
    double[] realizedVolatility = new double[0];
    byte[] status = new byte[0];
    long[] windowStart = new long[0];
    long[] windowEnd = new long[0];
    int[] barsExpected = new int[0];
    int[] barsFound = new int[0];

    void next(long timestampMs, double close, long windowStartMs, long windowEndMs, int expected, int found) {
        if (size > 0 && timestampMs <= timestamp[size - 1]) {
            throw new IllegalArgumentException("outcomes come in time order: " + timestampMs);
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
    }

    /** Of the last row. */
    void figures(
            OutcomeStatus rowStatus, double closeThen, double fwdReturn, double runup, double drawdown, double vol) {
        int row = size - 1;
        status[row] = rowStatus.code();
        closeAtHorizon[row] = closeThen;
        forwardReturn[row] = fwdReturn;
        maxRunup[row] = runup;
        maxDrawdown[row] = drawdown;
        realizedVolatility[row] = vol;
    }

    void makeRoom(int rows) {
        if (rows > timestamp.length) {
            resize(rows);
        }
    }

    /** Leaves columns as long as they are full. */
    void trim() {
        if (size < timestamp.length) {
            resize(size);
        }
    }

    void digestInto(ColumnDigest digest, String prefix) {
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
