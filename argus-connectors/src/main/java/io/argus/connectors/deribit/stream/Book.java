package io.argus.connectors.deribit.stream;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An order book at one of its changes.
 *
 * @param bids amount by price, the best first
 * @param asks amount by price, the best first
 */
public record Book(
        String instrument,
        long changeId,
        long timeMs,
        SortedMap<BigDecimal, BigDecimal> bids,
        SortedMap<BigDecimal, BigDecimal> asks) {

    public Book {
        bids = copy(Comparator.reverseOrder(), bids);
        asks = copy(Comparator.naturalOrder(), asks);
    }

    private static SortedMap<BigDecimal, BigDecimal> copy(
            Comparator<BigDecimal> order, Map<BigDecimal, BigDecimal> levels) {
        SortedMap<BigDecimal, BigDecimal> copy = new TreeMap<>(order);
        copy.putAll(levels);
        return Collections.unmodifiableSortedMap(copy);
    }
}
