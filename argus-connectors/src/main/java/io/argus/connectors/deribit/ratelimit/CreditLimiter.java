package io.argus.connectors.deribit.ratelimit;

import io.argus.research.port.Waiter;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Pays for requests before they are sent, and waits until they can be paid: an empty pool at Deribit answers 10028 and
 * ends the session. One limiter is shared by everything that talks from one address or account. Safe for any number of
 * threads, which are served in the order in which they come.
 *
 * <p>All time is whole durations in nanoseconds from first to last; nothing is ever taken apart into seconds and
 * minutes. Credits are counted as the time in which they come back, a nanosecond each: then every wait is a whole number of
 * them, where a rate that does not divide a second would leave a rest that no wait ever pays.
 */
public final class CreditLimiter {

    private final Map<CreditPool, Account> accounts = new EnumMap<>(CreditPool.class);
    private final CreditShare share;
    private final Waiter waiter;

    /**
     * Starts with full pools.
     *
     * @param clock nanoseconds from any origin; a jump back counts as no time
     */
    public CreditLimiter(CreditShare share, LongSupplier clock, Waiter waiter) {
        this.share = share;
        this.waiter = waiter;
        ForwardTime time = new ForwardTime(clock);
        for (CreditPool pool : CreditPool.values()) {
            accounts.put(pool, new Account(bucket(pool, share, time), new ReentrantLock(true)));
        }
    }

    /**
     * Pays for one request, after waiting exactly as long as that takes.
     *
     * @param method full name, such as {@code public/ticker}
     * @return how long was waited
     * @throws InterruptedException when interrupted while waiting; nothing was paid
     */
    public Duration acquire(String method) throws InterruptedException {
        CreditPool pool = CreditPool.of(method);
        Account account = account(pool);
        account.queue().lockInterruptibly();
        try {
            Duration waited = Duration.ZERO;
            while (true) {
                // Asked again after each wait: the pool may have been drained meanwhile.
                ConsumptionProbe payment = account.credits().tryConsumeAndReturnRemaining(share.costNanos(pool));
                if (payment.isConsumed()) {
                    return waited;
                }
                Duration missing = Duration.ofNanos(payment.getNanosToWaitForRefill());
                waiter.await(missing);
                waited = waited.plus(missing);
            }
        } finally {
            account.queue().unlock();
        }
    }

    /** Pays for one request when that takes no waiting. */
    public boolean tryAcquire(String method) {
        CreditPool pool = CreditPool.of(method);
        return account(pool).credits().tryConsume(share.costNanos(pool));
    }

    /**
     * Pays for one request when that takes no waiting, for callers that must not wait.
     *
     * @return zero when it is paid; otherwise how long it is until it could be, when nobody else comes first
     */
    public Duration tryPay(String method) {
        CreditPool pool = CreditPool.of(method);
        ConsumptionProbe payment = account(pool).credits().tryConsumeAndReturnRemaining(share.costNanos(pool));
        return payment.isConsumed() ? Duration.ZERO : Duration.ofNanos(payment.getNanosToWaitForRefill());
    }

    /** Empties the pool of a method: Deribit has said, by 10028, that it is empty there. */
    public void drain(String method) {
        account(CreditPool.of(method)).credits().tryConsumeAsMuchAsPossible();
    }

    private Account account(CreditPool pool) {
        Account account = accounts.get(pool);
        if (account == null) {
            throw new IllegalStateException("every pool has its account: " + pool);
        }
        return account;
    }

    private static Bucket bucket(CreditPool pool, CreditShare share, ForwardTime time) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(share.capacityNanos(pool)).refillGreedy(1_000_000_000L, Duration.ofSeconds(1)))
                .withCustomTimePrecision(time)
                .build();
    }

    /**
     * A pool's credits, and who waits for them in order.
     */
    private record Account(Bucket credits, ReentrantLock queue) {}
}
