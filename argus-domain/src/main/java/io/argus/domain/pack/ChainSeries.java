package io.argus.domain.pack;

import io.argus.domain.option.OptionChain;
import io.argus.domain.option.OptionContract.Right;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Option chain snapshots of one underlying from one provider as columns, in the order of their receipt. Immutable;
 * safe for any number of threads.
 *
 * <p>A snapshot is a range of rows in the quote columns; within it quotes stand by expiry, puts before calls, then by
 * strike, whatever order they came in. {@link #chain(int)} is the view of one snapshot. What is absent is NaN.
 */
public final class ChainSeries {

    /** How much earlier than it was sent a snapshot may be received: clocks differ by so much. */
    public static final long CLOCK_TOLERANCE_MS = 1000;

    /** How long after a market's close a snapshot of it may be received, at midnight on another date, and still be of its day. */
    public static final long CLOSING_DELAY_MS = 3_600_000;

    private final String underlying;
    private final String provider;
    private final SnapshotColumns snapshots;
    private final QuoteColumns quotes;
    private final StrikeLadders ladders;
    private final NamedContracts contracts;

    private ChainSeries(Builder from) {
        underlying = from.underlying;
        provider = from.provider;
        snapshots = from.snapshots.trimmed();
        quotes = from.quotes.trimmed();
        ladders = new StrikeLadders(snapshots, quotes);
        contracts = new NamedContracts(underlying, quotes);
    }

    /**
     * @param provider who sent the snapshots
     */
    public static Builder builder(String underlying, String provider) {
        return new Builder(underlying, provider);
    }

    public String underlying() {
        return underlying;
    }

    public String provider() {
        return provider;
    }

    /** The number of snapshots. */
    public int size() {
        return snapshots.size;
    }

    /** The number of quotes of all snapshots. */
    public int quotes() {
        return quotes.size;
    }

    public long received(int index) {
        return snapshots.received[requireSnapshot(index)];
    }

    public long sent(int index) {
        return snapshots.sent[requireSnapshot(index)];
    }

    /** How many snapshots are known at the time, that is received at or before it. O(log n). */
    public int knownAt(long timeMs) {
        int from = 0;
        int to = size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (snapshots.received[middle] <= timeMs) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** The view of one snapshot; it copies nothing. */
    public OptionChain chain(int index) {
        requireSnapshot(index);
        return new ChainView(this, snapshots, quotes, index);
    }

    StrikeLadders ladders() {
        return ladders;
    }

    NamedContracts contracts() {
        return contracts;
    }

    void digestInto(ColumnDigest digest) {
        String prefix = "snapshots/" + underlying + "/" + provider + "/";
        snapshots.digestInto(digest, prefix);
        quotes.digestInto(digest, prefix + "quotes/");
    }

    private int requireSnapshot(int index) {
        return Objects.checkIndex(index, snapshots.size);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChainSeries that
                && underlying.equals(that.underlying)
                && provider.equals(that.provider)
                && snapshots.sameAs(that.snapshots)
                && quotes.sameAs(that.quotes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(underlying, provider, size(), quotes());
    }

    @Override
    public String toString() {
        return underlying + " " + size() + " chains of " + provider + " with " + quotes() + " quotes";
    }

    /** Collects snapshots in the order of their receipt. Not for use by several threads. */
    public static final class Builder {

        private final String underlying;
        private final String provider;
        private final SnapshotColumns snapshots = new SnapshotColumns();
        private final QuoteColumns quotes = new QuoteColumns();
        private boolean lastChecked = true;

        private Builder(String underlying, String provider) {
            if (underlying.isBlank() || provider.isBlank()) {
                throw new IllegalArgumentException("option chains need an underlying and a provider");
            }
            this.underlying = underlying;
            this.provider = provider;
        }

        /** Starts a snapshot whose at-the-money volatility, if it has one, is of no stated expiry. */
        public Builder snapshot(long receivedMs, long sentMs, double underlyingPrice, double atTheMoneyVolatility) {
            return snapshot(receivedMs, sentMs, underlyingPrice, atTheMoneyVolatility, OptionalLong.empty());
        }

        /**
         * Starts a snapshot.
         *
         * @param receivedMs when it became known
         * @param sentMs the provider's own time
         * @param underlyingPrice NaN when absent
         * @param atTheMoneyVolatility a decimal, NaN when absent
         * @param atTheMoneyExpiryMs the expiry that the volatility is of
         * @throws IllegalArgumentException when it comes before the one before it, stands twice, or was received
         *     before it was sent
         */
        public Builder snapshot(
                long receivedMs,
                long sentMs,
                double underlyingPrice,
                double atTheMoneyVolatility,
                OptionalLong atTheMoneyExpiryMs) {
            checkLast();
            if (receivedMs < sentMs - CLOCK_TOLERANCE_MS) {
                throw new IllegalArgumentException("received at " + receivedMs + ", " + (sentMs - receivedMs)
                        + " ms before it was sent at " + sentMs);
            }
            snapshots.add(receivedMs, sentMs, underlyingPrice, atTheMoneyVolatility, atTheMoneyExpiryMs, quotes.size);
            return this;
        }

        /**
         * Adds a contract to the snapshot just started. Every figure but strike and expiry may be NaN: absent.
         *
         * @param impliedVolatility a decimal
         * @throws IllegalArgumentException when a figure is out of range
         */
        @SuppressWarnings("TooManyParameters") // one row of columns; an object per row is what a series avoids
        public Builder quote(
                Right right,
                double strike,
                long expiryMs,
                double bid,
                double ask,
                double bidSize,
                double askSize,
                double impliedVolatility,
                double delta,
                double gamma,
                double theta,
                double vega) {
            if (snapshots.size == 0) {
                throw new IllegalArgumentException("a quote belongs to a snapshot; none was started");
            }
            quotes.add(
                    right, strike, expiryMs, bid, ask, bidSize, askSize, impliedVolatility, delta, gamma, theta, vega);
            lastChecked = false;
            return this;
        }

        /** Adds a copy of a snapshot with all its quotes. */
        public Builder add(OptionChain chain) {
            snapshot(
                    chain.receivedMs(),
                    chain.sourceMs(),
                    chain.underlyingPrice().orElse(Double.NaN),
                    chain.atTheMoneyVolatility().orElse(Double.NaN),
                    chain.atTheMoneyExpiryMs());
            for (int row = 0; row < chain.size(); row++) {
                quote(
                        chain.right(row),
                        chain.strike(row),
                        chain.expiryMs(row),
                        chain.bid(row),
                        chain.ask(row),
                        chain.bidSize(row),
                        chain.askSize(row),
                        chain.impliedVolatility(row).orElse(Double.NaN),
                        chain.delta(row).orElse(Double.NaN),
                        chain.gamma(row).orElse(Double.NaN),
                        chain.theta(row).orElse(Double.NaN),
                        chain.vega(row).orElse(Double.NaN));
            }
            return this;
        }

        /** The number of snapshots started. */
        public int size() {
            return snapshots.size;
        }

        /**
         * @throws IllegalArgumentException when a contract stands twice in the last snapshot
         */
        public ChainSeries build() {
            checkLast();
            return new ChainSeries(this);
        }

        /**
         * Looks at the quotes of the last snapshot, as starting another and {@link #build} do: whoever wants to tell which
         * snapshot is wrong asks for it after each.
         *
         * @throws IllegalArgumentException when a contract stands twice in it
         */
        public Builder checkLast() {
            if (!lastChecked) {
                quotes.sort(snapshots.firstQuote[snapshots.size - 1], quotes.size);
                lastChecked = true;
            }
            return this;
        }
    }
}
