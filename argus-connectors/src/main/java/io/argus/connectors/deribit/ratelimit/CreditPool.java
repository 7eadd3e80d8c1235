package io.argus.connectors.deribit.ratelimit;

/**
 * The pools that Deribit pays requests from. Each refills continuously at {@link #REFILL_PER_SECOND} up to its capacity.
 * The matching engine's pools are not here, for nothing is ordered here. Figures: Deribit's API documentation, "Rate
 * Limits", for accounts without an agreement of their own.
 */
public enum CreditPool {
    /** Everything that has no pool of its own: 20 a second, 100 at once. */
    GENERAL(500, 50_000),
    /** {@code public/get_instruments}: 1 a second, 50 at once. */
    INSTRUMENTS(10_000, 500_000),
    /** {@code public/subscribe} and {@code private/subscribe}: 3.3 a second, 10 at once. */
    SUBSCRIPTIONS(3_000, 30_000);

    /** Credits that come back to each pool in a second. */
    public static final long REFILL_PER_SECOND = 10_000;

    private final long cost;
    private final long capacity;

    CreditPool(long cost, long capacity) {
        this.cost = cost;
        this.capacity = capacity;
    }

    /** The pool that a method is paid from, by its full name. */
    public static CreditPool of(String method) {
        return switch (method) {
            case "public/get_instruments" -> INSTRUMENTS;
            case "public/subscribe", "private/subscribe" -> SUBSCRIPTIONS;
            default -> GENERAL;
        };
    }

    /** Credits for one request. */
    public long cost() {
        return cost;
    }

    /** Credits when full. */
    public long capacity() {
        return capacity;
    }
}
