package io.argus.connectors.deribit.simulator;

import io.argus.connectors.deribit.InstrumentName;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Something that the simulator trades.
 *
 * @param currency the coin
 * @param tick smallest step of its price
 * @param expiryMs empty for perpetuals
 */
record SimulatedInstrument(InstrumentName name, String currency, double tick, OptionalLong expiryMs) {

    SimulatedInstrument {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(expiryMs, "expiryMs");
    }

    String symbol() {
        return name.toString();
    }

    boolean option() {
        return name instanceof InstrumentName.Option;
    }

    boolean listed(long nowMs) {
        return expiryMs.orElse(Long.MAX_VALUE) > nowMs;
    }
}
