package io.argus.domain.pack;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Outcomes of one instrument at one horizon, ordered by bar. Immutable, and equal to any other series of the same rows,
 * whether its figures are stored or worked out of bars when they are asked for. A figure that could not be computed is
 * NaN; {@link #outcome(int)} is the view that says so with types.
 */
public abstract class OutcomeSeries {

    private final String symbol;
    private final long horizonSeconds;

    /**
     * @throws IllegalArgumentException when the symbol is blank or the horizon not positive
     */
    protected OutcomeSeries(String symbol, long horizonSeconds) {
        requireNamed(symbol, horizonSeconds);
        this.symbol = symbol;
        this.horizonSeconds = horizonSeconds;
    }

    public static Builder builder(String symbol, long horizonSeconds) {
        return new Builder(symbol, horizonSeconds);
    }

    public final String symbol() {
        return symbol;
    }

    public final long horizonSeconds() {
        return horizonSeconds;
    }

    public abstract int size();

    public abstract long timestamp(int index);

    public abstract OutcomeStatus status(int index);

    public abstract double closeNow(int index);

    /** NaN where {@link #status(int)} is incomplete. */
    public abstract double closeAtHorizon(int index);

    /** NaN where {@link #status(int)} is incomplete. */
    public abstract double forwardReturn(int index);

    /** NaN where {@link #status(int)} is not OK. */
    public abstract double maxRunup(int index);

    /** NaN where {@link #status(int)} is not OK. */
    public abstract double maxDrawdown(int index);

    /** NaN where {@link #status(int)} is not OK, or the window holds fewer than two returns. */
    public abstract double realizedVolatility(int index);

    public abstract long windowStart(int index);

    /** When the row is known, provided that it is complete. */
    public abstract long windowEnd(int index);

    public abstract int barsExpected(int index);

    public abstract int barsFound(int index);

    /** How many rows are not {@link OutcomeStatus#INCOMPLETE}. O(rows). */
    public final int complete() {
        int usable = 0;
        for (int i = 0; i < size(); i++) {
            usable += status(i) == OutcomeStatus.INCOMPLETE ? 0 : 1;
        }
        return usable;
    }

    public final Outcome outcome(int index) {
        return new Outcome(
                timestamp(index),
                horizonSeconds,
                closeNow(index),
                optional(closeAtHorizon(index)),
                optional(forwardReturn(index)),
                optional(maxRunup(index)),
                optional(maxDrawdown(index)),
                optional(realizedVolatility(index)),
                status(index),
                windowStart(index),
                windowEnd(index),
                barsExpected(index),
                barsFound(index));
    }

    /** Hashes go by columns, so a series that stores none makes them for as long as that takes. */
    void digestInto(ColumnDigest digest) {
        Builder columns = builder(symbol, horizonSeconds).expecting(size());
        for (int i = 0; i < size(); i++) {
            columns.next(timestamp(i), closeNow(i), windowStart(i), windowEnd(i), barsExpected(i), barsFound(i))
                    .figures(
                            status(i),
                            closeAtHorizon(i),
                            forwardReturn(i),
                            maxRunup(i),
                            maxDrawdown(i),
                            realizedVolatility(i));
        }
        columns.build().digestInto(digest);
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof OutcomeSeries that
                && symbol.equals(that.symbol)
                && horizonSeconds == that.horizonSeconds
                && size() == that.size()
                && IntStream.range(0, size()).allMatch(i -> outcome(i).equals(that.outcome(i)));
    }

    @Override
    public final int hashCode() {
        int rows = 1;
        for (int i = 0; i < size(); i++) {
            rows = 31 * rows + Double.hashCode(forwardReturn(i));
        }
        return Objects.hash(symbol, horizonSeconds, rows);
    }

    @Override
    public final String toString() {
        return symbol + " " + size() + " outcomes at " + horizonSeconds + " s";
    }

    private static void requireNamed(String symbol, long horizonSeconds) {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("outcomes need a symbol");
        }
        if (horizonSeconds <= 0) {
            throw new IllegalArgumentException("horizon must be positive: " + horizonSeconds);
        }
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Collects rows in time order. Not for use by several threads. */
    public static final class Builder {

        private final String symbol;
        private final long horizonSeconds;
        private OutcomeColumns columns = new OutcomeColumns();

        private Builder(String symbol, long horizonSeconds) {
            requireNamed(symbol, horizonSeconds);
            this.symbol = symbol;
            this.horizonSeconds = horizonSeconds;
        }

        /** Starts the next row: its bar and its window. */
        public Builder next(
                long timestampMs, double close, long windowStartMs, long windowEndMs, int expected, int found) {
            if (windowEndMs <= windowStartMs) {
                throw new IllegalArgumentException(
                        "its window ends at " + windowEndMs + ", not after its start at " + windowStartMs);
            }
            columns.next(timestampMs, close, windowStartMs, windowEndMs, expected, found);
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
            columns.figures(rowStatus, closeThen, fwdReturn, runup, drawdown, vol);
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

        /** Makes room for so many rows in all, which spares growing when their number is known. */
        public Builder expecting(int rows) {
            columns.makeRoom(rows);
            return this;
        }

        /** The series of all rows so far, after which the builder is empty: it hands its columns over. */
        public OutcomeSeries build() {
            columns.trim();
            OutcomeSeries series = new StoredOutcomes(symbol, horizonSeconds, columns);
            columns = new OutcomeColumns();
            return series;
        }
    }
}
