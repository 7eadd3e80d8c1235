package io.argus.domain.pack;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * What happens in a market beside its prices. Each list is kept in the order in which its rows become known, then by
 * instrument and time, whatever order they came in; trades of one instant keep the order in which they came.
 */
public record MarketEvents(
        List<Settlement> settlements,
        List<FundingRate> funding,
        List<CorporateAction> actions,
        List<MarketTrade> trades,
        List<IndexPrice> indexPrices) {

    private static final MarketEvents NONE = new MarketEvents(List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * @throws IllegalArgumentException when one instrument has two rows of a kind (but trades) at one time
     */
    public MarketEvents {
        settlements = ordered(settlements, Settlement::knownMs, Settlement::instrument, Settlement::timeMs);
        funding = ordered(funding, FundingRate::knownMs, FundingRate::symbol, FundingRate::timeMs);
        actions = ordered(actions, CorporateAction::exMs, CorporateAction::symbol, CorporateAction::exMs);
        trades = sorted(trades, MarketTrade::knownMs, MarketTrade::instrument, MarketTrade::timeMs);
        indexPrices = ordered(indexPrices, IndexPrice::knownMs, IndexPrice::index, IndexPrice::timeMs);
    }

    public static MarketEvents none() {
        return NONE;
    }

    public MarketEvents withSettlements(List<Settlement> replacement) {
        return new MarketEvents(replacement, funding, actions, trades, indexPrices);
    }

    public MarketEvents withFunding(List<FundingRate> replacement) {
        return new MarketEvents(settlements, replacement, actions, trades, indexPrices);
    }

    public MarketEvents withActions(List<CorporateAction> replacement) {
        return new MarketEvents(settlements, funding, replacement, trades, indexPrices);
    }

    public MarketEvents withTrades(List<MarketTrade> replacement) {
        return new MarketEvents(settlements, funding, actions, replacement, indexPrices);
    }

    public MarketEvents withIndexPrices(List<IndexPrice> replacement) {
        return new MarketEvents(settlements, funding, actions, trades, replacement);
    }

    void digestInto(ColumnDigest digest) {
        texts(digest, "settlements/instrument", settlements, Settlement::instrument);
        longs(digest, "settlements/time_ms", settlements, Settlement::timeMs);
        longs(digest, "settlements/known_ms", settlements, Settlement::knownMs);
        doubles(digest, "settlements/price", settlements, Settlement::price);
        texts(digest, "funding/symbol", funding, FundingRate::symbol);
        longs(digest, "funding/time_ms", funding, FundingRate::timeMs);
        longs(digest, "funding/known_ms", funding, FundingRate::knownMs);
        doubles(digest, "funding/rate", funding, FundingRate::rate);
        texts(digest, "actions/symbol", actions, CorporateAction::symbol);
        longs(digest, "actions/ex_ms", actions, CorporateAction::exMs);
        doubles(digest, "actions/split", actions, CorporateAction::split);
        doubles(digest, "actions/dividend", actions, CorporateAction::dividend);
        texts(digest, "trades/instrument", trades, MarketTrade::instrument);
        texts(digest, "trades/id", trades, MarketTrade::id);
        longs(digest, "trades/time_ms", trades, MarketTrade::timeMs);
        longs(digest, "trades/known_ms", trades, MarketTrade::knownMs);
        doubles(digest, "trades/price", trades, MarketTrade::price);
        doubles(digest, "trades/size", trades, MarketTrade::size);
        texts(digest, "trades/taker", trades, trade -> trade.taker().name());
        texts(digest, "index_prices/index", indexPrices, IndexPrice::index);
        longs(digest, "index_prices/time_ms", indexPrices, IndexPrice::timeMs);
        longs(digest, "index_prices/known_ms", indexPrices, IndexPrice::knownMs);
        doubles(digest, "index_prices/price", indexPrices, IndexPrice::price);
    }

    static void requireKnown(String what, String of, long timeMs, long knownMs) {
        if (of.isBlank()) {
            throw new IllegalArgumentException("a " + what + " must say of what");
        }
        if (knownMs < timeMs) {
            throw new IllegalArgumentException(
                    "the " + what + " of " + of + " is known at " + knownMs + ", before it happens at " + timeMs);
        }
    }

    private static <T> List<T> ordered(
            List<T> rows, ToLongFunction<T> known, Function<T, String> of, ToLongFunction<T> time) {
        Set<String> seen = new HashSet<>();
        for (T row : rows) {
            if (!seen.add(time.applyAsLong(row) + " " + of.apply(row))) {
                throw new IllegalArgumentException("stands twice: " + row);
            }
        }
        return sorted(rows, known, of, time);
    }

    private static <T> List<T> sorted(
            List<T> rows, ToLongFunction<T> known, Function<T, String> of, ToLongFunction<T> time) {
        return rows.stream()
                .sorted(Comparator.comparingLong(known).thenComparing(of).thenComparingLong(time))
                .toList();
    }

    private static <T> void texts(ColumnDigest digest, String name, List<T> rows, Function<T, String> column) {
        digest.texts(name, rows.stream().map(column).toList());
    }

    private static <T> void longs(ColumnDigest digest, String name, List<T> rows, ToLongFunction<T> column) {
        digest.longs(name, rows.stream().mapToLong(column).toArray());
    }

    private static <T> void doubles(ColumnDigest digest, String name, List<T> rows, ToDoubleFunction<T> column) {
        digest.doubles(name, rows.stream().mapToDouble(column).toArray());
    }
}
