package io.argus.domain.market;

import java.util.List;
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

    /**
     * What an option listed in the United States on a stock or index is: a hundred units of its underlying, in US
     * dollars and whole cents, at the default costs.
     *
     * @param underlying under whose symbol the terms stand
     */
    public static Instrument listedOption(String underlying, TradingCalendar calendar) {
        ContractSpec spec = new ContractSpec(
                ContractSpec.Kind.OPTION,
                ContractSpec.Payoff.LINEAR,
                100,
                1,
                List.of(new ContractSpec.TickSize(0, 0.01)),
                "USD",
                "USD");
        return new Instrument(underlying, spec, calendar, FeeSchedule.US_OPTIONS);
    }
}
