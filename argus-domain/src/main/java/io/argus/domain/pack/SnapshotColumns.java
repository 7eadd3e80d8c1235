package io.argus.domain.pack;

import java.util.Arrays;
import java.util.OptionalLong;

/** What a {@link ChainSeries} knows of each snapshot beside its quotes. Grows while it is built, then stays. */
final class SnapshotColumns {

    /** In the column of expiries: none was stated. */
    private static final long NO_EXPIRY = Long.MIN_VALUE;

    int size;
    long[] received = new long[16];
    long[] sent = new long[16];
    double[] underlyingPrice = new double[16];
    double[] volatility = new double[16];
    private long[] volatilityExpiry = new long[16];
    int[] firstQuote = new int[16];

    void add(
            long receivedMs,
            long sentMs,
            double price,
            double atTheMoneyVolatility,
            OptionalLong atTheMoneyExpiryMs,
            int quotesBefore) {
        requireOrder(receivedMs, sentMs);
        QuoteColumns.requireAbsentOrPositive("underlying price", price);
        QuoteColumns.requireAbsentOrNotNegative("at-the-money volatility", atTheMoneyVolatility);
        if (size == received.length) {
            resize(size + (size >> 1));
        }
        received[size] = receivedMs;
        sent[size] = sentMs;
        underlyingPrice[size] = price;
        volatility[size] = atTheMoneyVolatility;
        volatilityExpiry[size] = atTheMoneyExpiryMs.orElse(NO_EXPIRY);
        firstQuote[size] = quotesBefore;
        size++;
    }

    OptionalLong volatilityExpiry(int index) {
        return volatilityExpiry[index] == NO_EXPIRY ? OptionalLong.empty() : OptionalLong.of(volatilityExpiry[index]);
    }

    int firstQuote(int index) {
        return firstQuote[index];
    }

    SnapshotColumns trimmed() {
        SnapshotColumns copy = new SnapshotColumns();
        copy.size = size;
        copy.received = received;
        copy.sent = sent;
        copy.underlyingPrice = underlyingPrice;
        copy.volatility = volatility;
        copy.volatilityExpiry = volatilityExpiry;
        copy.firstQuote = firstQuote;
        copy.resize(size);
        return copy;
    }

    void digestInto(ColumnDigest digest, String prefix) {
        digest.longs(prefix + "recv_ts_ms", received);
        digest.longs(prefix + "source_ts_ms", sent);
        digest.doubles(prefix + "underlying_price", underlyingPrice);
        digest.doubles(prefix + "atm_iv", volatility);
        digest.longs(prefix + "atm_iv_expiry_ms", volatilityExpiry);
        digest.ints(prefix + "first_quote", firstQuote);
    }

    boolean sameAs(SnapshotColumns that) {
        return Arrays.equals(received, that.received)
                && Arrays.equals(sent, that.sent)
                && Arrays.equals(underlyingPrice, that.underlyingPrice)
                && Arrays.equals(volatility, that.volatility)
                && Arrays.equals(volatilityExpiry, that.volatilityExpiry)
                && Arrays.equals(firstQuote, that.firstQuote);
    }

    private void requireOrder(long receivedMs, long sentMs) {
        if (size == 0) {
            return;
        }
        long last = received[size - 1];
        if (receivedMs < last) {
            throw new IllegalArgumentException(
                    "snapshots come in the order of their receipt: " + receivedMs + " after " + last);
        }
        if (receivedMs == last && sentMs == sent[size - 1]) {
            throw new IllegalArgumentException("the snapshot received at " + receivedMs + " stands twice");
        }
    }

    private void resize(int capacity) {
        received = Arrays.copyOf(received, capacity);
        sent = Arrays.copyOf(sent, capacity);
        underlyingPrice = Arrays.copyOf(underlyingPrice, capacity);
        volatility = Arrays.copyOf(volatility, capacity);
        volatilityExpiry = Arrays.copyOf(volatilityExpiry, capacity);
        firstQuote = Arrays.copyOf(firstQuote, capacity);
    }
}
