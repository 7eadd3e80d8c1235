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
    /**
     * By row of the quotes; null where nobody asked. Threads race to fill it, with values that are equal and immutable: at
     * worst a row is looked up twice.
     */
    private volatile Named[] byRow = {};

    /** A contract and its symbol. */
    record Named(OptionContract contract, String symbol) {}

    NamedContracts(String underlying, QuoteColumns quotes) {
        this.underlying = underlying;
        this.quotes = quotes;
    }

    /** The contract in a row of the quotes. */
    Named at(int row) {
        Named[] known = rows();
        Named here = known[row];
        if (here == null) {
            here = find(new OptionContract(underlying, quotes.right(row), quotes.strike[row], quotes.expiry[row]));
            known[row] = here;
        }
        return here;
    }

    /** A series of which nobody names a contract keeps no room for them. */
    private Named[] rows() {
        Named[] known = byRow;
        if (known.length < quotes.size) {
            known = new Named[quotes.size];
            byRow = known;
        }
        return known;
    }

    private Named find(OptionContract contract) {
        return named.computeIfAbsent(contract, each -> new Named(each, each.symbol()));
    }
}
