package io.argus.connectors.deribit.ratelimit;

/**
 * How much of the published pools to use. Requests without keys are limited by address, by figures that Deribit does
 * not publish, and other programs may share the address: half is the default.
 *
 * @param fraction of every capacity and refill, from a tenth, below which a subscription could never be paid, to 1
 */
public record CreditShare(double fraction) {

    /** For requests without keys. */
    public static final CreditShare HALF = new CreditShare(0.5);

    /** For an account that nothing else uses. */
    public static final CreditShare ALL = new CreditShare(1);

    public CreditShare {
        if (!(fraction >= 0.1 && fraction <= 1)) {
            throw new IllegalArgumentException("a share of the credits is between 0.1 and 1: " + fraction);
        }
    }

    /** How long a share of the refill takes to give what a request costs, rounded up. */
    long costNanos(CreditPool pool) {
        double nanos = Math.ceil(nanos(pool.cost()) / fraction);
        return Math.min((long) nanos, capacityNanos(pool));
    }

    /** How long any share of the refill takes to fill the same share of an empty pool. */
    long capacityNanos(CreditPool pool) {
        return nanos(pool.capacity());
    }

    private static long nanos(long credits) {
        return Math.multiplyExact(credits, 1_000_000_000L / CreditPool.REFILL_PER_SECOND);
    }
}
