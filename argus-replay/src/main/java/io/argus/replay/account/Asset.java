package io.argus.replay.account;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.option.OptionContract;
import java.util.Optional;

/**
 * Something that can be held.
 *
 * @param listing index of the instrument that it is, or whose option it is
 * @param contract for options: which one
 * @param coin index of the currency that it settles in; -1 for the account's own
 */
public record Asset(
        String symbol, ContractSpec spec, FeeSchedule fees, int listing, Optional<OptionContract> contract, int coin) {

    /** Whether it is an instrument of the pack, not an option on it. */
    public boolean isListing(int instrument) {
        return listing == instrument && contract.isEmpty();
    }

    public boolean option() {
        return contract.isPresent();
    }

    /** Whether it is an option that can be traded no more, and waits to be settled. */
    public boolean expiredBy(long timeMs) {
        return contract.isPresent() && contract.get().expiryMs() <= timeMs;
    }

    public boolean spot() {
        return spec.kind() == ContractSpec.Kind.SPOT;
    }

    public boolean inverse() {
        return coin >= 0;
    }
}
