package io.argus.connectors.deribit.rest;

import io.argus.connectors.deribit.InstrumentName;
import io.argus.domain.DataException;
import java.util.Locale;

/**
 * What options are written on, as it is called in several places. In packs it goes by its perpetual, which has bars and
 * trades at the index's price; options settle at the index.
 *
 * @param name {@code BTC}, or {@code SOL_USDC} for contracts in USDC
 */
record Underlying(String name) {

    static Underlying of(InstrumentName.Option option) {
        return new Underlying(option.underlying());
    }

    /**
     * @throws DataException when the symbol is not a perpetual's
     */
    static Underlying of(String symbol) {
        return InstrumentName.find(symbol)
                .filter(InstrumentName.Perpetual.class::isInstance)
                .map(InstrumentName.Perpetual.class::cast)
                .map(perpetual -> new Underlying(perpetual.underlying()))
                .orElseThrow(() -> new DataException(
                        "Deribit", "options belong to a perpetual, such as BTC-PERPETUAL, not to " + symbol));
    }

    String symbol() {
        return name + "-PERPETUAL";
    }

    /** The currency that its options are listed under. */
    String currency() {
        return name.contains("_") ? name.substring(name.indexOf('_') + 1) : name;
    }

    /** The index that its options settle at. */
    String index() {
        return (name.contains("_") ? name : name + "_usd").toLowerCase(Locale.ROOT);
    }
}
