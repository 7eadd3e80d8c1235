package io.argus.replay.volatility;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.option.OptionChain;
import io.argus.domain.pack.Pack;

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
        if (nowMs - chain.sourceMs() > maxAgeMs) {
            return new IvReading.Missing(IvAbsence.STALE);
        }
        return atTheMoney.read(chain, nearestExpiry(chain, nowMs), nowMs);
    }

    /** The volatility of one contract: the provider's, else solved from its mid; 0 when there is neither. */
    double contract(OptionChain chain, int row) {
        return atTheMoney.contract(chain, row);
    }

    /** The expiry ahead that is nearest the target, the earlier of two; 0 when there is none. */
    private long nearestExpiry(OptionChain chain, long nowMs) {
        long nearest = 0;
        for (int row = 0; row < chain.size(); row++) {
            long expiry = chain.expiryMs(row);
            long missed = Math.abs(expiry - nowMs - targetMs);
            if (expiry > nowMs && (nearest == 0 || missed < Math.abs(nearest - nowMs - targetMs))) {
                nearest = expiry;
            }
        }
        return nearest;
    }
}
