package io.argus.connectors.deribit.simulator;

import io.argus.connectors.deribit.InstrumentName;
import io.argus.domain.market.ContractSpec;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Something that the simulator trades.
 *
 * @param currency the coin
 * @param terms what one contract is; with at least one step of its price
 * @param listedMs since when it is traded, before which it has no price
 * @param expiryMs empty for perpetuals
 */
record SimulatedInstrument(
        InstrumentName name, String currency, ContractSpec terms, long listedMs, OptionalLong expiryMs) {

    SimulatedInstrument {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expiryMs, "expiryMs");
        if (terms.tickSizes().isEmpty()) {
            throw new IllegalArgumentException(name + " has no step of its price");
        }
    }

    String symbol() {
        return name.toString();
    }

    boolean option() {
        return name instanceof InstrumentName.Option;
    }

    /** The smallest step of its price. */
    double tick() {
        return terms.tickSizes().get(0).tick();
    }

    boolean listed(long nowMs) {
        return listedMs <= nowMs && expiryMs.orElse(Long.MAX_VALUE) > nowMs;
    }
}
