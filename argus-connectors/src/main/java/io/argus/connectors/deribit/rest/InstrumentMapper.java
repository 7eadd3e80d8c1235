package io.argus.connectors.deribit.rest;

import io.argus.connectors.deribit.InstrumentName;
import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.ContractSpec.Kind;
import io.argus.domain.market.ContractSpec.Payoff;
import io.argus.domain.market.ContractSpec.TickSize;
import io.argus.domain.market.FeeSchedule;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import io.argus.domain.option.OptionContract;
import io.argus.domain.option.OptionContract.Right;
import io.argus.research.port.InstrumentSource.Listed;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What Deribit lists, in the domain's terms. */
final class InstrumentMapper {

    private InstrumentMapper() {}

    /**
     * @throws IllegalArgumentException with the reason, when the instrument cannot be told in the domain's terms
     */
    static Listed listed(InstrumentWire wire) {
        InstrumentName name = InstrumentName.find(wire.name())
                .orElseThrow(() -> new IllegalArgumentException("a name of unknown form"));
        Kind kind = kind(wire);
        Optional<OptionContract> option = kind == Kind.OPTION ? Optional.of(contract(wire, name)) : Optional.empty();
        Instrument instrument =
                new Instrument(wire.name(), spec(wire, kind), TradingCalendar.roundTheClock(), fees(wire, kind));
        return new Listed(instrument, option, wire.expiryMs(), wire.active());
    }

    private static Kind kind(InstrumentWire wire) {
        return switch (wire.kind()) {
            case "spot" -> Kind.SPOT;
            case "option" -> Kind.OPTION;
            case "future" -> wire.expiryMs().isEmpty() ? Kind.PERPETUAL : Kind.FUTURE;
            default -> throw new IllegalArgumentException("the kind " + wire.kind() + " is not traded here");
        };
    }

    private static OptionContract contract(InstrumentWire wire, InstrumentName name) {
        if (!(name instanceof InstrumentName.Option option)) {
            throw new IllegalArgumentException("an option without an option's name");
        }
        Right right = wire.optionType()
                .map(type -> type.equals("call") ? Right.CALL : Right.PUT)
                .orElse(option.right());
        return new OptionContract(
                Underlying.of(option).symbol(),
                right,
                wire.strike().orElse(option.strike()).doubleValue(),
                wire.expiryMs().orElseThrow(() -> new IllegalArgumentException("an option that does not expire")));
    }

    private static ContractSpec spec(InstrumentWire wire, Kind kind) {
        boolean inverse = inverse(wire, kind);
        // Amounts are in the coin or in dollars; in contracts, the smallest is a multiple of the contract.
        BigDecimal lot = kind == Kind.SPOT
                ? wire.smallestTrade()
                : wire.smallestTrade().divide(wire.contractSize(), MathContext.DECIMAL64);
        return new ContractSpec(
                kind,
                inverse ? Payoff.INVERSE : Payoff.LINEAR,
                kind == Kind.SPOT ? 1 : wire.contractSize().doubleValue(),
                lot.doubleValue(),
                ticks(wire),
                wire.quoteCurrency(),
                wire.settlementCurrency().orElse(inverse ? wire.baseCurrency() : wire.quoteCurrency()));
    }

    private static boolean inverse(InstrumentWire wire, Kind kind) {
        if (kind == Kind.SPOT) {
            return false;
        }
        return wire.payoff()
                .map(type -> type.equals("reversed"))
                .orElseGet(() -> wire.settlementCurrency()
                        .map(currency -> currency.equals(wire.baseCurrency()))
                        // Before linear contracts were introduced nothing said so: all were inverse.
                        .orElse(!wire.quoteCurrency().startsWith("USDC")));
    }

    private static List<TickSize> ticks(InstrumentWire wire) {
        List<TickSize> ticks = new ArrayList<>();
        ticks.add(new TickSize(0, wire.tick().doubleValue()));
        wire.tickSteps().stream()
                .map(step -> new TickSize(
                        step.abovePrice().doubleValue(), step.tick().doubleValue()))
                .sorted(Comparator.comparingDouble(TickSize::abovePrice))
                .forEach(ticks::add);
        return ticks;
    }

    private static FeeSchedule fees(InstrumentWire wire, Kind kind) {
        double rate = wire.commission().doubleValue();
        if (kind != Kind.OPTION) {
            return new FeeSchedule(rate, 0, 0, 1, 0, 0, 1, 0);
        }
        FeeSchedule standard = FeeSchedule.DERIBIT_OPTIONS;
        return new FeeSchedule(
                0, 0, rate, standard.commissionCap(), 0, 0, standard.slippageTicks(), standard.deliveryOfUnderlying());
    }
}
