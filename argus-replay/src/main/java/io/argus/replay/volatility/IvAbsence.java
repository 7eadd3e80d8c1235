package io.argus.replay.volatility;

import io.argus.domain.option.ImpliedVolatility;
import java.util.Locale;

/** Why a snapshot has no implied volatility, and what to do about it. */
public enum IvAbsence {
    /** The snapshot was older than allowed when it was received. */
    STALE("record closer to the source, or allow older quotes with --max-age"),
    /** No option in the snapshot is still to expire. */
    NO_EXPIRY("record chains with expiries ahead; check expiry_ms"),
    /** Without the underlying's price no strike is at the money. */
    NO_UNDERLYING_PRICE("record underlying_price with every snapshot"),
    /** The expiry nearest the target has no puts. */
    NO_PUTS("record puts as well; put spreads need them"),
    /** The put nearest the money has no bid, and nothing else gave a volatility. */
    NO_BID("record when the market is open, or choose a more liquid expiry with --target-days"),
    /** Nobody offers the put nearest the money, and nothing else gave a volatility. */
    NO_ASK("record when the market is open, or choose a more liquid expiry with --target-days"),
    /** Bid above ask: the quote is broken. */
    CROSSED("check the provider's quotes; a crossed market is no market"),
    /** The mid is at or below what exercise brings. */
    BELOW_INTRINSIC("check that underlying_price and quotes are of one instant and one currency"),
    /** The mid is at or above the strike or the underlying. */
    ABOVE_BOUND("check that quotes are in the contract's currency; inverse options need their terms in the pack"),
    /** A provider of bars knows no volatility: what it realised is not what options imply. */
    BARS_ONLY("add option chains of this underlying to the pack");

    private final String remedy;

    IvAbsence(String remedy) {
        this.remedy = remedy;
    }

    /** What to do. */
    public String remedy() {
        return remedy;
    }

    /** As files and tables name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static IvAbsence of(ImpliedVolatility.Reason reason) {
        return switch (reason) {
            case NO_PRICE -> NO_BID;
            case EXPIRED -> NO_EXPIRY;
            case BELOW_INTRINSIC -> BELOW_INTRINSIC;
            case ABOVE_BOUND -> ABOVE_BOUND;
        };
    }
}
