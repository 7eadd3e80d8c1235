package io.argus.connectors.deribit.simulator;

import io.argus.domain.market.Bar;
import io.argus.domain.market.BarSeries;
import io.argus.domain.option.OptionChain;
import io.argus.domain.pack.ChainSeries;
import io.argus.domain.pack.FundingRate;
import io.argus.domain.pack.Settlement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One coin of a pack, some time later than it was: its index, its perpetual, and the options on it. */
final class PackCoin {

    private final long laterMs;
    private final BarSeries bars;
    private final NavigableMap<Long, Double> indexPrices;
    private final Map<Long, Double> fundingRates;
    private final Map<Long, Double> settlements;
    private final SimulatedInstrument perpetual;
    private final PackOptions options;

    /**
     * @throws IllegalArgumentException with the reason, when the exchange could not trade this
     */
    PackCoin(CoinData data, long laterMs) {
        this.laterMs = laterMs;
        bars = data.bars();
        indexPrices = indexPrices(data.chains());
        if (bars.isEmpty() && indexPrices.isEmpty()) {
            throw new IllegalArgumentException(
                    data.name() + " has neither bars nor a price of the underlying beside its options");
        }
        String symbol = data.name().toString();
        fundingRates = data.events().funding().stream()
                .filter(rate -> rate.symbol().equals(symbol))
                .collect(Collectors.toUnmodifiableMap(FundingRate::timeMs, FundingRate::rate));
        settlements = data.events().settlements().stream()
                .filter(settlement -> settlement.instrument().equals(symbol) && settlement.price() > 0)
                .collect(Collectors.toUnmodifiableMap(Settlement::timeMs, Settlement::price));
        perpetual = new SimulatedInstrument(
                data.name(), data.coin(), data.perpetual(), pricedMs() + laterMs, OptionalLong.empty());
        options = new PackOptions(data, laterMs, this::index, this::settledAt);
    }

    List<SimulatedInstrument> listed(long nowMs) {
        List<SimulatedInstrument> listed = new ArrayList<>(options.listed(nowMs));
        if (perpetual.listed(nowMs)) {
            listed.add(perpetual);
        }
        listed.sort(Comparator.comparing(SimulatedInstrument::symbol));
        return listed;
    }

    /** An instrument that the pack has at any time. */
    Optional<SimulatedInstrument> find(String symbol) {
        return symbol.equals(perpetual.symbol()) ? Optional.of(perpetual) : options.find(symbol);
    }

    PackOptions options() {
        return options;
    }

    /** As the last snapshot has it; before there is one, the perpetual's price. */
    double index(long timeMs) {
        Map.Entry<Long, Double> known = indexPrices.floorEntry(timeMs - laterMs);
        if (known != null) {
            return known.getValue();
        }
        return bars.isEmpty() ? indexPrices.firstEntry().getValue() : perpetual(timeMs);
    }

    /** The last close; where the pack has no bars, the index. */
    double perpetual(long timeMs) {
        int known = bars.knownAt(timeMs - laterMs);
        if (known > 0) {
            return bars.close(known - 1);
        }
        return bars.isEmpty() ? index(timeMs) : bars.open(0);
    }

    /** The bars of the pack between two times as one; empty where it has none that fit. */
    Optional<Bar> bar(long openMs, long closeMs) {
        int first = bars.firstOpeningAt(openMs - laterMs);
        int end = bars.knownAt(closeMs - laterMs);
        if (first >= end) {
            return Optional.empty();
        }
        double high = bars.high(first);
        double low = bars.low(first);
        double volume = 0;
        for (int i = first; i < end; i++) {
            high = Math.max(high, bars.high(i));
            low = Math.min(low, bars.low(i));
            volume += bars.volume(i);
        }
        return Optional.of(new Bar(openMs, closeMs, bars.open(first), high, low, bars.close(end - 1), volume));
    }

    OptionalDouble fundingRate(long hourMs) {
        return find(fundingRates, hourMs);
    }

    OptionalDouble settlement(long timeMs) {
        return find(settlements, timeMs);
    }

    private double settledAt(long expiryMs) {
        return settlement(expiryMs).orElseGet(() -> index(expiryMs));
    }

    private OptionalDouble find(Map<Long, Double> values, long timeMs) {
        Double value = values.get(timeMs - laterMs);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** Since when the pack has a price. */
    private long pricedMs() {
        if (bars.isEmpty()) {
            return indexPrices.firstKey();
        }
        return indexPrices.isEmpty() ? bars.openTime(0) : Math.min(bars.openTime(0), indexPrices.firstKey());
    }

    private static NavigableMap<Long, Double> indexPrices(ChainSeries chains) {
        NavigableMap<Long, Double> prices = new TreeMap<>();
        for (int i = 0; i < chains.size(); i++) {
            OptionChain chain = chains.chain(i);
            chain.underlyingPrice().ifPresent(price -> prices.put(chain.receivedMs(), price));
        }
        return prices;
    }
}
