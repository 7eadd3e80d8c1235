package io.argus.domain.pack;

import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One snapshot of a {@link ChainSeries}: a range of its quote columns. */
final class ChainView implements OptionChain {

    private final ChainSeries series;
    private final SnapshotColumns snapshots;
    private final QuoteColumns quotes;
    private final int index;
    private final int first;
    private final int size;

    ChainView(ChainSeries series, SnapshotColumns snapshots, QuoteColumns quotes, int index) {
        this.series = series;
        this.snapshots = snapshots;
        this.quotes = quotes;
        this.index = index;
        first = snapshots.firstQuote(index);
        int end = index + 1 < snapshots.size ? snapshots.firstQuote(index + 1) : quotes.size;
        size = end - first;
    }

    @Override
    public String underlying() {
        return series.underlying();
    }

    @Override
    public long receivedMs() {
        return snapshots.received[index];
    }

    @Override
    public long sourceMs() {
        return snapshots.sent[index];
    }

    @Override
    public String provider() {
        return series.provider();
    }

    @Override
    public OptionalDouble underlyingPrice() {
        return optional(snapshots.underlyingPrice[index]);
    }

    @Override
    public OptionalDouble atTheMoneyVolatility() {
        return optional(snapshots.volatility[index]);
    }

    @Override
    public OptionalLong atTheMoneyExpiryMs() {
        return snapshots.volatilityExpiry(index);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Right right(int row) {
        return quotes.right(at(row));
    }

    @Override
    public double strike(int row) {
        return quotes.strike[at(row)];
    }

    @Override
    public long expiryMs(int row) {
        return quotes.expiry[at(row)];
    }

    @Override
    public double bid(int row) {
        return quotes.figure(QuoteColumns.BID, at(row));
    }

    @Override
    public double ask(int row) {
        return quotes.figure(QuoteColumns.ASK, at(row));
    }

    @Override
    public double bidSize(int row) {
        return quotes.figure(QuoteColumns.BID_SIZE, at(row));
    }

    @Override
    public double askSize(int row) {
        return quotes.figure(QuoteColumns.ASK_SIZE, at(row));
    }

    @Override
    public OptionalDouble impliedVolatility(int row) {
        return optional(quotes.figure(QuoteColumns.VOLATILITY, at(row)));
    }

    @Override
    public OptionalDouble delta(int row) {
        return optional(quotes.figure(QuoteColumns.DELTA, at(row)));
    }

    @Override
    public OptionalDouble gamma(int row) {
        return optional(quotes.figure(QuoteColumns.GAMMA, at(row)));
    }

    @Override
    public OptionalDouble theta(int row) {
        return optional(quotes.figure(QuoteColumns.THETA, at(row)));
    }

    @Override
    public OptionalDouble vega(int row) {
        return optional(quotes.figure(QuoteColumns.VEGA, at(row)));
    }

    @Override
    public OptionContract contract(int row) {
        return series.contracts().at(at(row)).contract();
    }

    @Override
    public String symbol(int row) {
        return series.contracts().at(at(row)).symbol();
    }

    @Override
    public int rowAtOrAfter(Right right, double strike, long expiryMs) {
        return series.ladders().rowAtOrAfter(index, right, strike, expiryMs) - first;
    }

    @Override
    public OptionalLong expiryAtOrAfter(long timeMs) {
        return series.ladders().expiryAtOrAfter(index, timeMs);
    }

    @Override
    public OptionalLong expiryBefore(long timeMs) {
        return series.ladders().expiryBefore(index, timeMs);
    }

    @Override
    public OptionalInt findRow(Right right, double strike, long expiryMs) {
        int row = series.ladders().findRow(index, right, strike, expiryMs);
        return row < 0 ? OptionalInt.empty() : OptionalInt.of(row - first);
    }

    private int at(int row) {
        return first + Objects.checkIndex(row, size);
    }

    private static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    @Override
    public String toString() {
        return underlying() + " chain of " + size + " quotes from " + provider() + " received at " + receivedMs();
    }
}
