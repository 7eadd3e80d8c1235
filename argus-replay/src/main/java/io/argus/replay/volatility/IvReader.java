package io.argus.replay.volatility;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.option.OptionChain;
import io.argus.domain.pack.Pack;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Reads the at-the-money implied volatility off option chains: of the expiry nearest a target, as
 * {@link AtTheMoneyReader} does. Expiries are never mixed, and days to expiry never assumed. Not for use by several
 * threads.
 */
public final class IvReader {

    private static final long DAY_MS = 86_400_000;

    private final long targetMs;
    private final long maxAgeMs;
    private final AtTheMoneyReader atTheMoney;

    /**
     * @param targetDays calendar days to the expiry wanted
     * @param maxAgeMs how old a snapshot may be
     * @param inverse whether options are priced in the coin, as a fraction of the underlying
     */
    public IvReader(int targetDays, long maxAgeMs, boolean inverse) {
        targetMs = targetDays * DAY_MS;
        this.maxAgeMs = maxAgeMs;
        atTheMoney = new AtTheMoneyReader(inverse);
    }

    /** Whether a pack's options on an underlying are priced in the coin. */
    public static boolean inverse(Pack pack, String underlying) {
        return pack.findOptionTerms(underlying)
                .map(terms -> terms.spec().payoff() == ContractSpec.Payoff.INVERSE)
                .orElse(false);
    }

    /**
     * @param nowMs the time from which age and time to expiry count
     */
    public IvReading read(OptionChain chain, long nowMs) {
        return snapshot(chain, nowMs).reading();
    }

    /** The same with what was looked at. */
    IvSnapshot snapshot(OptionChain chain, long nowMs) {
        if (nowMs - chain.sourceMs() > maxAgeMs) {
            return new IvSnapshot(
                    nowMs, OptionalLong.empty(), OptionalDouble.empty(), false, new IvReading.Missing(IvAbsence.STALE));
        }
        OptionalLong expiry = nearestExpiry(chain, nowMs + targetMs, nowMs);
        if (expiry.isEmpty()) {
            return new IvSnapshot(
                    nowMs, expiry, OptionalDouble.empty(), false, new IvReading.Missing(IvAbsence.NO_EXPIRY));
        }
        long expiryMs = expiry.getAsLong();
        return new IvSnapshot(
                nowMs,
                expiry,
                AtTheMoneyReader.strike(chain, expiryMs),
                !AtTheMoneyReader.hasPuts(chain, expiryMs),
                atTheMoney.read(chain, expiryMs, nowMs));
    }

    /** The volatility of one contract: the provider's, else solved from its mid; 0 when there is neither. */
    double contract(OptionChain chain, int row) {
        return atTheMoney.contract(chain, row);
    }

    /**
     * The expiry later than a time that lies nearest another, the earlier of two; empty when there is none. O(log rows).
     */
    public static OptionalLong nearestExpiry(OptionChain chain, long wantedMs, long afterMs) {
        long fromMs = Math.max(wantedMs, afterMs + 1);
        OptionalLong later = chain.expiryAtOrAfter(fromMs);
        OptionalLong earlier = chain.expiryBefore(fromMs);
        if (earlier.isEmpty() || earlier.getAsLong() <= afterMs) {
            return later;
        }
        boolean nearer = later.isEmpty() || wantedMs - earlier.getAsLong() <= later.getAsLong() - wantedMs;
        return nearer ? earlier : later;
    }
}
