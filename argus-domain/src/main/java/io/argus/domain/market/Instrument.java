package io.argus.domain.market;

import java.util.Objects;

/** Something that can be traded: its name, what one unit is, when it trades and what trading it costs. */
public record Instrument(String symbol, ContractSpec spec, TradingCalendar calendar, FeeSchedule fees) {

    public Instrument {
        if (symbol.isBlank()) {
            throw new IllegalArgumentException("an instrument needs a symbol");
        }
        Objects.requireNonNull(spec, "spec");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(fees, "fees");
    }

    /** Spot in US dollars, traded in fractions at the default costs: what a pack that does not say otherwise means. */
    public static Instrument spot(String symbol, TradingCalendar calendar) {
        return new Instrument(symbol, ContractSpec.spot("USD"), calendar, FeeSchedule.SPOT);
    }
}
