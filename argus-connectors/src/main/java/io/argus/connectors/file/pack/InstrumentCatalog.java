package io.argus.connectors.file.pack;

import io.argus.domain.market.ContractSpec;
import io.argus.domain.market.Instrument;
import io.argus.domain.market.TradingCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What a pack's instruments are: those it describes, then those that have data and are described nowhere. */
final class InstrumentCatalog {

    private final Map<String, Instrument> underlyings = new TreeMap<>();
    private final Map<String, Instrument> options = new TreeMap<>();
    private final List<Instrument> all = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** Adds one that the pack describes; the same symbol twice is left to the pack to refuse. */
    void add(Instrument instrument) {
        boolean option = instrument.spec().kind() == ContractSpec.Kind.OPTION;
        (option ? options : underlyings).putIfAbsent(instrument.symbol(), instrument);
        all.add(instrument);
    }

    /** Takes a symbol for spot at the usual terms, unless it is described. */
    void assumeSpot(String symbol, Function<String, TradingCalendar> usualCalendar) {
        if (underlyings.containsKey(symbol)) {
            return;
        }
        TradingCalendar calendar = usualCalendar.apply(symbol);
        add(Instrument.spot(symbol, calendar));
        notes.add(symbol + " is described nowhere; taken as spot in USD, traded in fractions on " + calendar.name()
                + " at 1 basis point of commission and 1 of slippage");
    }

    /**
     * Takes the options of an underlying for options listed in the United States, unless they are described. This is
     * assumed of dollars on the New York Stock Exchange alone: elsewhere the same chain may be of contracts that pay in
     * the coin.
     *
     * @param marketIsKnown whether the underlying's calendar is more than a guess
     */
    void assumeListedOptions(String underlying, boolean marketIsKnown) {
        if (options.containsKey(underlying)) {
            return;
        }
        Optional<Instrument> listed = find(underlying)
                .filter(each -> marketIsKnown)
                .filter(each -> each.calendar().equals(TradingCalendar.newYorkStockExchange()))
                .filter(each -> each.spec().quoteCurrency().equals("USD"));
        listed.ifPresent(each -> add(Instrument.listedOption(underlying, each.calendar())));
        notes.add("options of " + underlying
                + (listed.isPresent()
                        ? " are described nowhere; taken as 100 units a contract in USD, settled in cash, at 0.65 of "
                                + "commission a contract and 0.02 of slippage in price"
                        : " cannot be traded: no instrument of kind option tells what a contract is"));
    }

    /** What the symbol is, other than an option. */
    Optional<Instrument> find(String symbol) {
        return Optional.ofNullable(underlyings.get(symbol));
    }

    List<Instrument> instruments() {
        return List.copyOf(all);
    }

    /** What was assumed, and what could not be. */
    List<String> notes() {
        return List.copyOf(notes);
    }
}
