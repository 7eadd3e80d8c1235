package io.argus.replay.strategies;

import io.argus.domain.strategy.MarketView;
import io.argus.domain.strategy.ParameterDescriptor;
import io.argus.domain.strategy.Parameters;
import io.argus.domain.strategy.Quantity;
import java.util.List;

/** The instrument that a single-instrument strategy trades, and with how much of its equity. */
record SpotTarget(String named, double fraction) {

    static final ParameterDescriptor SYMBOL =
            ParameterDescriptor.text("symbol", "", List.of(), "instrument to trade; empty for the first of the pack");
    static final ParameterDescriptor FRACTION = ParameterDescriptor.decimal(
            "fraction", "1", "0.000001", "10", "fraction of equity to hold, sized at the fill");

    static SpotTarget of(Parameters parameters) {
        return new SpotTarget(parameters.getText("symbol"), parameters.getDecimal("fraction"));
    }

    String symbol(MarketView market) {
        return symbol(named, market);
    }

    /** The symbol that is named, or the pack's first. */
    static String symbol(String named, MarketView market) {
        return named.isEmpty() ? market.instruments().get(0).symbol() : named;
    }

    Quantity quantity() {
        return Quantity.fractionOfEquity(fraction);
    }
}
