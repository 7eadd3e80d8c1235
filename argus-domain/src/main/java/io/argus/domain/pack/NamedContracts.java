package io.argus.domain.pack;

import io.argus.domain.option.OptionContract;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The contracts that somebody asked for, with their symbols, so that the many runs on one pack make and write each of
 * them once. For any number of threads.
 */
final class NamedContracts {

    private final QuoteColumns quotes;
    private final String underlying;
    private final Map<OptionContract, Named> named = new ConcurrentHashMap<>();

    /** A contract and its symbol. */
    record Named(OptionContract contract, String symbol) {}

    NamedContracts(String underlying, QuoteColumns quotes) {
        this.underlying = underlying;
        this.quotes = quotes;
    }

    /** The contract in a row of the quotes. */
    Named at(int row) {
        OptionContract contract =
                new OptionContract(underlying, quotes.right(row), quotes.strike[row], quotes.expiry[row]);
        Named known = named.get(contract);
        return known != null ? known : named.computeIfAbsent(contract, each -> new Named(each, each.symbol()));
    }
}
