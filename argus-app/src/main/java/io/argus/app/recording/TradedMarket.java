package io.argus.app.recording;

import io.argus.domain.DataException;
import io.argus.domain.market.ContractSpec.Kind;
import io.argus.domain.market.Instrument;
import io.argus.research.port.InstrumentSource.Listed;
import io.argus.research.port.InstrumentSource.Listing;
import java.util.List;

/**
 * What of an exchange is traded.
 *
 * @param name {@code BTC} or {@code ETH}, or such as {@code SOL_USDC} for contracts in USDC
 */
public record TradedMarket(String name) {

    /** The perpetual that options and bars go under. */
    public String underlying() {
        return name + "-PERPETUAL";
    }

    /** The currency that everything is listed under. */
    public String currency() {
        return name.contains("_") ? name.substring(name.indexOf('_') + 1) : name;
    }

    /** The perpetual, and what one of the options on it is, under the perpetual's name. */
    List<Instrument> instruments(Listing listing) {
        String underlying = underlying();
        Instrument perpetual = listing.instruments().stream()
                .map(Listed::instrument)
                .filter(each -> each.symbol().equals(underlying) && each.spec().kind() == Kind.PERPETUAL)
                .findFirst()
                .orElseThrow(
                        () -> new DataException("the exchange", "lists no " + underlying + " under " + currency()));
        return listing.instruments().stream()
                .filter(each -> each.option()
                        .filter(contract -> contract.underlying().equals(underlying))
                        .isPresent())
                .findFirst()
                .map(option -> new Instrument(
                        underlying,
                        option.instrument().spec(),
                        option.instrument().calendar(),
                        option.instrument().fees()))
                .map(terms -> List.of(perpetual, terms))
                .orElseThrow(() -> new DataException("the exchange", "lists no options on " + underlying));
    }
}
